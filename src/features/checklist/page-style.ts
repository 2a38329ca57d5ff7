/** What stands in the margins of each page beside its number, and on which paper? As CSS, since it differs from plan to plan. */
import { showPlainly } from '../../formats/plan-report-text';
import * as texts from '../../texts/print';
import type { PaperSize } from './choices';

/** More would run into the other corner. */
const LONGEST = 84;

/** No character of the text can end the string. */
function quoteForCss(text: string): string {
  const characters = [...showPlainly(text.replace(/\s+/g, ' '))];
  const short = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), '…'] : characters;
  return `"${short.join('').replace(/["\\]/g, '\\$&')}"`;
}

export function writePageStyle(title: string, printedOn: string, size: PaperSize): string {
  return [
    '@page checklist {',
    size === 'printer' ? '' : `size: ${size};`,
    `@top-left { content: ${quoteForCss(title)}; }`,
    `@top-right { content: ${quoteForCss(texts.printed(printedOn))}; }`,
    '}',
  ].join(' ');
}
