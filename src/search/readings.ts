import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Passage, PassageId } from '../corpus/model.ts';
import { createPace } from '../corpus/pace.ts';
import { numbersIn } from '../language/figures.ts';
import type { NumberReading } from '../language/number-reading.ts';
import { readDenials } from '../language/stance.ts';
import {
  PASSAGE_READER,
  type PassageReader,
  type PassageReading,
  type TopicOdds,
} from './encoder/passage-reader.ts';
import { cacheKey } from './vector-cache.ts';
import type { Vectors } from './vectors.ts';
import { writeAtOnce } from './write-at-once.ts';

/** A passage that, as a model reads it, denies what another asserts. */
export interface DenialReading {
  readonly denying: PassageId;
  readonly asserting: PassageId;
  /** Between 0 and 1. */
  readonly chance: number;
}

/** What a model tells of the passages themselves, whatever is asked. */
export interface Readings {
  /** The numbers of a passage that may count something; none where it was not read. */
  readonly numbers: (passage: Passage) => readonly NumberReading[];
  /**
   * The odds, in natural logarithms, that a passage belongs to a topic; undefined where the topic was not learnt, or
   * where the passage was not read.
   */
  readonly topic: (name: string, passage: Passage) => number | undefined;
  /** The pairs of passages that were read together; undefined where none were. */
  readonly denials: readonly DenialReading[] | undefined;
}

/** Where there is no model, or it has not read yet. */
export const NO_READINGS: Readings = { numbers: () => [], topic: () => undefined, denials: undefined };

export interface ReadingOptions {
  /** Where readings are kept between runs; nowhere if it is absent. */
  readonly cacheDir?: string;
  /** Ends the reading: the passages are no longer served. What was saved until then is kept. */
  readonly signal?: AbortSignal;
}

/** The learnt "topic" of the passages that report something to be denied. */
const DENYING = 'denials';
/**
 * A passage without a word that denies is read as a denial from these odds on that it is one, in natural logarithms. From
 * -1.5 on, with 16 passages each, more is found on `READ` of bench/quality/events.ts alone (21 of 93 instead of 15); on the
 * events of other writers nothing, with up to two wrong ones more in each.
 */
const MAY_DENY = 0;
/** With how many passages nearest to it a denial is read, those with the same words left out. */
const COMPARED = 12;
/** Pairs that are read at most: 20 minutes of work in the model's thread. */
const MOST_PAIRS = 20_000;
/** The cache is written after so many readings, so that what was read outlives a restart. */
const SAVED_AFTER = 1000;

/**
 * Reads passages, and which of them deny which: some 0.1 s a passage, less what is known from earlier runs. The model
 * is opened only where something is not, and closed at the end. Gives way to other work. Where it fails at the denials, they
 * are left to rules.
 *
 * @throws the model's error at a passage, or the signal's.
 */
export async function buildReadings(
  passages: readonly Passage[],
  openReader: () => Promise<PassageReader | undefined>,
  vectors: Pick<Vectors, 'alike'>,
  { cacheDir, signal }: ReadingOptions = {},
): Promise<Readings> {
  const file = cacheDir === undefined ? undefined : path.join(cacheDir, `readings-${PASSAGE_READER}.json`);
  const cache = await openCache(file);
  const pace = createPace();
  let opened: Promise<PassageReader | undefined> | undefined;
  const reader = async () => {
    opened ??= openReader();
    const found = await opened;
    if (!found) throw new Error('there is no model that reads passages');
    return found;
  };
  /** What is known of a key, or is read now. */
  const known = async <Value>(
    kind: Map<string, Value>,
    key: string,
    read: (reader: PassageReader) => Promise<Value>,
  ) => {
    signal?.throwIfAborted();
    await pace();
    const value = kind.get(key) ?? (await read(await reader()));
    await cache.keep(kind, key, value);
    return value;
  };
  try {
    const classified = new Map<Passage, TopicOdds>();
    for (const passage of passages) {
      const key = cacheKey([passage.text]);
      classified.set(passage, await known(cache.topics, key, (model) => model.classify(passage.text)));
    }
    const read = new Map<Passage, PassageReading>();
    for (const passage of passages) {
      const numbers = numbersIn(passage.text, passage.sentences);
      const key = cacheKey([passage.text, numbers.join(' ')]);
      const reading = await known(cache.passages, key, (model) => model.read(passage.text, numbers));
      read.set(passage, { ...reading, topics: meanOf(reading.topics, classified.get(passage)) });
    }
    const readPairs = async () => {
      const denials: DenialReading[] = [];
      for (const [denying, asserting] of await pairsOf(read, vectors)) {
        const key = cacheKey([denying.text, asserting.text]);
        const odds = await known(cache.denies, key, (model) => model.denies(denying.text, asserting.text));
        denials.push({ denying: denying.id, asserting: asserting.id, chance: 1 / (1 + Math.exp(-odds)) });
      }
      return denials;
    };
    const denials = await readPairs().catch((): undefined => {
      // Rules alone tell of denials then; what was read of the passages stays.
      signal?.throwIfAborted();
    });
    if (denials) await cache.close();
    else await cache.save();
    return {
      numbers: (passage) => read.get(passage)?.numbers ?? [],
      topic: (name, passage) => {
        const topics = read.get(passage)?.topics;
        return topics && name !== DENYING && Object.hasOwn(topics, name) ? topics[name] : undefined;
      },
      denials,
    };
  } finally {
    await (await opened)?.close();
  }
}

/** Two models err each in its own way: their mean orders what they did not learn from better than either. */
const meanOf = (one: TopicOdds, other: TopicOdds = one): TopicOdds =>
  Object.fromEntries(
    Object.entries(one).map(([topic, odds]) => [topic, (odds + (other[topic] ?? odds)) / 2]),
  );

/** Each passage that may deny something, the likeliest first, with those that it most likely speaks of. */
async function pairsOf(
  read: ReadonlyMap<Passage, PassageReading>,
  vectors: Pick<Vectors, 'alike'>,
): Promise<readonly (readonly [denying: Passage, asserting: Passage])[]> {
  const pace = createPace();
  const byId = new Map([...read.keys()].map((passage) => [passage.id, passage]));
  const oddsOf = (reading: PassageReading) => reading.topics[DENYING] ?? Number.NEGATIVE_INFINITY;
  const likeliest = [...read]
    .filter(
      ([{ text, sentences }, reading]) =>
        oddsOf(reading) >= MAY_DENY || readDenials(text, sentences).length > 0,
    )
    .sort(([, a], [, b]) => oddsOf(b) - oddsOf(a))
    .slice(0, Math.floor(MOST_PAIRS / COMPARED));
  const pairs: (readonly [Passage, Passage])[] = [];
  for (const [denying] of likeliest) {
    await pace();
    const alike = (await vectors.alike(denying.id, 2 * COMPARED)).flatMap((id) => byId.get(id) ?? []);
    const others = alike.filter(({ text }) => text !== denying.text).slice(0, COMPARED);
    pairs.push(...others.map((asserting): readonly [Passage, Passage] => [denying, asserting]));
  }
  return pairs;
}

/** Readings of earlier runs by the texts that were read; those that are used in this run are kept. */
interface Cache {
  readonly topics: Map<string, TopicOdds>;
  readonly passages: Map<string, PassageReading>;
  readonly denies: Map<string, number>;
  readonly keep: <Value>(kind: Map<string, Value>, key: string, value: Value) => Promise<void>;
  /** Writes all that is known. */
  readonly save: () => Promise<void>;
  /** Writes what was used; what was not is dropped. */
  readonly close: () => Promise<void>;
}

async function openCache(file: string | undefined): Promise<Cache> {
  const { topics, passages, denies } = await readCache(file);
  const used = new Set<string>();
  const count = topics.size + passages.size + denies.size;
  let fresh = 0;
  const write = async (isUsed: (key: string) => boolean) => {
    const record = (kind: Map<string, unknown>) =>
      Object.fromEntries([...kind].filter(([key]) => isUsed(key)));
    if (file === undefined) return;
    await writeAtOnce(
      file,
      asText({ topics: record(topics), passages: record(passages), denies: record(denies) }),
    );
  };
  return {
    topics,
    passages,
    denies,
    async keep(kind, key, value) {
      used.add(key);
      if (kind.has(key)) return;
      kind.set(key, value);
      fresh++;
      if (fresh % SAVED_AFTER === 0) await write(() => true);
    },
    save: () => write(() => true),
    async close() {
      if (fresh > 0 || used.size < count) await write((key) => used.has(key));
    },
  };
}

/** Nothing where the file cannot be read or is not one of ours. */
async function readCache(file: string | undefined): Promise<Pick<Cache, 'topics' | 'passages' | 'denies'>> {
  const text = file === undefined ? '{}' : await readFile(file, 'utf8').catch(() => '{}');
  try {
    const { topics = {}, passages = {}, denies = {} } = JSON.parse(text);
    return {
      topics: new Map(Object.entries(topics)),
      passages: new Map(Object.entries(passages)),
      denies: new Map(Object.entries(denies)),
    };
  } catch {
    return { topics: new Map(), passages: new Map(), denies: new Map() };
  }
}

/** Digits of a chance or of odds that are kept. */
const DIGITS = 4;

function asText(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'number' ? Number(item.toFixed(DIGITS)) : item));
}
