import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './model.ts';
import { nearestName } from './nearest-name.ts';
import { errorAt, warningAt } from './problem.ts';

type Path = readonly (string | number)[];

/** A YAML mapping whose values are all text, lists and mappings (a date stays what was written). */
export interface YamlMap {
  readonly value: Readonly<Record<string, unknown>>;
  /** The line, in the file, of the key or list item at the path; of its nearest parent where it is missing. */
  readonly lineOf: (path: Path) => number;
}

/** Reads YAML that stands in a file from `firstLine` on. Problems are errors: the map is absent with them. */
export function readYamlMap(
  text: string,
  file: string,
  firstLine: number,
): { readonly map: YamlMap } | { readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    return { problems: document.errors.map((e) => errorAt(file, at(e.pos[0]), explain(e.code, e.message))) };
  }
  if (!isMap(document.contents)) {
    return { problems: [errorAt(file, firstLine, 'holds no keys; write lines such as `title: …`')] };
  }
  const contents = document.contents;
  const lineOf = (path: Path): number => {
    let node: unknown = contents;
    let line = firstLine;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((p) => isPair(p) && isNode(p.key) && String(p.key) === String(step));
        if (!pair) return line;
        if (isNode(pair.key) && pair.key.range) line = at(pair.key.range[0]);
        node = pair.value;
      } else {
        const item: unknown =
          isNode(node) && 'items' in node && Array.isArray(node.items) ? node.items[Number(step)] : undefined;
        if (!isNode(item)) return line;
        if (item.range) line = at(item.range[0]);
        node = item;
      }
    }
    return line;
  };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return { map: { value: value as Record<string, unknown>, lineOf } };
  } catch (error) {
    return {
      problems: [
        errorAt(file, firstLine, `is no usable YAML: ${error instanceof Error ? error.message : error}`),
      ],
    };
  }
}

function explain(code: string, message: string): string {
  const mend: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: 'has this key twice; remove one',
    BLOCK_AS_IMPLICIT_KEY: 'has a colon within a value; put the whole value in quotes',
    MISSING_CHAR: 'has a quotation mark or bracket that is not closed; close it',
    TAB_AS_INDENT: 'is indented with a tab; use spaces',
    MULTIPLE_DOCS: 'has a line `---` in the middle; remove it',
  };
  return (
    mend[code] ?? `is no valid YAML (${message.split('\n')[0]}); put a value with special signs in quotes`
  );
}

/**
 * Checks a mapping against a strict schema whose messages continue "`key` …". What the schema does not know
 * is a warning and taken off; everything else that does not fit is an error, and the value is absent.
 */
export function validateMap<Schema extends z.ZodType>(
  schema: Schema,
  map: YamlMap,
  file: string,
  knownKeys: Iterable<string>,
): { readonly value?: z.infer<Schema>; readonly problems: readonly Problem[] } {
  const known = [...knownKeys];
  const first = schema.safeParse(map.value);
  if (first.success) return { value: first.data, problems: [] };
  const problems: Problem[] = [];
  const pruned = structuredClone(map.value);
  for (const issue of first.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const near = nearestName(key, known);
      const mend = near ? `did you mean \`${near}\`?` : 'remove it';
      problems.push(
        warningAt(
          file,
          map.lineOf([...toPath(issue.path), key]),
          `\`${key}\` is no key that is known here; ${mend}`,
        ),
      );
      remove(pruned, toPath(issue.path), key);
    }
  }
  const second = schema.safeParse(pruned);
  if (second.success) return { value: second.data, problems };
  for (const issue of second.error.issues) {
    const path = toPath(issue.path);
    problems.push(
      errorAt(
        file,
        map.lineOf(path),
        `\`${path.map((p) => (typeof p === 'number' ? p + 1 : p)).join('.')}\` ${issue.message}`,
      ),
    );
  }
  return { problems };
}

function toPath(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function remove(value: unknown, path: Path, key: string): void {
  let at: unknown = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  if (typeof at === 'object' && at !== null) Reflect.deleteProperty(at, key);
}
