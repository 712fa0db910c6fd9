import type { Answer } from '../answer/answer.ts';
import type { RichText } from './rich-text.ts';

/** A button under a reply, or an option of a select: pressing it calls `act(state)` of the command. */
export interface Action {
  /** 1 to 80 characters. */
  readonly label: string;
  /** The name of the command whose `act` is called. */
  readonly command: string;
  /** What `act` gets back. It outlives the process, so it must be short: 70 UTF-16 units at most. */
  readonly state: string;
  readonly style?: 'primary' | 'secondary';
  readonly disabled?: boolean;
}

/** `private`: only the asker sees it, where the medium can. */
export type Visibility = 'public' | 'private';

interface ReplyBase {
  readonly visibility?: Visibility;
  /** At most 15 are shown: five a row, the last row being kept for the medium's own. */
  readonly actions?: readonly Action[];
}

/** An answer with its passages; the medium shows as many as fit from `offset` on. */
export interface AnswerReply extends ReplyBase {
  readonly kind: 'answer';
  readonly answer: Answer;
  /** What the answer is to: shown above it. The name of a topic command, or a question. */
  readonly heading: string;
  /** How many passages of `answer` stand before this page. Default 0. */
  readonly offset?: number;
  /** How many passages a page shows at most. Default: as many as the medium takes. */
  readonly pageSize?: number;
  /** A line of the bot's own about the answer, shown above its passages: what it is narrowed to, who is silent. */
  readonly note?: RichText;
}

/** A few lines: a confirmation, a refusal, a progress report. */
export interface NoticeReply extends ReplyBase {
  readonly kind: 'notice';
  readonly text: RichText;
  /** Set where the request was refused or has failed. */
  readonly failed?: boolean;
}

/** A page with a title and sections: help, the list of sources, an article. */
export interface DocumentReply extends ReplyBase {
  readonly kind: 'document';
  readonly title: string;
  /** http or https. */
  readonly url?: string;
  readonly lead?: RichText;
  readonly sections: readonly { readonly heading?: string; readonly body: RichText }[];
  readonly footer?: string;
}

export type Reply = AnswerReply | NoticeReply | DocumentReply;
