/** Which numbers of a workbook are shown as dates, and which dates are they? Source: ECMA-376, part 1, 18.8.30 and 18.17.4. */
import { attributeOf, XmlTokens } from './xml';

/** Formats that every workbook has, and that show dates or times. */
function isDateId(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether it has a letter of a date outside of texts, colours and conditions. */
function isDateCode(code: string): boolean {
  const bare = code
    .slice(0, 1000)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare);
}

/** For each style that a cell may have, whether it shows dates. */
export function readDateStyles(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isOfCells = false;
  const tokens = new XmlTokens(xml);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.text === 'cellXfs' && token.kind !== 'text')
      isOfCells = token.kind === 'open' && !token.isEmpty;
    if (token.kind !== 'open') continue;
    const id = Number(attributeOf(token, 'numFmtId') ?? 0);
    if (token.text === 'numFmt') codes.set(id, attributeOf(token, 'formatCode') ?? '');
    if (token.text !== 'xf' || !isOfCells) continue;
    const code = codes.get(id);
    styles.push(code === undefined ? isDateId(id) : isDateCode(code));
  }
  return styles;
}

const DAY = 86_400_000;
/** Days from the day that workbooks count from, or those of old Macs, to that of Date. */
const EPOCH = 25_569;
const EPOCH_OF_1904 = 24_107;

/** `2024-03-01`; `undefined` where it is no date that there is. */
export function dateOf(serial: number, countsFrom1904: boolean): string | undefined {
  const days = serial - (countsFrom1904 ? EPOCH_OF_1904 : EPOCH);
  if (!(serial >= 0) || serial > 2_958_465) return undefined;
  return new Date(Math.round(days * DAY)).toISOString().slice(0, 10);
}
