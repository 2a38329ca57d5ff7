/**
 * What does this file say is deployed?
 *
 * Recognised by its content, never by its name. The reader for tables is loaded when it is needed.
 */
import type { Catalog } from '../engine/model';
import { type IntakeResult, refuseIntake } from './intake-result';
import { describeForeignText, locate, MAX_TEXT_LENGTH } from './parse-json-text';

const READS =
  'Causeway reads an inventory as JSON, or a table (CSV) with headings like name, component, version, count.';

/** A message for a file of so many bytes that it is not even opened, or `undefined` where it may be. */
export function refuseSize(bytes: number): IntakeResult | undefined {
  if (bytes <= MAX_TEXT_LENGTH) return undefined;
  const [size, most] = [bytes, MAX_TEXT_LENGTH].map((n) => Math.round(n / (1024 * 1024)));
  return refuseIntake('too-large', `The file has ${size} MB; up to ${most} MB are read. ${READS}`);
}

/** A byte that is not UTF-8 comes as this character: what it was is lost, so that has to be said. */
const REPLACEMENT = '\uFFFD';

function warnOfEncoding(result: IntakeResult, text: string): IntakeResult {
  const at = text.indexOf(REPLACEMENT);
  if (at < 0 || result.entries.length === 0) return result;
  const message = `The file is not in UTF-8: what is shown as "${REPLACEMENT}" could not be read. Save it as UTF-8 and read it again.`;
  const problem = { code: 'not-utf-8', message, ...locate(text, at), isDropped: false };
  return { ...result, problems: [problem, ...result.problems] };
}

export async function readInventoryFile(text: string, catalog: Catalog): Promise<IntakeResult> {
  const tooLarge = refuseSize(text.length);
  if (tooLarge !== undefined) return tooLarge;
  const foreign = describeForeignText(text);
  if (foreign !== undefined) return refuseIntake('not-recognised', `This seems to be ${foreign}. ${READS}`);
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{') || start.startsWith('[')) {
    const { readInventoryJson } = await import('./read-inventory-json');
    return warnOfEncoding(readInventoryJson(text, catalog), text);
  }
  if (/^(---|[A-Za-z]+:\s*(\n|\S))/.test(start) && !/^[^\n]*[,;\t|]/.test(start)) {
    return refuseIntake('not-recognised', `This seems to be YAML. ${READS}`);
  }
  const { readInventoryCsv } = await import('./read-inventory-csv');
  return warnOfEncoding(readInventoryCsv(text, catalog), text);
}
