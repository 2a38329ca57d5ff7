/** What is kept of the server, where one row after another tells of it? How two of them are judged, `second-server.ts` says. */
import type { Entry } from '../engine/model';
import { copyPlain } from './copy-plain';
import type { EntryGroup } from './entry-group';
import type { FileReports } from './file-reports';
import type { FoundRow } from './reader';
import { judgeSecondServer } from './second-server';
import type { UncountedGroups } from './uncounted-groups';

/** Where the server is kept, and by which row. */
interface Kept {
  readonly group: EntryGroup;
  readonly output: number;
  readonly fileName: string;
  readonly row: FoundRow;
}

export class KeptServer {
  private kept: Kept | undefined;

  constructor(
    private readonly reports: FileReports,
    private readonly uncounted: UncountedGroups,
  ) {}

  /** `undefined` where no row has told of it. */
  get group(): EntryGroup | undefined {
    return this.kept?.group;
  }

  keep(group: EntryGroup, row: FoundRow, output: number): void {
    this.kept = { group, output, fileName: this.reports.file.name, row };
  }

  /** Takes in one more row that tells of it. `false` where it is the first. */
  seeAgain(entry: Entry, row: FoundRow, output: number): boolean {
    const { kept, reports } = this;
    if (kept === undefined) return false;
    const { group } = kept;
    const second = { entry, row, fileName: reports.file.name };
    const judged = judgeSecondServer({ ...kept, entry: group.entry }, second, kept.output === output);
    if (judged.is === 'known') {
      reports.file.alreadyKnown += 1;
      if (judged.isCountBetter) this.takeCount(group, entry, row, output);
    } else if (judged.is === 'replica') {
      group.count += entry.count;
      group.entry = { ...group.entry, count: group.count };
    } else if (judged.is === 'other') {
      reports.reportRow(row, judged.problem, row.at);
    } else if (!judged.isKept && reports.isFull) {
      reports.count(1);
    } else {
      reports.report({ ...judged.problem, ...row.at, isDropped: !judged.isKept });
      if (judged.isKept) {
        const isCounted = kept.row.isCluster === true;
        const count = isCounted ? group.count : entry.count;
        group.entry = { ...group.entry, ...copyPlain(entry), name: group.entry.name, count };
        group.count = count;
        this.keep(group, isCounted ? { ...row, isCluster: true } : row, output);
      } else if (judged.isCountBetter) this.takeCount(group, entry, row, output);
    }
    return true;
  }

  /** What else was known stays. */
  private takeCount(group: EntryGroup, { count }: Entry, row: FoundRow, output: number): void {
    group.count = count;
    group.entry = { ...group.entry, count };
    this.uncounted.take(group, row);
    this.keep(group, row, output);
  }
}
