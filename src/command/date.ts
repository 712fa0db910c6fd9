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

/**
 * When an article was published, as the article gives it: `14 March 2031`, or `14 March 2031, 14:20 UTC+4:30`
 * where it has a time. Never shifted to another zone, so that the day is the publisher's.
 */
export function formatPublished(published: Published): string {
  const day = formatPublishedDay(published);
  const [, time, zone] = /T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}:?\d{2})?/i.exec(published.text) ?? [];
  if (time === undefined) return day;
  return `${day}, ${time}${zone === undefined ? '' : ` ${formatZone(zone)}`}`;
}

/** `14 March 2031`, or `14 March 2031 to 2 April 2031` for an event of several days. */
export function formatDays({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}

/** A moment, to the minute: `14 March 2031, 09:50 UTC`. */
export function formatMoment(moment: Date): string {
  const text = moment.toISOString();
  return formatPublished({ text: text.replace(/:[^:]*Z$/, 'Z'), day: text.slice(0, 10) });
}

function formatZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
