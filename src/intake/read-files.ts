/**
 * What do these files say is deployed?
 *
 * For each file: which reader is it for, which rows does that find; then all rows become one list. A reader that fails is a
 * problem of its file. Where a file itself fails while it is read piece by piece, nothing comes of all of them.
 */
import type { Catalog, Inventory } from '../engine/model';
import { EntryCollector } from './entry-collector';
import { FileReading, type Run } from './file-reading';
import { type IntakeFile, openIntake } from './intake-file';
import type { IntakeResult } from './intake-result';
import type { Reading } from './reader';
import { READERS } from './reader-list';
import { refuseMany } from './refuse';

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

export async function readFiles(
  files: readonly IntakeFile[],
  catalog: Catalog,
  { group = 'auto', groupBy = [], onProgress }: IntakeOptions = {},
): Promise<IntakeResult> {
  const collector = new EntryCollector(catalog, { group, groupBy });
  let beside: Beside = {};
  const onReading = (reading: Reading) => {
    beside = joinBeside(beside, reading, collector);
  };
  const run: Run = { catalog, collector, together: new Map(), onReading };
  const bytes = files.reduce((sum, { material }) => sum + material.size, 0);
  const readings: FileReading[] = [];
  let bytesBefore = 0;
  for (const [i, file] of files.entries()) {
    const tell = (bytesRead: number) =>
      onProgress?.({ bytesRead: bytesBefore + bytesRead, bytes, rows: collector.rows });
    const reading = new FileReading(file, run);
    const isLast = i === files.length - 1 && readings.every(({ isWaiting }) => !isWaiting);
    await reading.begin(await openIntake(file), isLast, tell);
    readings.push(reading);
    bytesBefore += file.material.size;
    tell(0);
  }
  const waiting = readings.filter(({ isWaiting }) => isWaiting);
  for (const reading of waiting) reading.finish(reading === waiting.at(-1));
  const { isFull, isGrouped, rows } = collector;
  return {
    files: readings.map(({ result }) => result),
    entries: isFull ? [] : collector.entries,
    uncounted: isFull ? [] : collector.uncounted,
    isGrouped,
    labels: [...collector.labels],
    ...beside,
    readers: READERS.filter(({ product }) => product === undefined || product === catalog.id).map(
      ({ id, name }) => ({ reader: id, name }),
    ),
    rows,
    problems: isFull ? [refuseMany(isGrouped)] : collector.problems,
  };
}
