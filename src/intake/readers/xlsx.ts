/**
 * Reads workbooks of Excel (.xlsx, .xlsm): the first sheet that has the headings of a table. What other spreadsheets and
 * ZIP files are is said, with what to save them as. What reads them is loaded with the first of them.
 */
import { TextDecoder } from '../platform';
import type { Reader, Refusal } from '../reader';
import { isZip } from '../xlsx/zip';

/** The file in which Office kept its documents before, and keeps those that are encrypted. Source: MS-CFB, 2.2. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const isCompound = (bytes: Uint8Array) => COMPOUND.every((byte, i) => bytes[i] === byte);

function refuseCompound(bytes: Uint8Array): Refusal {
  const path = 'byte 0';
  // The names of its streams are in UTF-16.
  const text = new TextDecoder('utf-16le').decode(bytes);
  if (text.includes('EncryptedPackage')) {
    const message =
      'This is a workbook, or other document of Office, that is encrypted with a password. Open it with the password, save it without, and read that.';
    return { refused: { code: 'encrypted', message, path } };
  }
  const seems = /(?:Workb|B)ook\0/.test(text)
    ? 'an Excel workbook of the old kind (.xls)'
    : 'a file of an older Office, an installer or a mail';
  const message = `This seems to be ${seems}. If it has a table, save it as an Excel workbook (.xlsx) or as CSV, and read that.`;
  return { refused: { code: 'not-xlsx', message, path } };
}

export const xlsx: Reader = {
  id: 'xlsx',
  name: 'an Excel workbook (.xlsx)',
  looksAt: 'bytes',
  hasColumns: true,
  recognise({ bytes }) {
    if (isZip(bytes)) return { sureness: 'likely', why: 'It is a ZIP file, as workbooks of Excel are.' };
    return isCompound(bytes)
      ? { sureness: 'likely', why: 'It is a file as Office wrote them before, and writes encrypted ones.' }
      : undefined;
  },
  async read({ bytes }, catalog, chosen) {
    if (isCompound(bytes)) return refuseCompound(bytes);
    const { readXlsx } = await import('../xlsx/read-xlsx');
    return readXlsx(bytes, catalog, chosen);
  },
};
