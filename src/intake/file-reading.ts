/**
 * What is found in one file? Each of its outputs is read by its reader, and the rows go where those of all files go. Outputs
 * that may need those of other files wait until all have been seen.
 */
import type { Catalog } from '../engine/model';
import type { ColumnMeaning, FoundColumn } from './columns';
import { copyPlain } from './copy-plain';
import { detect } from './detect';
import type { EntryCollector } from './entry-collector';
import type { FileSoFar } from './file-so-far';
import { type FoundOutputs, findOutputs, type Output } from './find-outputs';
import type { IntakeFile } from './intake-file';
import type { FileResult, Recognised } from './intake-result';
import { remarkOnLeftOver } from './left-over';
import { describeLostText, REPLACEMENT } from './lost-text';
import type { Material } from './material';
import type { FoundRow, Reader, Reading, Refusal, Remark, RowFlow, Together, WholeReading } from './reader';
import { READERS, readerByHand, readerMeant } from './reader-list';
import { refuseFailed, refuseUnfit, refuseUnknown } from './refuse';

const MAX_SHOWN = 200;
const shorten = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/** What is known while files are read. */
export interface Run {
  readonly catalog: Catalog;
  readonly collector: EntryCollector;
  /** By reader: its outputs that complete each other. */
  readonly together: Map<Reader, Together>;
  /** Hears what a file says beside its rows. */
  readonly onReading: (reading: Reading) => void;
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

/** Labels that have a column of their own. */
function labelsOf(columns: readonly FoundColumn[] = []): string[] {
  return columns.flatMap(({ meaning }) => (meaning.kind === 'label' ? [meaning.label] : []));
}

/** What could not be read of documents. Where text was read beside others, that it is no YAML says nothing. */
function findUnread({ reader, material }: Output, isAlone: boolean): readonly Remark[] {
  if (reader.looksAt !== 'documents') return [];
  const { kind, problems } = material.documents;
  return isAlone || kind !== 'none' ? problems : problems.filter(({ code }) => code === 'not-json');
}

/** What is said of an output whatever its reader says: what was lost only where it has rows. */
interface TextRemarks {
  readonly lost: readonly Remark[];
  readonly unread: readonly Remark[];
}

function remarkOnText(output: Output, isAlone: boolean): TextRemarks {
  const { reader, material } = output;
  const isLost = reader.looksAt !== 'bytes' && material.text.includes(REPLACEMENT);
  const lost = isLost ? [{ ...describeLostText(material.text), isDropped: false }] : [];
  return { lost, unread: findUnread(output, isAlone) };
}

/** An output that waits for those of other files; of its file nothing else is held. */
interface Waiting {
  readonly place: number;
  readonly reader: Reader;
  readonly recognised: Recognised;
  readonly remarks: TextRemarks;
  readonly read: () => WholeReading | Refusal;
}

function readWaiting(reader: Reader, read: Waiting['read']): WholeReading | Refusal {
  try {
    return read();
  } catch {
    return refuseFailed(reader);
  }
}

/** What became of one output. */
interface OutputRead {
  readonly recognised: Recognised;
  readonly secrets: readonly string[];
  readonly ignored: readonly string[];
}

export class FileReading {
  private readonly file: FileSoFar;
  /** By the place of the output in the file. */
  private readonly read: Record<number, OutputRead> = {};
  private waiting: readonly Waiting[] = [];
  /** Lines of rows that were found. */
  private readonly taken = new Set<number>();
  /** Names of what was found and is of no concern. */
  private readonly aside = new Set<string>();
  /** What was said of the file as a whole. */
  private readonly said = new Set<string>();
  private columns: readonly FoundColumn[] | undefined;
  private refused: readonly Recognised[] = [];
  private alternatives: readonly Recognised[] = [];

  constructor(
    private readonly intake: IntakeFile,
    private readonly run: Run,
  ) {
    this.file = run.collector.beginFile(intake.name, intake.corrections);
  }

  /** Whether outputs of it wait for other files. */
  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** `isLast`: nothing comes after it, and nothing waits. */
  async begin(material: Material, isLast: boolean, onBytes: (bytesRead: number) => void): Promise<void> {
    const { intake, run } = this;
    const { outputs, alternatives, remarks } = await chooseOutputs(intake, material, run.catalog);
    this.alternatives = alternatives;
    this.refused = outputs.map(({ recognised }) => recognised);
    const isAlone = outputs.length === 1;
    if (outputs.length === 0) this.refuse(refuseUnknown(material));
    for (const [place, output] of outputs.entries()) {
      if (this.isMadeToWait(output, place, isAlone)) continue;
      const reading = await this.readBy(output, intake.columns);
      this.columns ??= reading.columns;
      const isLastOutput = isLast && !this.isWaiting && place === outputs.length - 1;
      run.collector.beginOutput(isLastOutput);
      run.collector.noteLabels(labelsOf(reading.columns));
      if ('refused' in reading) this.refuse(reading);
      else if ('isOver' in reading.rows) {
        await this.followFlow(reading.rows, output.material, onBytes);
        this.keep(reading, output.recognised, place);
      } else this.takeRows(reading, reading.rows, output.recognised, remarkOnText(output, isAlone), place);
    }
    for (const remark of remarks) run.collector.report(remark);
    const isByContent = intake.reader === undefined && intake.columns === undefined;
    if (isByContent && outputs.length > 0 && !material.isBeginning) {
      const left = await remarkOnLeftOver(material, outputs, READERS, this.findSeen(material));
      for (const remark of left) run.collector.report(remark);
    }
  }

  /** Lines that rows were found on, and those that name what is of no concern. */
  private findSeen({ lines }: Material): ReadonlySet<number> {
    const { aside } = this;
    if (aside.size === 0) return this.taken;
    const seen = new Set(this.taken);
    for (const [i, line] of lines.entries()) {
      if (line.split(/[\s,"]+/).some((word) => aside.has(word))) seen.add(i + 1);
    }
    return seen;
  }

  /** Once all files have been seen. `isLast`: nothing comes after it. */
  finish(isLast: boolean): void {
    const { collector } = this.run;
    collector.resumeFile(this.file);
    for (const [i, { place, reader, recognised, remarks, read }] of this.waiting.entries()) {
      collector.beginOutput(isLast && i === this.waiting.length - 1);
      const reading = readWaiting(reader, read);
      if ('refused' in reading) this.refuse(reading);
      else this.takeRows(reading, reading.rows, recognised, remarks, place);
    }
    this.waiting = [];
  }

  get result(): FileResult {
    const read = Object.values(this.read);
    const [first, ...others] = read;
    const { name, rows, alreadyKnown } = this.file;
    const { columns, refused, alternatives } = this;
    return {
      name,
      recognised: first?.recognised,
      alsoRead: others.map(({ recognised }) => recognised),
      alternatives: first === undefined ? [...refused, ...alternatives] : alternatives,
      rows,
      alreadyKnown,
      secrets: read.flatMap(({ secrets }) => secrets),
      ignored: read.flatMap(({ ignored }) => ignored),
      ...(columns !== undefined && { columns: copyPlain(columns) }),
    };
  }

  private refuse({ refused }: Refusal): void {
    this.run.collector.report({ ...refused, isDropped: true });
  }

  private async readBy({ reader, material }: Output, columns?: readonly ColumnMeaning[]) {
    const { catalog } = this.run;
    const unfit = refuseUnfit(reader, material, catalog.id);
    if (unfit !== undefined) return unfit;
    try {
      return await reader.read(material, catalog, columns);
    } catch {
      return refuseFailed(reader);
    }
  }

  private isMadeToWait(output: Output, place: number, isAlone: boolean): boolean {
    const { reader, recognised, material } = output;
    const { catalog, together } = this.run;
    const begun = together.get(reader) ?? reader.beginTogether?.(catalog);
    if (begun === undefined || refuseUnfit(reader, material, catalog.id) !== undefined) return false;
    together.set(reader, begun);
    let read: Waiting['read'];
    try {
      read = begun.add(material, this.intake.name);
    } catch {
      read = () => refuseFailed(reader);
    }
    const remarks = remarkOnText(output, isAlone);
    this.waiting = [...this.waiting, { place, reader, recognised, remarks, read }];
    return true;
  }

  /** Takes the rows of a file as they are found. */
  private async followFlow(
    flow: RowFlow,
    material: Material,
    onBytes: (bytesRead: number) => void,
  ): Promise<void> {
    const { collector } = this.run;
    for await (const { text, bytesRead, isLast } of material.pieces()) {
      flow.read(text, isLast, collector);
      onBytes(bytesRead);
      if (flow.isOver || collector.isFull) return;
    }
  }

  /** Takes rows of an output; those on lines that another reader has taken are what that one has read. */
  private takeRows(
    reading: Reading,
    rows: readonly FoundRow[],
    recognised: Recognised,
    { lost, unread }: TextRemarks,
    place: number,
  ): void {
    const { collector } = this.run;
    const own = rows.filter(({ at }) => at.line === undefined || !this.taken.has(at.line));
    if (own.length === 0 && rows.length > 0) return;
    for (const remark of [...(own.length > 0 ? lost : []), ...unread]) {
      const key = JSON.stringify(remark);
      if (!this.said.has(key)) collector.report(remark);
      this.said.add(key);
    }
    for (const remark of reading.remarks ?? []) collector.report(remark);
    for (const row of own) collector.add(row);
    for (const { at } of own) if (at.line !== undefined) this.taken.add(at.line);
    this.keep(reading, recognised, place);
  }

  private keep(reading: Reading, recognised: Recognised, place: number): void {
    const { note, secrets = [], ignored = [] } = reading;
    // What it is, or that it does not run, stands behind the name.
    for (const name of ignored) this.aside.add(copyPlain(name.replace(/ \(.*\)$/, '')));
    const why = note === undefined ? recognised.why : `${recognised.why} ${note}`;
    this.read[place] = copyPlain({
      recognised: { ...recognised, why },
      secrets: secrets.map(shorten),
      ignored: ignored.map(shorten),
    });
    this.run.onReading(reading);
  }
}
