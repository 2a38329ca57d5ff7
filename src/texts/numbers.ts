/** How are numbers written, and which words go with how many? In one place, since both go by the language. */

const LANGUAGE = 'en';
const numbers = new Intl.NumberFormat(LANGUAGE);
const rules = new Intl.PluralRules(LANGUAGE);

/** `12,000` */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** The words for so many. A language that has more forms than `one` and `other` gives them by their names. */
export function plural(
  count: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>,
): string {
  return forms[rules.select(count)] ?? forms.other;
}

/** `1 row`, `12,000 rows` */
export function countOf(count: number, forms: Parameters<typeof plural>[1]): string {
  return `${formatNumber(count)} ${plural(count, forms)}`;
}

/** A day and a time, as `Nov 28, 2026, 9:36 AM`; `time` in milliseconds since 1970. */
export function formatTime(time: number): string {
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
