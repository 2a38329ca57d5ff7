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
import { correct } from './correct-row';
import { beginGroup, type EntryGroup, forgetLabel, joinAgain } from './entry-group';
import { FileReports } from './file-reports';
import { type FileSoFar, newFile } from './file-so-far';
import type { Correction, IntakeProblem } from './intake-result';
import { KeptServer } from './kept-server';
import { readRow } from './read-row';
import type { FoundRow, Place, RowSink, SeenRow } from './reader';
import { MAX_NAMES, NAMING_LABEL, type Told, ToldNames } from './told-names';
import {
  describeBothCounted,
  describeBothKept,
  describeChart,
  describeCounts,
  describeRenamed,
} from './told-twice';
import { UncountedGroups } from './uncounted-groups';
import { UniqueNames } from './unique-names';

const MAX_LABELS = 100;

const isNamed = ({ cells }: FoundRow) => (cells.name ?? '').trim() !== '';

export class EntryCollector implements RowSink {
  /** Of the entries, for a person to choose those by which rows stay apart. */
  readonly labels = new Set<string>();
  rows = 0;
  readonly tellingLabels: readonly string[];
  private readonly kept: CollectedEntries;
  private readonly reports: FileReports;
  private readonly names = new UniqueNames();
  private readonly told = new ToldNames();
  private readonly server: KeptServer;
  private readonly notCounted = new UncountedGroups();
  /** Which output is being read, of all files. */
  private output = 0;
  private isLastOutput = true;

  constructor(
    private readonly catalog: Catalog,
    grouping: Grouping,
  ) {
    this.reports = new FileReports(catalog);
    this.server = new KeptServer(this.reports, this.notCounted);
    this.kept = new CollectedEntries(catalog, grouping);
    // Where a name was taken is part of it.
    this.tellingLabels = [...grouping.groupBy, NAMING_LABEL];
  }

  /** What is reported from now on, and added once an output begins, comes from another file. */
  beginFile(name: string, corrections: readonly Correction[] = []): FileSoFar {
    this.reports.file = newFile(name, corrections);
    return this.reports.file;
  }

  /** What comes from now on is of a file that was begun before. */
  resumeFile(file: FileSoFar): void {
    this.reports.file = file;
  }

  /** What is added from now on comes from another output, which may say again what one before it has said. `isLast`: of all. */
  beginOutput(isLast: boolean): void {
    this.output += 1;
    this.isLastOutput = isLast;
  }

  noteLabels(names: readonly string[]): void {
    for (const name of names) {
      if (this.labels.size < MAX_LABELS && !this.labels.has(name)) this.labels.add(copyPlain(name));
    }
  }

  report(problem: IntakeProblem): void {
    this.reports.report(problem);
  }

  /** The file that is being read. */
  private get file(): FileSoFar {
    return this.reports.file;
  }

  get problems(): readonly IntakeProblem[] {
    return this.reports.all;
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
    return this.isGrouped ? [] : this.notCounted.names;
  }

  /** Reads a row and keeps what is good; what is not becomes a problem. */
  add(found: FoundRow): SeenRow | undefined {
    this.countRow();
    if (this.kept.isMany(this.rows)) {
      this.kept.beginGrouping();
      this.reports.forgetRenamed();
    }
    const correction = this.file.corrections.get(this.reports.numberOf(found));
    if (correction === undefined) return this.take(found);
    this.take(correct(found, correction));
    // Other rows that are like this one in the file are not corrected with it.
    return undefined;
  }

  private countRow(): void {
    this.rows += 1;
    this.file.rows += 1;
  }

  private take(row: FoundRow): SeenRow | undefined {
    if (row.problem !== undefined) {
      this.reports.reportRow(row, row.problem, row.at);
      return undefined;
    }
    const read = readRow(row.cells, this.catalog, row.fallbackName);
    if (!read.ok) {
      for (const wrong of read.problems) this.reports.reportRow(row, wrong, row.placeOf?.(wrong) ?? row.at);
      return this.seenWrong(read.problems.length);
    }
    if (read.remark !== undefined) this.reports.remark(read.remark, row.placeOf?.(read.remark) ?? row.at);
    // It holds on to the text of its file: what is kept of it is a copy.
    const entry: Entry = { ...row.fields, ...read.entry };
    this.noteLabels(Object.keys(entry.labels ?? {}));
    if (this.isServer(entry) && this.server.seeAgain(entry, row, this.output)) return undefined;
    const twin = this.findTwin(entry, isNamed(row) ? entry.name : '', row.isDefault);
    if (twin !== undefined && this.isJoinedToChart(entry, row, twin)) return undefined;
    if (twin !== undefined && this.isSameAsTwin(entry, row.at, twin)) return undefined;
    const group = this.keep(entry, row, twin);
    return this.isGrouped && group !== this.server.group ? this.seenGood(entry, group) : undefined;
  }

  /** Whether the row that comes next is like others in the file, but not to a person. */
  private isNextCorrected(): boolean {
    return this.file.corrections.has(this.file.rows + 1);
  }

  /** Rows that are wrong in the same way are listed for as long as problems are. */
  private seenWrong(problems: number): SeenRow {
    return {
      seeAgain: () => {
        if (this.isNextCorrected() || !this.reports.isFull) return false;
        this.countRow();
        this.reports.count(problems);
        return true;
      },
      forgetLabel: () => {},
    };
  }

  private seenGood(entry: Entry, group: EntryGroup): SeenRow {
    // One for all names that are like it.
    const own = copyPlain(entry);
    return {
      seeAgain: (count, text, from, to) => {
        if (this.isNextCorrected()) return false;
        const isLeast = count < group.least.count;
        // A name is looked at where it matters: for what stays apart, and for what other files say of it.
        if (isLeast || !this.isLastOutput || !this.told.isEmpty) {
          const name = copyPlain(text.slice(from, to).trim());
          const isUnclear = name === '' ? isLeast : this.findTwin(entry, name) !== undefined;
          if (isUnclear || !joinAgain(group, name, count)) return false;
          if (name !== '' && !this.isLastOutput) this.tell(own, name, count, group);
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
    const own = copyPlain(entry);
    group.entry = { ...own, name: group.entry.name };
    group.count = own.count;
    this.notCounted.take(group, row);
    const { output } = this;
    const fileName = this.file.name;
    this.told.replace(own.name, twin, {
      entry: own,
      count: own.count,
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

  /** The group that it is in from now on. */
  private keep(entry: Entry, row: FoundRow, twin: Told | undefined): EntryGroup {
    const group = this.place(entry, row, twin);
    if (isNamed(row) && twin === undefined && !this.isLastOutput) {
      const own = copyPlain(entry);
      this.tell(own, own.name, own.count, group, row.isDefault);
    }
    return group;
  }

  private place(entry: Entry, row: FoundRow, twin: Told | undefined): EntryGroup {
    const isServer = this.isServer(entry);
    if (this.isGrouped && !isServer) {
      if (twin !== undefined) {
        this.report({ ...describeBothCounted(entry, twin.entry, this.placeOf(twin)), ...row.at });
      }
      return this.kept.join(entry, isNamed(row));
    }
    const own = this.isGrouped ? entry : this.renameWhereTaken(entry, row, twin);
    const group = beginGroup(copyPlain(own), isNamed(row));
    this.notCounted.begin(group, row);
    if (isServer) {
      this.server.keep(group, row, this.output);
      this.kept.server = group;
    }
    this.kept.push(group);
    return group;
  }

  /** What it is given is kept: no part of the file's text. */
  private tell(entry: Entry, name: string, count: number, group: EntryGroup, isDefault = false): void {
    const { output } = this;
    const fileName = this.file.name;
    if (this.told.tell(name, { entry, count, output, fileName, isDefault, group })) return;
    const most = MAX_NAMES.toLocaleString('en');
    const message = `There are more than ${most} names. The others are not looked for in the files that follow: what is in both is counted twice.`;
    this.reports.remark({ code: 'too-many-names', message }, {});
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
