/** Which sheets has a workbook? What is no workbook of Excel is said to be what it seems. Source: ECMA-376, parts 1 and 2. */
import type { Refusal } from '../reader';
import { readDateStyles } from './number-formats';
import { type CellFormats, readSheet, readStrings, type Sheet } from './sheet-rows';
import { attributeOf, XmlFault, XmlTokens } from './xml';
import { ZipFault, ZipFile } from './zip';

export interface NamedSheet {
  readonly name: string;
  readonly sheet: Sheet;
}

export interface Workbook {
  /** Those that are shown, with their rows. */
  readonly sheets: readonly NamedSheet[];
  readonly hidden: readonly string[];
  /** Shown, and not looked at: there are too many. */
  readonly unread: readonly string[];
}

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

const MEGABYTE = 1024 * 1024;
/** Of all parts that are unpacked. */
const BUDGET = 128 * MEGABYTE;
const MAX_SHEETS = 20;
const MAX_ROWS = 100_000;

const WORKBOOK = 'xl/workbook.xml';
const SAVE_AS = 'Save it as an Excel workbook (.xlsx) or as CSV, and read that.';

/** How other files are known that are packed like a workbook. */
const OTHERS: readonly (readonly [part: string, what: string])[] = [
  ['xl/workbook.bin', `This is a binary Excel workbook (.xlsb). ${SAVE_AS}`],
  [
    'Index/Document.iwa',
    `This is a file of Apple's Numbers or Pages. Export it as Excel or CSV, and read that.`,
  ],
  ['word/document.xml', 'This is a Word document. Copy its table into a spreadsheet, or paste it as text.'],
  ['ppt/presentation.xml', 'This is a PowerPoint presentation, not a table.'],
];

export function refuse(code: string, message: string, path: string): Refusal {
  return { refused: { code, message, path } };
}

async function describeOther(zip: ZipFile): Promise<Refusal> {
  const other = OTHERS.find(([part]) => zip.has(part));
  if (other !== undefined) return refuse('not-xlsx', other[1], other[0]);
  const kind = zip.has('mimetype') && zip.has('content.xml') ? await zip.read('mimetype') : undefined;
  if (kind?.includes('opendocument.spreadsheet') === true) {
    return refuse('not-xlsx', `This is an OpenDocument spreadsheet (.ods). ${SAVE_AS}`, 'mimetype');
  }
  const message = 'This is a ZIP file, and no Excel workbook. Unpack it, and bring the files that are in it.';
  return refuse('not-xlsx', message, WORKBOOK);
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

/** `../a.xml` and `/xl/a.xml` as parts are called. */
function resolve(target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `xl/${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Where the parts are that the workbook names by an id. */
async function readRelations(zip: ZipFile): Promise<Map<string, { type: string; part: string }>> {
  const relations = new Map<string, { type: string; part: string }>();
  const tokens = new XmlTokens((await zip.read('xl/_rels/workbook.xml.rels')) ?? '');
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.kind !== 'open' || token.text !== 'Relationship') continue;
    const type = (attributeOf(token, 'Type') ?? '').replace(/^.*\//, '');
    relations.set(attributeOf(token, 'Id') ?? '', {
      type,
      part: resolve(attributeOf(token, 'Target') ?? ''),
    });
  }
  return relations;
}

async function openWorkbook(zip: ZipFile, xml: string): Promise<Workbook | Refusal> {
  const relations = await readRelations(zip);
  const entries: SheetEntry[] = [];
  let countsFrom1904 = false;
  const tokens = new XmlTokens(xml);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.kind !== 'open') continue;
    if (token.text === 'workbookPr') countsFrom1904 = isOn(attributeOf(token, 'date1904'));
    const relation = token.text === 'sheet' ? relations.get(attributeOf(token, 'id') ?? '') : undefined;
    if (relation?.type !== 'worksheet') continue;
    const isHidden = (attributeOf(token, 'state') ?? 'visible') !== 'visible';
    entries.push({ name: attributeOf(token, 'name') ?? '', isHidden, part: relation.part });
  }
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.part ?? '';
  const strings = await zip.read(partOf('sharedStrings'));
  const styles = await zip.read(partOf('styles'));
  const formats: CellFormats = {
    strings: strings === undefined ? [] : readStrings(strings),
    isDate: styles === undefined ? [] : readDateStyles(styles),
    countsFrom1904,
  };
  const shown = entries.filter(({ isHidden }) => !isHidden);
  const sheets: NamedSheet[] = [];
  for (const { name, part } of shown.slice(0, MAX_SHEETS)) {
    const content = await zip.read(part);
    if (content === undefined) {
      return refuse('broken-workbook', 'The workbook names a sheet that is not in it. Save it again.', part);
    }
    const sheet = readSheet(content, formats, MAX_ROWS);
    if (sheet.goesOn) {
      const most = MAX_ROWS.toLocaleString('en');
      const message = `The sheet "${name.slice(0, 100)}" has more than ${most} rows. Save it as CSV, which is read whatever its length.`;
      return refuse('too-large', message, part);
    }
    sheets.push({ name, sheet });
  }
  return {
    sheets,
    hidden: entries.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    unread: shown.slice(MAX_SHEETS).map(({ name }) => name),
  };
}

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | Refusal> {
  try {
    const zip = new ZipFile(bytes, BUDGET);
    const xml = await zip.read(WORKBOOK);
    return xml === undefined ? await describeOther(zip) : await openWorkbook(zip, xml);
  } catch (error) {
    if (!(error instanceof ZipFault) && !(error instanceof XmlFault)) throw error;
    const message = `This workbook, or other ZIP file, is not read: ${error.message}. Save it again from the program that made it, or as CSV.`;
    return refuse('broken-workbook', message, 'byte 0');
  }
}
