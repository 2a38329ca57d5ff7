/** What is said where two rows tell of one part, and not the same? `place` is where the earlier one is: `in fleet.csv`. */
import type { Entry } from '../engine/model';
import { RENAMED } from './problem-list';
import type { Remark } from './reader';

/** One of the two is what a chart has by itself; the other one counts. */
export function describeChart(entry: Entry, earlier: Entry, place: string, isChart: boolean): Remark {
  const [chart, real] = isChart ? ['here', place] : [place, 'here'];
  const [has, named] = isChart ? [entry, earlier] : [earlier, entry];
  const message = `The chart ${chart} has ${has.version} for ${entry.name} by itself, and ${real} it is ${named.version}: that is taken.`;
  return { code: 'chart-differs', message, isDropped: isChart };
}

export function describeCounts({ name, count }: Entry, earlier: number, place: string): Remark {
  const message = `${name} is there ${earlier} times ${place} and ${count} times here. The first is kept: correct the count where it is wrong.`;
  return { code: 'contradiction', message, isDropped: true };
}

/** Of rows that are grouped. */
export function describeBothCounted({ name, version }: Entry, earlier: Entry, place: string): Remark {
  const message = `${name} is ${earlier.version} ${place} and ${version} here. Both are counted; correct the counts where one is no longer there.`;
  return { code: 'contradiction', message, isDropped: false };
}

export function describeBothKept(
  { name, version }: Entry,
  earlier: Entry,
  place: string,
  newName: string,
): Remark {
  const message = `The name "${name}" is taken: it is ${earlier.version} ${place} and ${version} here. Both are kept, this one as "${newName}"; delete the one that is no longer there.`;
  return { code: 'contradiction', message, isDropped: false };
}

/** The two are in one output: they are two parts. */
export function describeRenamed({ name }: Entry, newName: string): Remark {
  const message = `The name "${name}" is taken by an earlier row; this one is called "${newName}".`;
  return { code: RENAMED, message, isDropped: false };
}
