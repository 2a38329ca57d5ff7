/** What is wrong in all files? The first thousand problems, and how many more there are. */
import { copyPlain } from './copy-plain';
import type { IntakeProblem } from './intake-result';

const MAX_PROBLEMS = 1000;
/** The code of the problem that a row is called otherwise than it says. */
export const RENAMED = 'renamed';

export class ProblemList {
  private listed: IntakeProblem[] = [];
  private notListed = 0;
  private renamedNotListed = 0;

  /** What is reported from now on is counted alone. */
  get isFull(): boolean {
    return this.listed.length >= MAX_PROBLEMS;
  }

  report(problem: IntakeProblem): void {
    if (!this.isFull) this.listed.push(copyPlain(problem));
    else if (problem.code === RENAMED) this.renamedNotListed += 1;
    else this.notListed += 1;
  }

  /** So many more, of a full list. */
  count(more: number): void {
    this.notListed += more;
  }

  /** Names that were made unique are names no more. */
  forgetRenamed(): void {
    this.listed = this.listed.filter(({ code }) => code !== RENAMED);
    this.renamedNotListed = 0;
  }

  get all(): readonly IntakeProblem[] {
    const more = this.notListed + this.renamedNotListed;
    if (more === 0) return this.listed;
    const message = `And ${more} more problems, which are not listed.`;
    return [...this.listed, { code: 'more-problems', message, isDropped: true }];
  }
}
