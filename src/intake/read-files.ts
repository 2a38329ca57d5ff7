/**
 * What do these files say is deployed?
 *
 * For each file: which reader is it for, which rows does that find; then all rows become one list. A reader that fails is a
 * problem of its file. Where a file itself fails while it is read piece by piece, nothing comes of all of them.
 */
import type { Catalog, Inventory } from '../engine/model';
import type { ColumnMeaning, FoundColumn } from './columns';
import { describeContent } from './describe-content';
import { detect } from './detect';
import { EntryCollector } from './entry-collector';
import {
  type Correction,
  type FileResult,
  type IntakeProblem,
  type IntakeResult,
  MAX_ENTRIES,
  type Recognised,
} from './intake-result';
import { describeLostText, REPLACEMENT } from './lost-text';
import type { Material } from './material';
import type { Place, Reader, Reading, Refusal, RowFlow } from './reader';
import { describeReaders, READERS, readerByHand, readerMeant } from './reader-list';
import { formatSize, MAX_FLOW_LENGTH, MAX_TEXT_LENGTH } from './text-limit';

export interface IntakeFile {
  /** For messages alone; '' where there is only one. */
  readonly name: string;
  readonly material: Material;
  /** The id of the reader that was chosen by hand. */
  readonly reader?: string | undefined;
  /** What the columns of a table mean, by position, where a person chose that: headings count no more. */
  readonly columns?: readonly ColumnMeaning[] | undefined;
  /** Rows in whose cells a person put other texts. */
  readonly corrections?: readonly Correction[] | undefined;
}

export interface IntakeOptions {
  /** Whether rows that a plan cannot tell apart become one entry; `auto`, the default: from 2,000 rows on. */
  readonly group?: 'auto' | boolean | undefined;
  /** Names of labels by which rows stay apart all the same. */
  readonly groupBy?: readonly string[] | undefined;
  /** Hears how far it is, several times for a large file. */
  readonly onProgress?: ((progress: IntakeProgress) => void) | undefined;
}

export interface IntakeProgress {
  readonly bytesRead: number;
  /** Of all files. */
  readonly bytes: number;
  readonly rows: number;
}

function refuse(code: string, message: string, at: Place = {}): Refusal {
  return { refused: { code, message, ...at } };
}

/** Why nothing is read of a file that no reader knows. */
function refuseUnknown(material: Material): Refusal {
  const [broken] = material.documents.problems;
  if (broken !== undefined && material.documents.values.length === 0) return { refused: broken };
  const { size, isBeginning, foreign } = material;
  const seems = isBeginning ? `This file has ${formatSize(size)}, and by its beginning seems` : 'This seems';
  const found = `${seems} to be ${describeContent(material)}.`;
  if (foreign === undefined && size > MAX_TEXT_LENGTH) {
    const message = `${found} Up to ${formatSize(MAX_TEXT_LENGTH)} of that are read, and of tables up to ${formatSize(MAX_FLOW_LENGTH)}. Split it into smaller files, and bring them together.`;
    return refuse('too-large', message);
  }
  return refuse('not-recognised', `${found} ${describeReaders()}`);
}

async function readBy(
  reader: Reader,
  { material, columns }: IntakeFile,
  catalog: Catalog,
): Promise<Reading | Refusal> {
  if (reader.product !== undefined && reader.product !== catalog.id) {
    const message = `This is output of "${reader.product}", and the catalog is of "${catalog.id}". Choose that product first.`;
    return refuse('other-product', message);
  }
  const most = reader.isFlowing === true ? MAX_FLOW_LENGTH : MAX_TEXT_LENGTH;
  if (material.size > most) {
    const message = `It was taken for ${reader.name}, and has ${formatSize(material.size)}; up to ${formatSize(most)} of that are read. Split it into smaller files, and bring them together.`;
    return refuse('too-large', message);
  }
  try {
    return await reader.read(material, catalog, columns);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse('reader-failed', `It was taken for ${reader.name}, and could not be read: ${detail}.`);
  }
}

function chooseReader({ material, reader, columns }: IntakeFile): readonly Recognised[] {
  const found = detect(material, READERS);
  const byHand = readerMeant(readerByHand(reader, columns), found);
  const chosen = READERS.find(({ id }) => id === byHand);
  if (chosen === undefined) return found;
  const others = found.filter(({ reader }) => reader !== chosen.id);
  return [
    { reader: chosen.id, name: chosen.name, sureness: 'certain', why: 'It was chosen by hand.' },
    ...others,
  ];
}

/** What the files say beside their entries; the first that says something counts. */
interface Beside {
  name?: string;
  facts?: Inventory['facts'];
  unknownFields?: Readonly<Record<string, unknown>>;
}

function joinBeside(before: Beside, reading: Reading, collector: EntryCollector): Beside {
  for (const [fact, said] of Object.entries(reading.facts ?? {})) {
    const earlier = before.facts?.[fact];
    if (earlier === undefined || earlier === said) continue;
    const message = `An earlier file says ${earlier}; this answer is left out.`;
    collector.report({ code: 'contradiction', message, path: `facts.${fact}`, isDropped: true });
  }
  const { name, facts, unknownFields } = reading;
  return {
    ...(name !== undefined && { name }),
    ...before,
    ...((facts ?? before.facts) !== undefined && { facts: { ...facts, ...before.facts } }),
    ...((unknownFields ?? before.unknownFields) !== undefined && {
      unknownFields: { ...unknownFields, ...before.unknownFields },
    }),
  };
}

/** The product that a file is about, where it says one or only one has such output; for choosing a catalog. */
export function productOf(material: Material): string | undefined {
  const [first] = detect(material, READERS);
  const own = READERS.find(({ id }) => id === first?.reader)?.product;
  if (own !== undefined && first?.sureness === 'certain') return own;
  const value = material.documents.values[0]?.value as { product?: unknown } | undefined;
  return typeof value?.product === 'string' ? value.product : undefined;
}

/** Labels that have a column of their own. */
function labelsOf(columns: readonly FoundColumn[] = []): string[] {
  return columns.flatMap(({ meaning }) => (meaning.kind === 'label' ? [meaning.label] : []));
}

/** Takes the rows of a file as they are found. */
async function followFlow(
  flow: RowFlow,
  material: Material,
  collector: EntryCollector,
  onBytes: (bytesRead: number) => void,
): Promise<void> {
  for await (const { text, bytesRead, isLast } of material.pieces()) {
    flow.read(text, isLast, collector);
    onBytes(bytesRead);
    if (flow.isOver || collector.isFull) return;
  }
}

async function readFile(
  intake: IntakeFile,
  catalog: Catalog,
  collector: EntryCollector,
  onBytes: (bytesRead: number) => void,
): Promise<{ file: FileResult; reading: Reading | undefined }> {
  const { name, material } = intake;
  const [recognised, ...alternatives] = chooseReader(intake);
  const reader = READERS.find(({ id }) => id === recognised?.reader);
  const reading = reader === undefined ? refuseUnknown(material) : await readBy(reader, intake, catalog);
  const nothing = { name, rows: 0, alreadyKnown: 0, secrets: [], ignored: [] };
  const columns = reading.columns === undefined ? {} : { columns: reading.columns };
  collector.noteLabels(labelsOf(reading.columns));
  if ('refused' in reading) {
    collector.report({ ...reading.refused, isDropped: true });
    const others = recognised === undefined ? alternatives : [recognised, ...alternatives];
    return {
      file: { ...nothing, recognised: undefined, ...columns, alternatives: others },
      reading: undefined,
    };
  }
  const { rows, remarks = [], secrets = [], ignored = [], note } = reading;
  const before = collector.rows;
  if (!('isOver' in rows)) {
    const isLost = reader?.looksAt !== 'bytes' && rows.length > 0 && material.text.includes(REPLACEMENT);
    if (isLost) collector.report({ ...describeLostText(material.text), isDropped: false });
    const unread = reader?.looksAt === 'documents' ? material.documents.problems : [];
    for (const remark of [...unread, ...remarks]) collector.report(remark);
    for (const row of rows) collector.add(row);
  } else {
    await followFlow(rows, material, collector, onBytes);
  }
  const taken =
    recognised === undefined || note === undefined
      ? recognised
      : { ...recognised, why: `${recognised.why} ${note}` };
  return {
    file: {
      name,
      recognised: taken,
      alternatives,
      rows: collector.rows - before,
      alreadyKnown: collector.alreadyKnown,
      secrets,
      ignored,
      ...columns,
    },
    reading,
  };
}

function tooMany(isGrouped: boolean): IntakeProblem {
  const most = MAX_ENTRIES.toLocaleString('en');
  const message = isGrouped
    ? `There are more than ${most} groups of rows that differ. Keep rows apart by fewer labels, or leave out what is not deployed.`
    : `There are more than ${most} rows. Let those that are alike be grouped.`;
  return { code: 'too-many-rows', message, isDropped: true };
}

export async function readFiles(
  files: readonly IntakeFile[],
  catalog: Catalog,
  { group = 'auto', groupBy = [], onProgress }: IntakeOptions = {},
): Promise<IntakeResult> {
  const collector = new EntryCollector(catalog, { group, groupBy });
  const bytes = files.reduce((sum, { material }) => sum + material.size, 0);
  const results: FileResult[] = [];
  let beside: Beside = {};
  let bytesBefore = 0;
  for (const [i, file] of files.entries()) {
    const tell = (bytesRead: number) =>
      onProgress?.({ bytesRead: bytesBefore + bytesRead, bytes, rows: collector.rows });
    collector.beginFile(file.name, i === files.length - 1, file.corrections);
    const { file: result, reading } = await readFile(file, catalog, collector, tell);
    results.push(result);
    if (reading !== undefined) beside = joinBeside(beside, reading, collector);
    bytesBefore += file.material.size;
    tell(0);
  }
  const { isFull, isGrouped, rows } = collector;
  return {
    files: results,
    entries: isFull ? [] : collector.entries,
    uncounted: isFull ? [] : collector.uncounted,
    isGrouped,
    labels: [...collector.labels],
    ...beside,
    readers: READERS.filter(({ product }) => product === undefined || product === catalog.id).map(
      ({ id, name }) => ({ reader: id, name }),
    ),
    rows,
    problems: isFull ? [tooMany(isGrouped)] : collector.problems,
  };
}
