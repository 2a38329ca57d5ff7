/**
 * What do these files say is deployed?
 *
 * For each file: which reader is it for, which rows does that find; then all rows become one list. A reader that fails is a
 * problem of its file. Where a file itself fails while it is read piece by piece, nothing comes of all of them.
 */
import type { Catalog, Inventory } from '../engine/model';
import type { ColumnMeaning, FoundColumn } from './columns';
import { copyPlain } from './copy-plain';
import { describeContent } from './describe-content';
import { detect } from './detect';
import { EntryCollector } from './entry-collector';
import { type FoundOutputs, findOutputs, type Output } from './find-outputs';
import {
  type Correction,
  type FileResult,
  type IntakeProblem,
  type IntakeResult,
  MAX_ENTRIES,
  type Recognised,
} from './intake-result';
import { remarkOnLeftOver } from './left-over';
import { describeLostText, REPLACEMENT } from './lost-text';
import type { Material } from './material';
import type { Place, Reading, Refusal, Remark, RowFlow } from './reader';
import { describeReaders, READERS, readerByHand, readerMeant } from './reader-list';
import { formatSize, MAX_FLOW_LENGTH, MAX_TEXT_LENGTH } from './text-limit';

/** A file that is opened when its turn comes. */
export interface ClosedFile {
  /** In bytes. */
  readonly size: number;
  open(): Promise<Material>;
}

export interface IntakeFile {
  /** For messages alone; '' where there is only one. */
  readonly name: string;
  /** What is in it, or how it is opened: of many files one at a time is held. */
  readonly material: Material | ClosedFile;
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

const MAX_SHOWN = 200;
const shorten = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

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
  { reader, material }: Output,
  columns: IntakeFile['columns'],
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

async function chooseOutputs(
  { reader, columns }: IntakeFile,
  material: Material,
  catalog: Catalog,
): Promise<FoundOutputs> {
  if (reader === undefined && columns === undefined) return findOutputs(material, READERS, catalog.id);
  const found = detect(material, READERS);
  const byHand = readerMeant(readerByHand(reader, columns), found);
  const chosen = READERS.find(({ id }) => id === byHand);
  if (chosen === undefined) return findOutputs(material, READERS, catalog.id);
  const why = 'It was chosen by hand.';
  const recognised: Recognised = { reader: chosen.id, name: chosen.name, sureness: 'certain', why };
  return {
    outputs: [{ reader: chosen, recognised, material }],
    alternatives: found.filter((other) => other.reader !== chosen.id),
    remarks: [],
  };
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

const openIt = ({ material }: IntakeFile): Promise<Material> | Material =>
  'open' in material ? material.open() : material;

/**
 * The product that the first file is about which tells one, for choosing a catalog. Files are opened one after another, and
 * none is held.
 */
export async function findProduct(files: readonly IntakeFile[]): Promise<string | undefined> {
  for (const file of files) {
    const product = productOf(await openIt(file));
    if (product !== undefined) return product;
  }
  return undefined;
}

/** The product that a file is about, where it says one or only one has such output. */
function productOf(material: Material): string | undefined {
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

/** What became of one output of a file. */
interface OutputRead {
  readonly recognised: Recognised;
  readonly reading: Reading;
}

/** What is known of a file while its outputs are read. */
interface FileState {
  /** Lines of rows that were found. */
  readonly taken: Set<number>;
  /** What was said of the file as a whole. */
  readonly said: Set<string>;
  readonly isAlone: boolean;
}

/** What could not be read of documents. Where text was read beside others, that it is no YAML says nothing. */
function findUnread({ reader, material }: Output, { isAlone }: FileState): readonly Remark[] {
  if (reader.looksAt !== 'documents') return [];
  const { kind, problems } = material.documents;
  return isAlone || kind !== 'none' ? problems : problems.filter(({ code }) => code === 'not-json');
}

/** Rows of one output; those on lines that another reader has taken are what that one has read. */
async function readOutput(
  output: Output,
  reading: Reading,
  state: FileState,
  collector: EntryCollector,
  onBytes: (bytesRead: number) => void,
): Promise<OutputRead | undefined> {
  const { reader, recognised, material } = output;
  const { rows, remarks = [], note } = reading;
  const { taken, said } = state;
  if ('isOver' in rows) {
    await followFlow(rows, material, collector, onBytes);
  } else {
    const own = rows.filter(({ at }) => at.line === undefined || !taken.has(at.line));
    if (own.length === 0 && rows.length > 0) return undefined;
    const isLost = reader.looksAt !== 'bytes' && own.length > 0 && material.text.includes(REPLACEMENT);
    const lost = isLost ? [{ ...describeLostText(material.text), isDropped: false }] : [];
    for (const remark of [...lost, ...findUnread(output, state)]) {
      const key = JSON.stringify(remark);
      if (!said.has(key)) collector.report(remark);
      said.add(key);
    }
    for (const remark of remarks) collector.report(remark);
    for (const row of own) collector.add(row);
    for (const { at } of own) if (at.line !== undefined) taken.add(at.line);
  }
  const why = note === undefined ? recognised.why : `${recognised.why} ${note}`;
  return { recognised: { ...recognised, why }, reading };
}

async function readFile(
  intake: IntakeFile,
  material: Material,
  catalog: Catalog,
  collector: EntryCollector,
  onBytes: (bytesRead: number) => void,
  isLast: boolean,
): Promise<{ file: FileResult; readings: readonly Reading[] }> {
  const { outputs, alternatives, remarks } = await chooseOutputs(intake, material, catalog);
  const before = collector.rows;
  const read: OutputRead[] = [];
  const state: FileState = { taken: new Set(), said: new Set(), isAlone: outputs.length === 1 };
  let columns: readonly FoundColumn[] | undefined;
  if (outputs.length === 0) collector.report({ ...refuseUnknown(material).refused, isDropped: true });
  for (const [i, output] of outputs.entries()) {
    const reading = await readBy(output, intake.columns, catalog);
    columns ??= reading.columns;
    collector.beginOutput(isLast && i === outputs.length - 1);
    collector.noteLabels(labelsOf(reading.columns));
    if ('refused' in reading) {
      collector.report({ ...reading.refused, isDropped: true });
      continue;
    }
    const one = await readOutput(output, reading, state, collector, onBytes);
    if (one !== undefined) read.push(one);
  }
  for (const remark of remarks) collector.report(remark);
  const isByContent = intake.reader === undefined && intake.columns === undefined;
  if (isByContent && outputs.length > 0 && !material.isBeginning) {
    const left = await remarkOnLeftOver(material, outputs, READERS, state.taken);
    for (const remark of left) collector.report(remark);
  }
  const [first, ...others] = read;
  const refused = outputs.map(({ recognised }) => recognised);
  return {
    file: {
      name: intake.name,
      recognised: first === undefined ? undefined : copyPlain(first.recognised),
      alsoRead: copyPlain(others.map(({ recognised }) => recognised)),
      alternatives: first === undefined ? [...refused, ...alternatives] : alternatives,
      rows: collector.rows - before,
      alreadyKnown: collector.alreadyKnown,
      secrets: copyPlain(read.flatMap(({ reading }) => (reading.secrets ?? []).map(shorten))),
      ignored: copyPlain(read.flatMap(({ reading }) => (reading.ignored ?? []).map(shorten))),
      ...(columns !== undefined && { columns: copyPlain(columns) }),
    },
    readings: read.map(({ reading }) => reading),
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
    collector.beginFile(file.name, file.corrections);
    const material = await openIt(file);
    const isLast = i === files.length - 1;
    const { file: result, readings } = await readFile(file, material, catalog, collector, tell, isLast);
    results.push(result);
    for (const reading of readings) beside = joinBeside(beside, reading, collector);
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
