/**
 * Makes one list of the rows of all files. Names stay unique and only one entry is the server.
 *
 * The same thing seen twice is one entry: the server, or a part of the same name and component in another file. Where two
 * files contradict each other that is said, and nothing is lost that could be deployed: of a consumer both versions are
 * kept; of the server the one that it reported itself, else the one that runs, else the one that came first.
 */
import { type Catalog, compareVersions, type Entry } from '../engine/model';
import type { IntakeProblem } from './intake-result';
import { type CellProblem, readRow } from './read-row';
import type { FoundRow, Place } from './reader';

const MAX_PROBLEMS = 1000;

interface Kept {
  readonly index: number;
  readonly file: number;
  readonly fileName: string;
  readonly row: FoundRow;
}

/** How well a row knows what runs. */
const rankOf = ({ isReported, isTemplate }: FoundRow) =>
  isReported === true ? 2 : isTemplate === true ? 0 : 1;

const isNamed = ({ cells }: FoundRow) => (cells.name ?? '').trim() !== '';

/** Platforms let a name be taken once in each namespace. */
const identityOf = ({ component, name, labels }: Entry) =>
  `${component}\n${name}\n${labels?.namespace ?? ''}`;

export class EntryCollector {
  readonly entries: Entry[] = [];
  /** Rows of the file that is being read which say what was said before. */
  alreadyKnown = 0;
  private readonly listed: IntakeProblem[] = [];
  private notListed = 0;
  /** Names taken, with the last number that was tried beside each, so that many equal names don't take ages. */
  private readonly names = new Map<string, number>();
  /** Entries with names of their own, by component and name. */
  private readonly named = new Map<string, Kept>();
  private server: Kept | undefined;
  /** What was remarked in the file that is being read. */
  private readonly remarked = new Set<string>();
  private file = 0;
  private fileName = '';

  constructor(private readonly catalog: Catalog) {}

  /** What is added and reported from now on comes from another file. */
  beginFile(name: string): void {
    this.file += 1;
    this.fileName = name;
    this.alreadyKnown = 0;
    this.remarked.clear();
  }

  report(problem: IntakeProblem): void {
    const named = this.fileName === '' ? problem : { ...problem, file: this.fileName };
    if (this.listed.length < MAX_PROBLEMS) this.listed.push(named);
    else this.notListed += 1;
  }

  get problems(): readonly IntakeProblem[] {
    if (this.notListed === 0) return this.listed;
    const message = `And ${this.notListed} more problems, which are not listed.`;
    return [...this.listed, { code: 'more-problems', message, isDropped: true }];
  }

  /** Reads a row and keeps what is good; what is not becomes a problem. */
  add(row: FoundRow): void {
    if (row.problem !== undefined) {
      this.report({ ...row.problem, ...row.at, isDropped: true });
      return;
    }
    const read = readRow(row.cells, this.catalog, row.fallbackName);
    if (!read.ok) {
      for (const wrong of read.problems) {
        const { code, message } = wrong;
        this.report({ code, message, ...(row.placeOf?.(wrong) ?? row.at), isDropped: true });
      }
      return;
    }
    if (read.remark !== undefined) this.remark(read.remark, row);
    const entry: Entry = { ...row.fields, ...read.entry };
    if (this.catalog.components[entry.component]?.role === 'server' && this.server !== undefined) {
      this.addServerAgain(entry, row, this.server);
      return;
    }
    const twin = isNamed(row) ? this.named.get(identityOf(entry)) : undefined;
    if (twin === undefined || twin.file === this.file || !this.isSameAsTwin(entry, row.at, twin)) {
      this.keep(entry, row, twin);
    }
  }

  /** Says once in a file what holds for every row of its kind. */
  private remark(remark: CellProblem, row: FoundRow): void {
    const { code, message } = remark;
    if (this.remarked.has(message)) return;
    this.remarked.add(message);
    this.report({ code, message, ...(row.placeOf?.(remark) ?? row.at), isDropped: false });
  }

  /** Whether the row says what another file has said of the part of this name. */
  private isSameAsTwin(entry: Entry, at: Place, twin: Kept): boolean {
    const earlier = this.entries[twin.index];
    if (earlier === undefined || compareVersions(earlier.version, entry.version) !== 0) return false;
    this.alreadyKnown += 1;
    if (earlier.count !== entry.count) {
      const message = `${entry.name} is there ${earlier.count} times by ${twin.fileName}, and ${entry.count} times by this file. The first is kept: correct the count where it is wrong.`;
      this.report({ code: 'contradiction', message, ...at, isDropped: true });
    }
    return true;
  }

  private addServerAgain(entry: Entry, row: FoundRow, known: Kept): void {
    const earlier = this.entries[known.index];
    if (earlier === undefined) return;
    const isSameFile = known.file === this.file;
    const isReplica = row.isInstance === true && known.row.isInstance === true;
    const isSameVersion = compareVersions(earlier.version, entry.version) === 0;
    if (isSameVersion && isReplica && (isSameFile || entry.name !== earlier.name)) {
      this.entries[known.index] = { ...earlier, count: earlier.count + entry.count };
      return;
    }
    const isTold = row.isReported === true && known.row.isReported === true;
    if (isSameVersion && (!isSameFile || isTold)) {
      this.alreadyKnown += 1;
      return;
    }
    const at = row.at;
    if (isSameFile && !isReplica && !isTold) {
      const message = `${entry.name} is a second server beside ${earlier.name}. Exactly one entry is the server; replicas of it are its count.`;
      this.report({ code: 'second-server', message, ...at, isDropped: true });
      return;
    }
    const isBetter = rankOf(row) > rankOf(known.row);
    const where = isSameFile ? 'above' : `in ${known.fileName}`;
    const because = row.isReported === true ? 'the server reported it itself' : 'it is what runs';
    const kept = isBetter ? `This one is kept, because ${because}` : 'The first is kept';
    const message = `The server is ${entry.version} here, and ${earlier.version} ${where}. ${kept}. If an upgrade is under way, finish it first; if these are two servers, plan them apart.`;
    this.report({ code: 'contradiction', message, ...at, isDropped: !isBetter });
    if (!isBetter) return;
    this.entries[known.index] = { ...earlier, ...entry, name: earlier.name };
    this.server = { ...known, file: this.file, fileName: this.fileName, row };
  }

  private keep(entry: Entry, row: FoundRow, twin: Kept | undefined): void {
    const name = this.uniqueName(entry.name);
    if (name !== entry.name && isNamed(row)) {
      const other = twin === undefined || twin.file === this.file ? undefined : this.entries[twin.index];
      const message =
        other === undefined
          ? `The name "${entry.name}" is taken by an earlier row; this one is called "${name}".`
          : `The name "${entry.name}" is taken: it is ${other.version} in ${twin?.fileName} and ${entry.version} here. Both are kept, this one as "${name}"; delete the one that is no longer there.`;
      const code = other === undefined ? 'renamed' : 'contradiction';
      this.report({ code, message, ...row.at, isDropped: false });
    }
    const kept = { index: this.entries.length, file: this.file, fileName: this.fileName, row };
    if (this.catalog.components[entry.component]?.role === 'server') this.server = kept;
    if (isNamed(row) && twin === undefined) this.named.set(identityOf(entry), kept);
    this.entries.push(name === entry.name ? entry : { ...entry, name });
  }

  private uniqueName(name: string): string {
    let free = name;
    for (let number = this.names.get(name) ?? 0; this.names.has(free); ) {
      number = Math.max(number + 1, 2);
      this.names.set(name, number);
      free = `${name} (${number})`;
    }
    this.names.set(free, 0);
    return free;
  }
}
