import type { Published } from './model.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?$/;

/** Whether the text is a day of the calendar, `YYYY-MM-DD`; `2017-02-30` is none. */
export function isCalendarDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date as read, or why it is none. */
export type PublishedReading =
  | { readonly published: Published; readonly warning?: string }
  | { readonly error: string };

/** Reads an ISO 8601 date or date-time. A time without a zone is taken as UTC, with a warning. */
export function readPublished(text: string): PublishedReading {
  if (DAY.test(text)) {
    if (!isCalendarDay(text))
      return { error: `holds ${quote(text)}, which is no day of the calendar; mend the day` };
    return { published: { text, day: text } };
  }
  const parts = MOMENT.exec(text);
  if (!parts) {
    return {
      error: `holds ${quote(text)}; write a date as 2031-03-14, or a date with a time as 2031-03-14T09:30:00Z`,
    };
  }
  const [
    ,
    day = '',
    hour,
    minute,
    second = '0',
    fraction = '0',
    utc,
    sign,
    zoneHour = '0',
    zoneMinute = '0',
  ] = parts;
  if (!isCalendarDay(day))
    return { error: `holds ${quote(text)}, which is no day of the calendar; mend the day` };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return { error: `holds ${quote(text)}, which is no time of day; mend the time` };
  }
  const zone = (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute));
  if (Math.abs(zone) > 14 * 60 || Number(zoneMinute) > 59) {
    return { error: `holds ${quote(text)}, whose time zone does not exist; mend the part behind the time` };
  }
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  const instant =
    Date.parse(`${day}T${hour}:${minute}:00Z`) + Number(second) * 1000 + milliseconds - zone * 60_000;
  const published = { text, day, instant };
  if (utc ?? sign) return { published };
  return { published, warning: 'has a time without a zone, read as UTC; add Z or the zone, such as +02:00' };
}

/**
 * Which of two is the earlier: negative where `a` is, positive where `b` is, 0 where it cannot be told (the
 * same moment, or the same day of which one has no time). For pairs alone: it is no order to sort by, see
 * `byPublication`.
 */
export function comparePublished(a: Published, b: Published): number {
  if (a.instant !== undefined && b.instant !== undefined) return Math.sign(a.instant - b.instant);
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/**
 * Sorts by publication, the oldest first; equal ones by id. Moments stand by their instant. A day without a
 * time stands before every moment of the same day or of a later one, as written.
 */
export function byPublication<T extends { readonly id: string; readonly published: Published }>(
  items: readonly T[],
): readonly T[] {
  const moments = items
    .filter(({ published }) => published.instant !== undefined)
    .sort((a, b) => (a.published.instant ?? 0) - (b.published.instant ?? 0) || byText(a.id, b.id));
  const days = items
    .filter(({ published }) => published.instant === undefined)
    .sort((a, b) => byText(a.published.day, b.published.day) || byText(a.id, b.id));
  const sorted: T[] = [];
  let next = 0;
  for (const moment of moments) {
    for (let day = days[next]; day && day.published.day <= moment.published.day; day = days[++next]) {
      sorted.push(day);
    }
    sorted.push(moment);
  }
  return [...sorted, ...days.slice(next)];
}

/** By code units, so that the order is the same on every machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function quote(text: string): string {
  return `"${text.slice(0, 60)}"`;
}
