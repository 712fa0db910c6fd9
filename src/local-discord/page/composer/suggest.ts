import type { AutocompleteRequest } from '../../page-server/wire.ts';
import { fetchChoices } from '../requests.ts';
import type { Suggestion } from './option-values.ts';

/** Milliseconds of rest in the typing before the bot is asked. */
const DEBOUNCE = 150;

export type Suggestions =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ready'; readonly found: readonly Suggestion[] };

/** Asks the bot for suggestions while one types: not at every key, and never showing an older answer over a newer. */
export class Suggester {
  readonly #onChange: () => void;
  #key = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  current: Suggestions = { kind: 'loading' };

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Makes sure that the suggestions are for this request, or are on their way. */
  want(request: AutocompleteRequest): Suggestions {
    const key = JSON.stringify(request);
    if (key === this.#key) return this.current;
    const sameOption = this.#key.startsWith(key.slice(0, key.indexOf('"partial"')));
    this.#key = key;
    // What was found for the letters before stays in sight meanwhile.
    if (!sameOption || this.current.kind !== 'ready') this.current = { kind: 'loading' };
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#timer = setTimeout(() => void this.#ask(request, abort.signal), DEBOUNCE);
    return this.current;
  }

  async #ask(request: AutocompleteRequest, signal: AbortSignal): Promise<void> {
    const answer = await fetchChoices(request, signal);
    if (signal.aborted) return;
    this.current =
      'error' in answer
        ? { kind: 'failed', reason: answer.error }
        : { kind: 'ready', found: answer.choices.map(({ name, value }) => ({ label: name, value })) };
    this.#onChange();
  }
}
