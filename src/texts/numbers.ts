/** How are numbers written, and which words go with how many? Both go by the language, and so does what is asked for here. */

const LANGUAGE = 'en';
const numbers = new Intl.NumberFormat(LANGUAGE);
const rules = new Intl.PluralRules(LANGUAGE);

/** `12,000` */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** The words for so many: of one, and of any other number. */
export function plural(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}

/** `1 row`, `12,000 rows` */
export function countOf(count: number, one: string, other: string): string {
  return `${formatNumber(count)} ${plural(count, one, other)}`;
}

/** A day and a time, as `Nov 28, 2026, 9:36 AM`; `time` in milliseconds since 1970. */
export function formatTime(time: number): string {
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
