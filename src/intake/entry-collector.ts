/**
 * Makes one list of the rows of all files. Names stay unique and only one entry is the server.
 *
 * The same thing seen twice is one entry: the server, or a part of the same name and component in another file. Where two
 * files contradict each other that is said, and nothing is lost that could be deployed: of a consumer both versions are
 * kept; of the server the one that it reported itself, else the one that runs, else the one that came first.
 *
 * Many rows are joined to groups as they come, so that a million of them take no more room than their groups.
 */
import { type Catalog, compareVersions, type Entry } from '../engine/model';
import { beginGroup, type EntryGroup, entriesOf, groupKey, joinGroup } from './entry-group';
import { type IntakeProblem, MAX_ENTRIES } from './intake-result';
import { readRow } from './read-row';
import type { FoundRow, Place, RowProblem } from './reader';

const MAX_PROBLEMS = 1000;
/** From so many rows on they are joined to groups, where nobody says otherwise. */
const MANY_ROWS = 2000;
/** Names that are remembered, to find the same thing in another file. */
const MAX_NAMES = 200_000;
const MAX_LABELS = 100;

export interface Grouping {
  /** Whether rows that a plan cannot tell apart become one entry with their number; `auto`: where there are many. */
  readonly group: 'auto' | boolean;
  /** Labels by which they stay apart all the same. */
  readonly groupBy: readonly string[];
}

/** What is remembered of a name, for when another file has it too. */
interface Told {
  readonly entry: Entry;
  readonly file: number;
  readonly fileName: string;
}

/** Where the server is kept, and how well its row knows what runs. */
interface KeptServer {
  readonly group: EntryGroup;
  readonly file: number;
  readonly fileName: string;
  readonly row: FoundRow;
}

/** How well a row knows what runs. */
const rankOf = ({ isReported, isTemplate }: FoundRow) =>
  isReported === true ? 2 : isTemplate === true ? 0 : 1;

const isNamed = ({ cells }: FoundRow) => (cells.name ?? '').trim() !== '';

/** Platforms let a name be taken once in each namespace. */
const identityOf = ({ component, labels }: Entry, name: string) =>
  `${component}\n${name}\n${labels?.namespace ?? ''}`;

/** Names that are taken, with the last number that was tried beside each, so that many equal names don't take ages. */
class Names {
  private readonly taken = new Map<string, number>();

  take(name: string): string {
    let free = name;
    for (let number = this.taken.get(name) ?? 0; this.taken.has(free); ) {
      number = Math.max(number + 1, 2);
      this.taken.set(name, number);
      free = `${name} (${number})`;
    }
    this.taken.set(free, 0);
    return free;
  }
}

export class EntryCollector {
  isGrouped: boolean;
  /** Rows of the file that is being read which say what was said before. */
  alreadyKnown = 0;
  /** Of the entries, for a person to choose those by which rows stay apart. */
  readonly labels = new Set<string>();
  private rows = 0;
  private groups: EntryGroup[] = [];
  private readonly byKey = new Map<string, EntryGroup>();
  private listed: IntakeProblem[] = [];
  private notListed = 0;
  private readonly names = new Names();
  /** What was told by name, by component and name. */
  private readonly told = new Map<string, Told>();
  private server: KeptServer | undefined;
  /** What was remarked in the file that is being read. */
  private readonly remarked = new Set<string>();
  private file = 0;
  private fileName = '';
  private isLastFile = true;

  constructor(
    private readonly catalog: Catalog,
    private readonly grouping: Grouping,
  ) {
    this.isGrouped = grouping.group === true;
  }

  /** What is added and reported from now on comes from another file. */
  beginFile(name: string, isLast: boolean): void {
    this.file += 1;
    this.fileName = name;
    this.isLastFile = isLast;
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

  /** More than is kept: nothing of it is taken. */
  get isFull(): boolean {
    return this.groups.length > MAX_ENTRIES;
  }

  get entries(): readonly Entry[] {
    if (!this.isGrouped) return this.groups.map(({ entry }) => entry);
    const names = new Names();
    const builders = this.findBuilders();
    return this.groups
      .flatMap((group) =>
        group === this.server?.group
          ? [group.entry]
          : entriesOf(group, this.grouping.groupBy, builders.has(group.entry.component)),
      )
      .map((entry) => ({ ...entry, name: names.take(entry.name) }));
  }

  /** Components by which something that is here is built. */
  private findBuilders(): ReadonlySet<string> {
    const built = new Set(
      this.groups.filter(({ entry }) => entry.source !== 'external').map(({ entry }) => entry.component),
    );
    return new Set([...built].flatMap((component) => this.catalog.components[component]?.builtWith ?? []));
  }

  /** Reads a row and keeps what is good; what is not becomes a problem. */
  add(row: FoundRow): void {
    this.rows += 1;
    if (!this.isGrouped && this.grouping.group === 'auto' && this.rows >= MANY_ROWS) this.beginGrouping();
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
    if (read.remark !== undefined) this.remark(read.remark, row.placeOf?.(read.remark) ?? row.at);
    const entry: Entry = { ...row.fields, ...read.entry };
    for (const label of Object.keys(entry.labels ?? {})) {
      if (this.labels.size < MAX_LABELS) this.labels.add(label);
    }
    if (this.isServer(entry) && this.server !== undefined) {
      this.addServerAgain(entry, row, this.server);
      return;
    }
    const twin = this.findTwin(entry, row);
    if (twin === undefined || !this.isSameAsTwin(entry, row.at, twin)) this.keep(entry, row, twin);
  }

  private isServer({ component }: Entry): boolean {
    return this.catalog.components[component]?.role === 'server';
  }

  /** Says once in a file what holds for every row of its kind. */
  private remark({ code, message }: RowProblem, at: Place): void {
    if (this.remarked.has(message)) return;
    this.remarked.add(message);
    this.report({ code, message, ...at, isDropped: false });
  }

  /** What another file has said of the part of this name. */
  private findTwin(entry: Entry, row: FoundRow): Told | undefined {
    if (!isNamed(row)) return undefined;
    const told = this.told.get(identityOf(entry, entry.name));
    return told?.file === this.file ? undefined : told;
  }

  /** Whether the row says what another file has said of the part of this name. */
  private isSameAsTwin(entry: Entry, at: Place, { entry: earlier, fileName }: Told): boolean {
    if (compareVersions(earlier.version, entry.version) !== 0) return false;
    this.alreadyKnown += 1;
    if (earlier.count !== entry.count) {
      const message = `${entry.name} is there ${earlier.count} times by ${fileName}, and ${entry.count} times by this file. The first is kept: correct the count where it is wrong.`;
      this.report({ code: 'contradiction', message, ...at, isDropped: true });
    }
    return true;
  }

  private addServerAgain(entry: Entry, row: FoundRow, known: KeptServer): void {
    const { group } = known;
    const earlier = group.entry;
    const isSameFile = known.file === this.file;
    const isReplica = row.isInstance === true && known.row.isInstance === true;
    const isSameVersion = compareVersions(earlier.version, entry.version) === 0;
    if (isSameVersion && isReplica && (isSameFile || entry.name !== earlier.name)) {
      group.count += entry.count;
      group.entry = { ...earlier, count: group.count };
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
    group.entry = { ...earlier, ...entry, name: earlier.name };
    group.count = entry.count;
    this.server = { group, file: this.file, fileName: this.fileName, row };
  }

  private keep(entry: Entry, row: FoundRow, twin: Told | undefined): void {
    if (isNamed(row) && twin === undefined && !this.isLastFile) this.tell(entry, row.at);
    if (this.isServer(entry)) {
      const group = beginGroup(
        this.isGrouped ? entry : this.renameWhereTaken(entry, row, twin),
        isNamed(row),
      );
      this.server = { group, file: this.file, fileName: this.fileName, row };
      this.groups.push(group);
    } else if (this.isGrouped) {
      if (twin !== undefined) {
        const message = `${entry.name} is ${twin.entry.version} in ${twin.fileName} and ${entry.version} here. Both are counted; correct the counts where one is no longer there.`;
        this.report({ code: 'contradiction', message, ...row.at, isDropped: false });
      }
      this.joinAlike(beginGroup(entry, isNamed(row)));
    } else {
      this.groups.push(beginGroup(this.renameWhereTaken(entry, row, twin), isNamed(row)));
    }
  }

  private tell(entry: Entry, at: Place): void {
    const identity = identityOf(entry, entry.name);
    if (this.told.has(identity)) return;
    if (this.told.size < MAX_NAMES) {
      this.told.set(identity, { entry, file: this.file, fileName: this.fileName });
      return;
    }
    const most = MAX_NAMES.toLocaleString('en');
    const message = `There are more than ${most} names. Those from here on are not looked for in the files that follow: what is in both is counted twice.`;
    this.remark({ code: 'too-many-names', message }, at);
  }

  /** The entry under a name that is free; of another than its own it is said. */
  private renameWhereTaken(entry: Entry, row: FoundRow, twin: Told | undefined): Entry {
    const name = this.names.take(entry.name);
    if (name === entry.name) return entry;
    if (isNamed(row)) {
      const message =
        twin === undefined
          ? `The name "${entry.name}" is taken by an earlier row; this one is called "${name}".`
          : `The name "${entry.name}" is taken: it is ${twin.entry.version} in ${twin.fileName} and ${entry.version} here. Both are kept, this one as "${name}"; delete the one that is no longer there.`;
      const code = twin === undefined ? 'renamed' : 'contradiction';
      this.report({ code, message, ...row.at, isDropped: false });
    }
    return { ...entry, name };
  }

  private beginGrouping(): void {
    this.isGrouped = true;
    const rows = this.groups;
    this.groups = [];
    for (const row of rows) {
      if (row === this.server?.group) this.groups.push(row);
      else this.joinAlike(row);
    }
    // Names that were made unique are names no more.
    this.listed = this.listed.filter(({ code }) => code !== 'renamed');
  }

  private joinAlike(row: EntryGroup): void {
    const key = groupKey(row.entry, this.grouping.groupBy);
    const group = this.byKey.get(key);
    if (group !== undefined && joinGroup(group, row.entry)) return;
    this.byKey.set(key, row);
    this.groups.push(row);
  }
}
