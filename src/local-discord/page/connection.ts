import type { LiveEvent } from '../page-server/wire.ts';

/** Milliseconds without a sign of life after which a connection counts as lost; the server pulses every 10 s. */
const SILENCE = 25_000;
/** Milliseconds before the first and at most before any further attempt to come back. */
const FIRST_WAIT = 300;
const LONGEST_WAIT = 3_000;

export interface ConnectionHandlers {
  onEvent(event: LiveEvent): void;
  onLost(): void;
}

/**
 * The stream of what happens. It comes back by itself, and then begins with the whole of what there is to see, so
 * that nothing missed stays missed.
 */
export class Connection {
  readonly #handlers: ConnectionHandlers;
  #address = '';
  #source: EventSource | null = null;
  #wait = FIRST_WAIT;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(handlers: ConnectionHandlers) {
    this.#handlers = handlers;
    window.addEventListener('online', () => this.#open());
    // A browser keeps six connections to one server for all its tabs: those out of sight leave theirs.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#close();
      else this.#open();
    });
  }

  /** Follows what a persona sees, instead of what was followed before. */
  follow(personaKey: string, traffic: boolean): void {
    this.#address = `/page/live?as=${encodeURIComponent(personaKey)}${traffic ? '&traffic=1' : ''}`;
    this.#open();
  }

  #open(): void {
    this.#close();
    const source = new EventSource(this.#address);
    this.#source = source;
    this.#watch();
    source.onmessage = ({ data }: MessageEvent<string>) => {
      this.#wait = FIRST_WAIT;
      this.#watch();
      this.#handlers.onEvent(JSON.parse(data) as LiveEvent);
    };
    source.onerror = () => this.#lost();
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lost(), SILENCE);
  }

  #lost(): void {
    this.#close();
    this.#handlers.onLost();
    this.#retry = setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #close(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }
}
