import type { Answer, Answered, Filters } from './answer/answer.ts';
import type { Corpus, TopicDeclaration } from './corpus/model.ts';

/** What changed between two readings of the data folder, and what it took. */
export interface ReloadReport {
  readonly articles: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly passages: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly milliseconds: number;
  readonly corpus: Corpus;
}

/** How far an index has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The event's articles with their index, always whole: a reload builds beside it and swaps at once. */
export interface Dossier {
  /** The corpus that is being served. */
  readonly corpus: Corpus;
  readonly indexedAt: Date;
  /** Answers a question in free words. Never throws for anything a user can type. */
  ask(question: string, filters?: Filters): Promise<Answer>;
  /** Everything that the articles say of a topic. */
  about(topic: TopicDeclaration, filters?: Filters): Promise<Answer>;
  /** The names of the publishers that say something of the topic, the one that says most first. */
  publishersOn(topic: TopicDeclaration): Promise<readonly string[]>;
  /**
   * Reads the data folder again while the old index goes on answering, and swaps at once.
   *
   * @throws UserError where a reload is under way, or where the folder cannot be used (the old index serves on).
   */
  reload(onProgress?: (progress: Progress) => void): Promise<ReloadReport>;
}

export type { Answer, Answered };
