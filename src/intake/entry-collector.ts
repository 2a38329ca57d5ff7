/**
 * Makes one list of the rows of all files. Names stay unique and only one entry is the server.
 *
 * The same thing seen twice is one entry: the server, or a part of the same name and component in another file. Where two
 * files contradict each other that is said, and nothing is lost that could be deployed: of a consumer both versions are
 * kept; of the server the one that is better told (`second-server.ts`).
 *
 * Many rows are joined to groups as they come, so that a million of them take no more room than their groups.
 */
import { type Catalog, compareVersions, type Entry } from '../engine/model';
import { CollectedEntries, type Grouping } from './collected-entries';
import { copyPlain } from './copy-plain';
import { correct, describeWrong } from './correct-row';
import { beginGroup, type EntryGroup, forgetLabel, joinAgain } from './entry-group';
import { type FileSoFar, newFile } from './file-so-far';
import type { Correction, IntakeProblem } from './intake-result';
import { ProblemList } from './problem-list';
import { readRow } from './read-row';
import type { FoundRow, Place, RowProblem, RowSink, SeenRow } from './reader';
import { judgeSecondServer } from './second-server';
import { MAX_NAMES, NAMING_LABEL, type Told, ToldNames } from './told-names';
import {
  describeBothCounted,
  describeBothKept,
  describeChart,
  describeCounts,
  describeRenamed,
} from './told-twice';
import { UniqueNames } from './unique-names';

const MAX_LABELS = 100;

/** Where the server is kept, and by which row. */
interface KeptServer {
  readonly group: EntryGroup;
  readonly output: number;
  readonly fileName: string;
  readonly row: FoundRow;
}

const isNamed = ({ cells }: FoundRow) => (cells.name ?? '').trim() !== '';
/** An instance counts as itself; another row says how many it stands for, or nothing. */
const isCounted = ({ cells, isInstance }: FoundRow) =>
  isInstance === true || (cells.count ?? '').trim() !== '';

export class EntryCollector implements RowSink {
  /** Of the entries, for a person to choose those by which rows stay apart. */
  readonly labels = new Set<string>();
  rows = 0;
  readonly tellingLabels: readonly string[];
  private readonly kept: CollectedEntries;
  private readonly list = new ProblemList();
  private readonly names = new UniqueNames();
  private readonly told = new ToldNames();
  private server: KeptServer | undefined;
  private readonly notCounted = new Set<EntryGroup>();
  /** Which output is being read, of all files. */
  private output = 0;
  private isLastOutput = true;
  /** The file that is being read. */
  private file = newFile('', []);

  constructor(
    private readonly catalog: Catalog,
    grouping: Grouping,
  ) {
    this.kept = new CollectedEntries(catalog, grouping);
    // Where a name was taken is part of it.
    this.tellingLabels = [...grouping.groupBy, NAMING_LABEL];
  }

  /** What is reported from now on, and added once an output begins, comes from another file. */
  beginFile(name: string, corrections: readonly Correction[] = []): FileSoFar {
    this.file = newFile(name, corrections);
    return this.file;
  }

  /** What comes from now on is of a file that was begun before. */
  resumeFile(file: FileSoFar): void {
    this.file = file;
  }

  /** What is added from now on comes from another output, which may say again what one before it has said. `isLast`: of all. */
  beginOutput(isLast: boolean): void {
    this.output += 1;
    this.isLastOutput = isLast;
  }

  noteLabels(names: readonly string[]): void {
    for (const name of names) if (this.labels.size < MAX_LABELS) this.labels.add(name);
  }

  report(problem: IntakeProblem): void {
    const { name } = this.file;
    this.list.report(name === '' ? problem : { ...problem, file: name });
  }

  get problems(): readonly IntakeProblem[] {
    return this.list.all;
  }

  get isGrouped(): boolean {
    return this.kept.isGrouped;
  }

  /** More than is kept: nothing of it is taken. */
  get isFull(): boolean {
    return this.kept.isFull;
  }

  get entries(): readonly Entry[] {
    return this.kept.entries;
  }

  /** Entries that count as one because nothing was said. Rows that are grouped are counted by that. */
  get uncounted(): readonly string[] {
    return this.isGrouped ? [] : [...this.notCounted].map(({ entry }) => entry.name);
  }

  /** Reads a row and keeps what is good; what is not becomes a problem. */
  add(found: FoundRow): SeenRow | undefined {
    this.countRow();
    if (this.kept.isMany(this.rows)) {
      this.kept.beginGrouping();
      this.list.forgetRenamed();
    }
    const correction = this.file.corrections.get(this.numberOf(found));
    if (correction === undefined) return this.take(found);
    this.take(correct(found, correction));
    // Other rows that are like this one in the file are not corrected with it.
    return undefined;
  }

  private countRow(): void {
    this.rows += 1;
    this.file.rows += 1;
  }

  private numberOf({ number }: FoundRow): number {
    return number ?? this.file.rows;
  }

  private take(row: FoundRow): SeenRow | undefined {
    if (row.problem !== undefined) {
      this.reportRow(row, row.problem, row.at);
      return undefined;
    }
    const read = readRow(row.cells, this.catalog, row.fallbackName);
    if (!read.ok) {
      for (const wrong of read.problems) this.reportRow(row, wrong, row.placeOf?.(wrong) ?? row.at);
      return this.seenWrong(read.problems.length);
    }
    if (read.remark !== undefined) this.remark(read.remark, row.placeOf?.(read.remark) ?? row.at);
    const entry: Entry = copyPlain({ ...row.fields, ...read.entry });
    this.noteLabels(Object.keys(entry.labels ?? {}));
    if (this.isServer(entry) && this.server !== undefined) {
      this.addServerAgain(entry, row, this.server);
      return undefined;
    }
    const twin = this.findTwin(entry, isNamed(row) ? entry.name : '', row.isDefault);
    if (twin !== undefined && this.isJoinedToChart(entry, row, twin)) return undefined;
    if (twin !== undefined && this.isSameAsTwin(entry, row.at, twin)) return undefined;
    const group = this.keep(entry, row, twin);
    return this.isGrouped && group !== this.server?.group ? this.seenGood(entry, group) : undefined;
  }

  /** The row is left out; what it would be read with can be corrected where the problem is about a cell. */
  private reportRow(row: FoundRow, { code, message, cell }: RowProblem, at: Place): void {
    if (this.list.isFull) {
      this.list.count(1);
      return;
    }
    const problem = { code, message, ...at, isDropped: true };
    this.report(
      cell === undefined
        ? problem
        : { ...problem, row: describeWrong(row, cell, this.numberOf(row), this.catalog) },
    );
  }

  /** Whether the row that comes next is like others in the file, but not to a person. */
  private isNextCorrected(): boolean {
    return this.file.corrections.has(this.file.rows + 1);
  }

  /** Rows that are wrong in the same way are listed for as long as problems are. */
  private seenWrong(problems: number): SeenRow {
    return {
      seeAgain: () => {
        if (this.isNextCorrected() || !this.list.isFull) return false;
        this.countRow();
        this.list.count(problems);
        return true;
      },
      forgetLabel: () => {},
    };
  }

  private seenGood(entry: Entry, group: EntryGroup): SeenRow {
    return {
      seeAgain: (count, text, from, to) => {
        if (this.isNextCorrected()) return false;
        const isLeast = count < group.least.count;
        // A name is looked at where it matters: for what stays apart, and for what other files say of it.
        if (isLeast || !this.isLastOutput || !this.told.isEmpty) {
          const name = copyPlain(text.slice(from, to).trim());
          const isUnclear = name === '' ? isLeast : this.findTwin(entry, name) !== undefined;
          if (isUnclear || !joinAgain(group, name, count)) return false;
          if (name !== '' && !this.isLastOutput) this.tell(entry, name, count, group);
        } else if (!joinAgain(group, '', count)) {
          return false;
        }
        this.countRow();
        return true;
      },
      forgetLabel: (label) => forgetLabel(group, label),
    };
  }

  private isServer({ component }: Entry): boolean {
    return this.catalog.components[component]?.role === 'server';
  }

  /** Says once in a file what holds for every row of its kind. */
  private remark({ code, message }: RowProblem, at: Place): void {
    if (this.file.remarked.has(message)) return;
    this.file.remarked.add(message);
    this.report({ code, message, ...at, isDropped: false });
  }

  /** What another output has said of the part of this name. */
  private findTwin(entry: Entry, name: string, isDefault = false): Told | undefined {
    const told = name === '' ? undefined : this.told.find(entry, name, isDefault);
    return told?.output === this.output ? undefined : told;
  }

  private placeOf({ fileName }: Told): string {
    return fileName === this.file.name ? 'above' : `in ${fileName}`;
  }

  /** Where one of the two is what a chart has by itself, the other one counts. */
  private isJoinedToChart(entry: Entry, row: FoundRow, twin: Told): boolean {
    const isChart = row.isDefault === true;
    if (isChart === twin.isDefault || (twin.isDefault && this.isGrouped)) return false;
    if (compareVersions(entry.version, twin.entry.version) === 0) this.file.alreadyKnown += 1;
    else {
      this.report({ ...describeChart(entry, twin.entry, this.placeOf(twin), isChart), ...row.at });
    }
    if (isChart) return true;
    const { group } = twin;
    group.entry = { ...entry, name: group.entry.name };
    group.count = entry.count;
    if (isCounted(row)) this.notCounted.delete(group);
    const { output } = this;
    const fileName = this.file.name;
    this.told.replace(entry.name, twin, {
      entry,
      count: entry.count,
      output,
      fileName,
      isDefault: false,
      group,
    });
    return true;
  }

  /** Whether the row says what another output has said of the part of this name. */
  private isSameAsTwin(entry: Entry, at: Place, twin: Told): boolean {
    const { entry: earlier, count } = twin;
    if (compareVersions(earlier.version, entry.version) !== 0) return false;
    this.file.alreadyKnown += 1;
    if (count !== entry.count) {
      this.report({ ...describeCounts(entry, count, this.placeOf(twin)), ...at });
    }
    return true;
  }

  private addServerAgain(entry: Entry, row: FoundRow, known: KeptServer): void {
    const { group } = known;
    const second = { entry, row, fileName: this.file.name };
    const judged = judgeSecondServer({ ...known, entry: group.entry }, second, known.output === this.output);
    if (judged.is === 'known') {
      this.file.alreadyKnown += 1;
      if (!judged.isCountBetter) return;
      group.count = entry.count;
      group.entry = { ...group.entry, count: entry.count };
      if (isCounted(row)) this.notCounted.delete(group);
      this.server = { ...known, output: this.output, fileName: this.file.name, row };
    } else if (judged.is === 'replica') {
      group.count += entry.count;
      group.entry = { ...group.entry, count: group.count };
    } else if (judged.is === 'other') {
      this.reportRow(row, judged.problem, row.at);
    } else {
      this.report({ ...judged.problem, ...row.at, isDropped: !judged.isKept });
      if (!judged.isKept) return;
      group.entry = { ...group.entry, ...entry, name: group.entry.name };
      group.count = entry.count;
      this.server = { ...known, output: this.output, fileName: this.file.name, row };
    }
  }

  /** The group that it is in from now on. */
  private keep(entry: Entry, row: FoundRow, twin: Told | undefined): EntryGroup {
    const group = this.place(entry, row, twin);
    if (isNamed(row) && twin === undefined && !this.isLastOutput) {
      this.tell(entry, entry.name, entry.count, group, row.isDefault);
    }
    return group;
  }

  private place(entry: Entry, row: FoundRow, twin: Told | undefined): EntryGroup {
    const isServer = this.isServer(entry);
    if (this.isGrouped && !isServer) {
      if (twin !== undefined) {
        this.report({ ...describeBothCounted(entry, twin.entry, this.placeOf(twin)), ...row.at });
      }
      return this.kept.join(beginGroup(entry, isNamed(row)));
    }
    const own = this.isGrouped ? entry : this.renameWhereTaken(entry, row, twin);
    const group = beginGroup(own, isNamed(row));
    if (!isCounted(row)) this.notCounted.add(group);
    if (isServer) {
      this.server = { group, output: this.output, fileName: this.file.name, row };
      this.kept.server = group;
    }
    this.kept.push(group);
    return group;
  }

  private tell(entry: Entry, name: string, count: number, group: EntryGroup, isDefault = false): void {
    const { output } = this;
    const fileName = this.file.name;
    if (this.told.tell(name, { entry, count, output, fileName, isDefault, group })) return;
    const most = MAX_NAMES.toLocaleString('en');
    const message = `There are more than ${most} names. The others are not looked for in the files that follow: what is in both is counted twice.`;
    this.remark({ code: 'too-many-names', message }, {});
  }

  /** The entry under a name that is free; of another than its own it is said. */
  private renameWhereTaken(entry: Entry, row: FoundRow, twin: Told | undefined): Entry {
    const name = this.names.take(entry.name);
    if (name === entry.name) return entry;
    if (isNamed(row)) {
      const said =
        twin === undefined
          ? describeRenamed(entry, name)
          : describeBothKept(entry, twin.entry, this.placeOf(twin), name);
      this.report({ ...said, ...row.at });
    }
    return { ...entry, name };
  }
}
