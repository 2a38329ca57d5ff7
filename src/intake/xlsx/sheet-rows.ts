/** Which cells does a sheet of a workbook have? Source: ECMA-376, part 1, 18.3. */
import { dateOf } from './number-formats';
import { attributeOf, type XmlToken, XmlTokens } from './xml';

export interface SheetCell {
  readonly text: string;
  /** `error`: `#N/A` and the like. `unknown`: a formula that was never worked out. */
  readonly kind: 'text' | 'number' | 'date' | 'error' | 'unknown';
}

export interface SheetRow {
  /** As the sheet counts them. */
  readonly number: number;
  /** By column, from 0; those that are absent are empty. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** Cells that are covered by another one, from `top` to `bottom` and from `left` to `right`. */
interface Merged {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly hiddenRows: number;
  /** Whether there are more rows than are read. */
  readonly goesOn: boolean;
  isCovered(row: number, column: number): boolean;
}

export interface CellFormats {
  readonly strings: readonly string[];
  readonly isDate: readonly boolean[];
  readonly countsFrom1904: boolean;
}

/** Columns behind these are not read. */
const MAX_COLUMNS = 1000;
/** Cells of merged ranges that are looked at. */
const MAX_COVERED = 1_000_000;

/** 1 of `B7`. */
function columnOfReference(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `B` of 1. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** Excel writes characters that XML has not as `_x000D_`. */
const decodeEscapes = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Texts that cells share; what only tells how they are pronounced is left out. */
export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isSpoken = false;
  const tokens = new XmlTokens(xml);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.kind === 'text') {
      if (isText && !isSpoken) text += token.text;
      continue;
    }
    const isOpen = token.kind === 'open' && !token.isEmpty;
    if (token.text === 't') isText = isOpen;
    if (token.text === 'rPh') isSpoken = isOpen;
    if (token.text !== 'si') continue;
    if (!isOpen) strings.push(decodeEscapes(text));
    text = '';
  }
  return strings;
}

/** What stood in a cell before it is known what it means. */
interface RawCell {
  readonly type: string;
  readonly style: number;
  value: string;
  hasValue: boolean;
  hasFormula: boolean;
}

const UNKNOWN: SheetCell = { text: '', kind: 'unknown' };

function readNumber({ value, style, hasFormula }: RawCell, formats: CellFormats): SheetCell | undefined {
  if (value.trim() === '') return hasFormula ? UNKNOWN : undefined;
  const number = Number(value);
  const date = formats.isDate[style] === true ? dateOf(number, formats.countsFrom1904) : undefined;
  if (date !== undefined) return { text: date, kind: 'date' };
  return { text: Number.isFinite(number) ? String(number) : value, kind: 'number' };
}

function readCell(cell: RawCell, formats: CellFormats): SheetCell | undefined {
  const { type, value, hasValue, hasFormula } = cell;
  if (!hasValue) return hasFormula ? UNKNOWN : undefined;
  switch (type) {
    case 's': {
      const text = formats.strings[Number(value)];
      return text === undefined ? { text: value, kind: 'error' } : { text, kind: 'text' };
    }
    case 'inlineStr':
    case 'str':
      return { text: decodeEscapes(value), kind: 'text' };
    case 'b':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', kind: 'text' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return { text: value, kind: 'date' };
    default:
      return readNumber(cell, formats);
  }
}

function readMerged(token: XmlToken): Merged | undefined {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributeOf(token, 'ref') ?? '');
  if (found === null) return undefined;
  const [, left = '', top, right = '', bottom] = found;
  return {
    left: columnOfReference(left),
    right: columnOfReference(right),
    top: Number(top),
    bottom: Number(bottom),
  };
}

function coverOf(merged: readonly Merged[], lastRow: number): Sheet['isCovered'] {
  const covered = new Set<number>();
  let left = MAX_COVERED;
  for (const range of merged) {
    const bottom = Math.min(range.bottom, lastRow);
    const right = Math.min(range.right, MAX_COLUMNS - 1);
    for (let row = range.top; row <= bottom && left > 0; row += 1) {
      for (let column = range.left; column <= right && left > 0; column += 1) {
        left -= 1;
        if (row > range.top || column > range.left) covered.add(row * MAX_COLUMNS + column);
      }
    }
  }
  return (row, column) => covered.has(row * MAX_COLUMNS + column);
}

/** Rows that have any text, `most` of them at most. */
export function readSheet(xml: string, formats: CellFormats, most: number): Sheet {
  const rows: SheetRow[] = [];
  const merged: Merged[] = [];
  let hiddenRows = 0;
  let goesOn = false;
  let number = 0;
  let isHidden = false;
  let column = -1;
  let cells = new Map<number, SheetCell>();
  let cell: RawCell | undefined;
  let isValue = false;
  let isSpoken = false;

  const endCell = () => {
    const read = cell === undefined ? undefined : readCell(cell, formats);
    if (read !== undefined && column < MAX_COLUMNS) cells.set(column, read);
    cell = undefined;
  };
  const endRow = () => {
    if ([...cells.values()].every(({ text, kind }) => text.trim() === '' && kind !== 'unknown')) return;
    if (rows.length >= most) goesOn = true;
    else rows.push({ number, cells });
    if (isHidden) hiddenRows += 1;
  };

  const tokens = new XmlTokens(xml);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.kind === 'text') {
      if (cell !== undefined && isValue && !isSpoken) cell.value += token.text;
      continue;
    }
    const isOpen = token.kind === 'open';
    switch (token.text) {
      case 'row':
        if (isOpen) {
          number = Number(attributeOf(token, 'r')) || number + 1;
          isHidden = /^(?:1|true)$/.test(attributeOf(token, 'hidden') ?? '');
          column = -1;
          cells = new Map();
        } else {
          endRow();
          if (goesOn) return { rows, hiddenRows, goesOn, isCovered: () => false };
        }
        break;
      case 'c':
        if (isOpen) {
          const letters = /^([A-Z]{1,3})\d/.exec(attributeOf(token, 'r') ?? '')?.[1];
          column = letters === undefined ? column + 1 : columnOfReference(letters);
          const style = Number(attributeOf(token, 's') ?? 0);
          const type = attributeOf(token, 't') ?? 'n';
          cell = { type, style, value: '', hasValue: false, hasFormula: false };
          if (token.isEmpty) cell = undefined;
        } else {
          endCell();
        }
        break;
      case 'v':
      case 't':
        isValue = isOpen && !token.isEmpty;
        if (isValue && cell !== undefined) cell.hasValue = true;
        break;
      case 'f':
        if (isOpen && cell !== undefined) cell.hasFormula = true;
        break;
      case 'rPh':
        isSpoken = isOpen && !token.isEmpty;
        break;
      case 'mergeCell': {
        const one = isOpen ? readMerged(token) : undefined;
        if (one !== undefined) merged.push(one);
        break;
      }
    }
  }
  return { rows, hiddenRows, goesOn, isCovered: coverOf(merged, rows.at(-1)?.number ?? 0) };
}
