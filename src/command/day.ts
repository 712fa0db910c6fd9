import type { Published } from '../corpus/model.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar day, `2031-03-14`, as people write it: `14 March 2031`. */
export function formatDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** The day of publication as written in the article, in no other time zone. */
export function formatPublishedDay(published: Published): string {
  return formatDay(published.day);
}

/** `14 March 2031`, or `14 March 2031 to 2 April 2031` for an event of several days. */
export function formatDays({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
