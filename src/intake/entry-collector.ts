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
import { copyPlain } from './copy-plain';
import { correct, describeWrong } from './correct-row';
import {
  beginGroup,
  type EntryGroup,
  entriesOf,
  forgetLabel,
  groupKey,
  joinAgain,
  joinGroup,
} from './entry-group';
import { type Correction, type IntakeProblem, MAX_ENTRIES } from './intake-result';
import { readRow } from './read-row';
import type { FoundRow, Place, RowProblem, RowSink, SeenRow } from './reader';
import { judgeSecondServer } from './second-server';
import { MAX_NAMES, NAMING_LABEL, type Told, ToldNames } from './told-names';
import { UniqueNames } from './unique-names';

const MAX_PROBLEMS = 1000;
/** From so many rows on they are joined to groups, where nobody says otherwise. */
const MANY_ROWS = 2000;
const MAX_LABELS = 100;
const RENAMED = 'renamed';

export interface Grouping {
  /** Whether rows that a plan cannot tell apart become one entry with their number; `auto`: where there are many. */
  readonly group: 'auto' | boolean;
  /** Labels by which they stay apart all the same. */
  readonly groupBy: readonly string[];
}

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
  isGrouped: boolean;
  /** Rows of the file that is being read which say what was said before. */
  alreadyKnown = 0;
  /** Of the entries, for a person to choose those by which rows stay apart. */
  readonly labels = new Set<string>();
  rows = 0;
  readonly tellingLabels: readonly string[];
  private groups: EntryGroup[] = [];
  private readonly byKey = new Map<string, EntryGroup>();
  private listed: IntakeProblem[] = [];
  private notListed = 0;
  private renamedNotListed = 0;
  private readonly names = new UniqueNames();
  private readonly told = new ToldNames();
  private server: KeptServer | undefined;
  private readonly notCounted = new Set<EntryGroup>();
  /** What was remarked in the file that is being read. */
  private readonly remarked = new Set<string>();
  /** Which output is being read, of all files. */
  private output = 0;
  private fileName = '';
  private isLastOutput = true;
  /** Rows that were found before the file that is being read. */
  private rowsBefore = 0;
  /** By the number of the row in the file that is being read. */
  private corrections: ReadonlyMap<number, Correction> = new Map();

  constructor(
    private readonly catalog: Catalog,
    private readonly grouping: Grouping,
  ) {
    this.isGrouped = grouping.group === true;
    // Where a name was taken is part of it.
    this.tellingLabels = [...grouping.groupBy, NAMING_LABEL];
  }

  /** What is reported from now on, and added once an output begins, comes from another file. */
  beginFile(name: string, corrections: readonly Correction[] = []): void {
    this.fileName = name;
    this.alreadyKnown = 0;
    this.rowsBefore = this.rows;
    this.corrections = new Map(corrections.map((correction) => [correction.number, correction]));
    this.remarked.clear();
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
    const named = this.fileName === '' ? problem : { ...problem, file: this.fileName };
    if (this.listed.length < MAX_PROBLEMS) this.listed.push(copyPlain(named));
    else if (problem.code === RENAMED) this.renamedNotListed += 1;
    else this.notListed += 1;
  }

  get problems(): readonly IntakeProblem[] {
    const more = this.notListed + this.renamedNotListed;
    if (more === 0) return this.listed;
    const message = `And ${more} more problems, which are not listed.`;
    return [...this.listed, { code: 'more-problems', message, isDropped: true }];
  }

  /** More than is kept: nothing of it is taken. */
  get isFull(): boolean {
    return this.groups.length > MAX_ENTRIES;
  }

  get entries(): readonly Entry[] {
    if (!this.isGrouped) return this.groups.map(({ entry }) => entry);
    const names = new UniqueNames();
    const builders = this.findBuilders();
    return this.groups
      .flatMap((group) =>
        group === this.server?.group
          ? [group.entry]
          : entriesOf(group, this.grouping.groupBy, builders.has(group.entry.component)),
      )
      .map((entry) => ({ ...entry, name: names.take(entry.name) }));
  }

  /** Entries that count as one because nothing was said. Rows that are grouped are counted by that. */
  get uncounted(): readonly string[] {
    return this.isGrouped ? [] : [...this.notCounted].map(({ entry }) => entry.name);
  }

  /** Components by which something that is here is built. */
  private findBuilders(): ReadonlySet<string> {
    const built = new Set(
      this.groups.filter(({ entry }) => entry.source !== 'external').map(({ entry }) => entry.component),
    );
    return new Set([...built].flatMap((component) => this.catalog.components[component]?.builtWith ?? []));
  }

  /** Reads a row and keeps what is good; what is not becomes a problem. */
  add(found: FoundRow): SeenRow | undefined {
    this.rows += 1;
    if (!this.isGrouped && this.grouping.group === 'auto' && this.rows >= MANY_ROWS) this.beginGrouping();
    const correction = this.corrections.get(this.rows - this.rowsBefore);
    if (correction === undefined) return this.take(found);
    this.take(correct(found, correction));
    // Other rows that are like this one in the file are not corrected with it.
    return undefined;
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
    if (this.listed.length >= MAX_PROBLEMS) {
      this.notListed += 1;
      return;
    }
    const problem = { code, message, ...at, isDropped: true };
    this.report(
      cell === undefined
        ? problem
        : { ...problem, row: describeWrong(row, cell, this.rows - this.rowsBefore, this.catalog) },
    );
  }

  /** Whether the row that comes next is like others in the file, but not to a person. */
  private isNextCorrected(): boolean {
    return this.corrections.has(this.rows - this.rowsBefore + 1);
  }

  /** Rows that are wrong in the same way are listed for as long as problems are. */
  private seenWrong(problems: number): SeenRow {
    return {
      seeAgain: () => {
        if (this.isNextCorrected() || this.listed.length < MAX_PROBLEMS) return false;
        this.rows += 1;
        this.notListed += problems;
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
        this.rows += 1;
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
    if (this.remarked.has(message)) return;
    this.remarked.add(message);
    this.report({ code, message, ...at, isDropped: false });
  }

  /** What another output has said of the part of this name. */
  private findTwin(entry: Entry, name: string, isDefault = false): Told | undefined {
    const told = name === '' ? undefined : this.told.find(entry, name, isDefault);
    return told?.output === this.output ? undefined : told;
  }

  private placeOf({ fileName }: Told): string {
    return fileName === this.fileName ? 'above' : `in ${fileName}`;
  }

  /** Where one of the two is what a chart has by itself, the other one counts. */
  private isJoinedToChart(entry: Entry, row: FoundRow, twin: Told): boolean {
    const isChart = row.isDefault === true;
    if (isChart === twin.isDefault || (twin.isDefault && this.isGrouped)) return false;
    if (compareVersions(entry.version, twin.entry.version) === 0) this.alreadyKnown += 1;
    else {
      const [chart, real] = isChart ? ['here', this.placeOf(twin)] : [this.placeOf(twin), 'here'];
      const [has, named] = isChart ? [entry, twin.entry] : [twin.entry, entry];
      const message = `The chart ${chart} has ${has.version} for ${entry.name} by itself, and ${real} it is ${named.version}: that is taken.`;
      this.report({ code: 'chart-differs', message, ...row.at, isDropped: isChart });
    }
    if (isChart) return true;
    const { group } = twin;
    group.entry = { ...entry, name: group.entry.name };
    group.count = entry.count;
    if (isCounted(row)) this.notCounted.delete(group);
    const { output, fileName } = this;
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
    this.alreadyKnown += 1;
    if (count !== entry.count) {
      const message = `${entry.name} is there ${count} times ${this.placeOf(twin)} and ${entry.count} times here. The first is kept: correct the count where it is wrong.`;
      this.report({ code: 'contradiction', message, ...at, isDropped: true });
    }
    return true;
  }

  private addServerAgain(entry: Entry, row: FoundRow, known: KeptServer): void {
    const { group } = known;
    const second = { entry, row, fileName: this.fileName };
    const judged = judgeSecondServer({ ...known, entry: group.entry }, second, known.output === this.output);
    if (judged.is === 'known') {
      this.alreadyKnown += 1;
      if (!judged.isCountBetter) return;
      group.count = entry.count;
      group.entry = { ...group.entry, count: entry.count };
      if (isCounted(row)) this.notCounted.delete(group);
      this.server = { ...known, output: this.output, fileName: this.fileName, row };
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
      this.server = { ...known, output: this.output, fileName: this.fileName, row };
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
        const message = `${entry.name} is ${twin.entry.version} ${this.placeOf(twin)} and ${entry.version} here. Both are counted; correct the counts where one is no longer there.`;
        this.report({ code: 'contradiction', message, ...row.at, isDropped: false });
      }
      return this.joinAlike(beginGroup(entry, isNamed(row)));
    }
    const own = this.isGrouped ? entry : this.renameWhereTaken(entry, row, twin);
    const group = beginGroup(own, isNamed(row));
    if (!isCounted(row)) this.notCounted.add(group);
    if (isServer) this.server = { group, output: this.output, fileName: this.fileName, row };
    this.groups.push(group);
    return group;
  }

  private tell(entry: Entry, name: string, count: number, group: EntryGroup, isDefault = false): void {
    const { output, fileName } = this;
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
      const message =
        twin === undefined
          ? `The name "${entry.name}" is taken by an earlier row; this one is called "${name}".`
          : `The name "${entry.name}" is taken: it is ${twin.entry.version} ${this.placeOf(twin)} and ${entry.version} here. Both are kept, this one as "${name}"; delete the one that is no longer there.`;
      const code = twin === undefined ? RENAMED : 'contradiction';
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
    this.listed = this.listed.filter(({ code }) => code !== RENAMED);
    this.renamedNotListed = 0;
  }

  private joinAlike(row: EntryGroup): EntryGroup {
    const key = groupKey(row.entry, this.grouping.groupBy);
    const group = this.byKey.get(key);
    if (group !== undefined && joinGroup(group, row.entry)) return group;
    this.byKey.set(key, row);
    this.groups.push(row);
    return row;
  }
}
