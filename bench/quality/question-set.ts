import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const GoldSchema = z.object({ article: z.string(), must_contain: z.string() });

/** A labelled question; `test/quality/README.md` says what each key means. */
const QuestionSchema = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(['fact', 'both', 'changing', 'multi-part', 'unanswerable', 'off-topic', 'topic']),
  answerable: z.boolean(),
  gold: z.array(GoldSchema),
  sides: z.array(z.array(z.number())).nullish(),
  latest: z.number().nullish(),
  latest_any: z.array(z.number()).nullish(),
  style: z.string(),
  overlap: z.string().nullish(),
  borderline: z.boolean().nullish(),
  may: z.array(GoldSchema).nullish(),
  must_not: z.array(GoldSchema).nullish(),
});
export type Question = z.infer<typeof QuestionSchema>;
export type Gold = z.infer<typeof GoldSchema>;

const FigureSchema = z.object({
  article: z.string(),
  must_contain: z.string(),
  role: z.string(),
  value: z.number(),
  max: z.number().nullish(),
  qualifier: z.string().nullable(),
  attribution: z.string().nullable(),
  event: z.boolean(),
  retracted: z.boolean().nullish(),
});
export type LabelledFigure = z.infer<typeof FigureSchema>;

const DisagreementSchema = z.object({
  about: z.string(),
  kind: z.enum(['incompatible', 'imprecise', 'denied']),
  sides: z.array(GoldSchema).length(2),
});
export type LabelledDisagreement = z.infer<typeof DisagreementSchema>;

/** Of the golds of a question about what changed, those with the last word; undefined where nothing changed. */
export function lastWords({ latest, latest_any }: Question): readonly number[] | undefined {
  return latest_any ?? (typeof latest === 'number' ? [latest] : undefined);
}

/** An invented event with labelled questions, figures and disagreements. */
export interface QuestionSet {
  readonly name: string;
  readonly dataDir: string;
  readonly questions: readonly Question[];
  readonly figures: readonly LabelledFigure[];
  readonly disagreements: readonly LabelledDisagreement[];
}

/** Reads a folder of `test/quality/`. Figures and disagreements may be absent. */
export async function readQuestionSet(folder: string): Promise<QuestionSet> {
  return {
    name: path.basename(folder),
    dataDir: path.join(folder, 'data'),
    questions: await readLines(path.join(folder, 'questions.jsonl'), QuestionSchema),
    figures: await readLines(path.join(folder, 'figures.jsonl'), FigureSchema).catch(ignoreMissing),
    disagreements: await readLines(path.join(folder, 'disagreements.jsonl'), DisagreementSchema).catch(
      ignoreMissing,
    ),
  };
}

async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
