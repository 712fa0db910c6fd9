import type { State } from '../state.ts';
import type { Names } from './markdown.ts';

/** Where a name's picture is. Discord's own are on the web, where this page does not go. */
export function avatarOf(name: string): string {
  return `/page/avatar/${encodeURIComponent(name.slice(0, 40))}.svg`;
}

export function nameOf(state: State, userId: string, fallback = 'unknown-user'): string {
  return state.user(userId)?.name ?? fallback;
}

/** The names that mentions stand for. */
export function namesIn(state: State): Names {
  return (kind, id) => {
    if (kind === 'user') return nameOf(state, id);
    const { roles = [], channels = [] } = state.snapshot ?? {};
    const found = (kind === 'role' ? roles : channels).find((one) => one.id === id);
    return found?.name ?? `unknown-${kind}`;
  };
}

const TIME = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'short' });
const LONG = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

/** `10:32`, or with the day where it is not today. */
export function shortTime(timestamp: string): string {
  const date = new Date(timestamp);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? TIME.format(date) : `${DAY.format(date)}, ${TIME.format(date)}`;
}

export function longTime(date: Date): string {
  return LONG.format(date);
}

const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `5 minutes ago`. */
export function relativeTime(date: Date): string {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step === undefined
    ? RELATIVE.format(seconds, 'second')
    : RELATIVE.format(Math.round(seconds / step[1]), step[0]);
}

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** A `<t:seconds:style>` as Discord words it. */
export function styledTime(date: Date, style: string): string {
  if (style === 'R') return relativeTime(date);
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(date);
}
