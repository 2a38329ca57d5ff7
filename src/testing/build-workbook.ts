/** Builds ZIP files and workbooks as Excel writes them (ECMA-376), and broken ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** What the directory says instead of the truth. */
  readonly says?: { readonly size?: number; readonly flags?: number; readonly method?: number };
}

function headerOf({ name, says = {} }: PackedPart, content: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(says.flags ?? 0, 2);
  header.writeUInt16LE(says.method ?? (packed === content ? 0 : 8), 4);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(says.size ?? content.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
}

function mark(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

export function buildZip(parts: readonly PackedPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.isStored === true ? content : deflateRawSync(content);
    const header = headerOf(part, content, packed);
    const file = Buffer.concat([mark(0x04034b50), header, Buffer.from(part.name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(mark(0x02014b50), Buffer.from([20, 0]), header, rest, Buffer.from(part.name));
    files.push(file);
    at += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...files, listed, mark(0x06054b50), end]));
}

/** A text is one of those that cells share; `xml` is a cell as it stands in the sheet, without its place. */
export type BuiltCell = string | number | undefined | { readonly date: number } | { readonly xml: string };

export interface BuiltSheet {
  readonly name: string;
  readonly rows: readonly (readonly BuiltCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  readonly merged?: readonly string[];
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function cellXml(cell: BuiltCell, reference: string, strings: string[]): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') {
    const known = strings.indexOf(cell);
    const index = known < 0 ? strings.push(cell) - 1 : known;
    return `<c r="${reference}" t="s"><v>${index}</v></c>`;
  }
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if ('date' in cell) return `<c r="${reference}" s="1"><v>${cell.date}</v></c>`;
  return cell.xml.replace('<c', `<c r="${reference}"`);
}

function sheetXml({ rows, hiddenRows = [], merged = [] }: BuiltSheet, strings: string[]): string {
  const listed = rows.map((cells, i) => {
    const inner = cells.map((cell, j) => cellXml(cell, `${String.fromCharCode(65 + j)}${i + 1}`, strings));
    const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : '';
    return inner.join('') === '' ? '' : `<row r="${i + 1}" spans="1:9"${hidden}>${inner.join('')}</row>`;
  });
  const covers = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merges = covers === '' ? '' : `<mergeCells count="${merged.length}">${covers}</mergeCells>`;
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${listed.join('')}</sheetData>${merges}</worksheet>`;
}

/** Style 1 shows dates, by a format of the workbook's own. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-407]d/\\ mmmm;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

export function partsOfWorkbook(sheets: readonly BuiltSheet[]): PackedPart[] {
  const strings: string[] = [];
  const written = sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: sheetXml(sheet, strings),
  }));
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const targets = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', '/xl/sharedStrings.xml'] as const,
  ].map(([type, to], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${to}"/>`);
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('');
  return [
    {
      name: '[Content_Types].xml',
      content: `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
    },
    ...written,
    { name: 'xl/styles.xml', content: STYLES },
    {
      name: 'xl/sharedStrings.xml',
      content: `${DECLARATION}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${shared}</sst>`,
    },
  ];
}

export const buildWorkbook = (...sheets: BuiltSheet[]): Uint8Array => buildZip(partsOfWorkbook(sheets));
