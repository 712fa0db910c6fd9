import type { Published } from '../corpus/model.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * When an article was published, as the article gives it: `7 June 2017`, or `7 June 2017, 14:20 UTC+4:30`
 * where it has a time. Never shifted to another zone, so that the day is the publisher's.
 */
export function formatPublished(published: Published): string {
  const day = formatDay(published.day);
  const [, time, zone] = /T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}:?\d{2})?/i.exec(published.text) ?? [];
  if (time === undefined) return day;
  return `${day}, ${time}${zone === undefined ? '' : ` ${formatZone(zone)}`}`;
}

/** `2017-06-07` as `7 June 2017`; anything else as it is. */
export function formatDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

function formatZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
