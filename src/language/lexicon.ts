import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PhraseTrie } from './phrase-trie.ts';
import { type Token, tokenize } from './tokens.ts';

/** A concept of reporting: words that may stand for each other in questions and in texts. */
export interface Concept {
  readonly name: string;
  /** How well each other concept answers a question about this one, between 0 and 1. */
  readonly answeredBy: ReadonlyMap<string, number>;
}

/** A word or phrase of a text that stands for a concept. Token indexes; `to` is exclusive. */
export interface ConceptMatch {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
}

/** Knowledge of English for reports on events: which words stand for which concept. */
export interface Lexicon {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** Concepts of a text: by the words of reports. */
  readonly inText: (tokens: readonly Token[]) => readonly ConceptMatch[];
  /** Concepts of a question: by the words of reports, and by those that occur in questions alone. */
  readonly inQuestion: (tokens: readonly Token[]) => readonly ConceptMatch[];
}

const EntrySchema = z.strictObject({
  words: z.array(z.coerce.string()).default([]),
  asks: z.array(z.coerce.string()).default([]),
  kinds: z.array(z.string()).default([]),
  related: z.array(z.string()).default([]),
});
const FileSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), EntrySchema);
type Entry = z.infer<typeof EntrySchema>;

/** How well a text about one concept answers a question about another, by how the two are related. */
const CLOSENESS = { kind: 0.8, broader: 0.45, related: 0.3 } as const;

export const LEXICON_FOLDER = path.join(import.meta.dirname, 'lexicon');

/**
 * Reads every `*.yaml` of the folder.
 *
 * @throws Error naming the file where one cannot be read or an entry is malformed. Names of concepts that no
 * file declares are an error too, so that a slip of the pen is not taken for a relation.
 */
export async function loadLexicon(folder: string = LEXICON_FOLDER): Promise<Lexicon> {
  const entries = new Map<string, Entry>();
  const relations: { readonly from: string; readonly to: string }[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()) {
    for (const [concept, entry] of Object.entries(await readEntries(folder, name))) {
      entries.set(concept, merge(entries.get(concept), entry));
      for (const to of [...entry.kinds, ...entry.related])
        relations.push({ from: `${name}: ${concept}`, to });
    }
  }
  for (const { from, to } of relations) {
    if (!entries.has(to)) throw new Error(`${from} is related to ${to}, which no file declares`);
  }
  return buildLexicon(entries);
}

async function readEntries(folder: string, name: string): Promise<z.infer<typeof FileSchema>> {
  const text = await readFile(path.join(folder, name), 'utf8');
  let content: unknown;
  try {
    content = parse(text);
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const parsed = FileSchema.safeParse(content);
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What several files say of one concept adds up. */
function merge(known: Entry | undefined, entry: Entry): Entry {
  if (!known) return entry;
  return {
    words: [...known.words, ...entry.words],
    asks: [...known.asks, ...entry.asks],
    kinds: [...known.kinds, ...entry.kinds],
    related: [...known.related, ...entry.related],
  };
}

function buildLexicon(entries: ReadonlyMap<string, Entry>): Lexicon {
  for (const [concept, { words }] of entries) {
    if (words.length === 0) throw new Error(`the concept ${concept} has no words in any file of the lexicon`);
  }
  const texts = new PhraseTrie<string>();
  const questions = new PhraseTrie<string>();
  const terms = (phrase: string) => tokenize(phrase).map((token) => token.term);
  for (const [concept, entry] of entries) {
    for (const word of entry.words) {
      texts.add(terms(word), concept);
      questions.add(terms(word), concept);
    }
    for (const word of entry.asks) questions.add(terms(word), concept);
  }
  const match = (trie: PhraseTrie<string>) => (tokens: readonly Token[]) =>
    trie
      .matches(tokens.map((token) => token.term))
      // A function word alone is no evidence of anything; as a part of a phrase it is.
      .filter(({ from, to }) => to - from > 1 || tokens[from]?.stop === false)
      .map(({ from, to, value }) => ({ concept: value, from, to }));
  return {
    concepts: relate(entries),
    inText: match(texts),
    inQuestion: match(questions),
  };
}

function relate(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Concept> {
  const answeredBy = new Map([...entries.keys()].map((name) => [name, new Map<string, number>()]));
  const raise = (asked: string, found: string, closeness: number) => {
    const known = answeredBy.get(asked);
    if (asked !== found) known?.set(found, Math.max(closeness, known.get(found) ?? 0));
  };
  for (const [name, entry] of entries) {
    for (const kind of entry.kinds) {
      raise(name, kind, CLOSENESS.kind);
      raise(kind, name, CLOSENESS.broader);
      // A kind of a kind still answers.
      for (const inner of entries.get(kind)?.kinds ?? []) raise(name, inner, CLOSENESS.kind ** 2);
    }
    for (const other of entry.related) {
      raise(name, other, CLOSENESS.related);
      raise(other, name, CLOSENESS.related);
    }
  }
  return new Map([...answeredBy].map(([name, closeness]) => [name, { name, answeredBy: closeness }]));
}
