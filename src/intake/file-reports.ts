/** What is said of the file that is being read, and of its rows? Each problem names its file, and what can be corrected. */
import type { Catalog } from '../engine/model';
import { describeWrong } from './correct-row';
import { type FileSoFar, newFile } from './file-so-far';
import type { IntakeProblem } from './intake-result';
import { ProblemList } from './problem-list';
import type { FoundRow, Place, RowProblem } from './reader';

export class FileReports {
  /** The file that is being read. */
  file: FileSoFar = newFile('', []);
  private readonly list = new ProblemList();

  constructor(private readonly catalog: Catalog) {}

  get all(): readonly IntakeProblem[] {
    return this.list.all;
  }

  /** What is reported from now on is counted alone. */
  get isFull(): boolean {
    return this.list.isFull;
  }

  /** So many more, of a full list. */
  count(more: number): void {
    this.list.count(more);
  }

  forgetRenamed(): void {
    this.list.forgetRenamed();
  }

  report(problem: IntakeProblem): void {
    const { name } = this.file;
    this.list.report(name === '' ? problem : { ...problem, file: name });
  }

  /** What a row is known by in its file, for corrections. */
  numberOf({ number }: FoundRow): number {
    return number ?? this.file.rows;
  }

  /** The row is left out; what it would be read with can be corrected where the problem is about a cell. */
  reportRow(row: FoundRow, { code, message, cell }: RowProblem, at: Place): void {
    if (this.isFull) {
      this.count(1);
      return;
    }
    const problem = { code, message, ...at, isDropped: true };
    this.report(
      cell === undefined
        ? problem
        : { ...problem, row: describeWrong(row, cell, this.numberOf(row), this.catalog) },
    );
  }

  /** Says once in a file what holds for every row of its kind. */
  remark({ code, message }: RowProblem, at: Place): void {
    if (this.file.remarked.has(message)) return;
    this.file.remarked.add(message);
    this.report({ code, message, ...at, isDropped: false });
  }
}
