/** What is wrong with a file, as one line of a notice: the first few problems with their places. */
import type { Problem } from '../engine/model/problem';
import * as texts from '../texts/opening';

const SHOWN = 3;

export function describeProblems(problems: readonly Problem[]): string {
  const shown = problems
    .slice(0, SHOWN)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const others = problems.length - shown.length;
  return [...shown, ...(others > 0 ? [texts.andMore(others)] : [])].join(' ');
}
