/** What would every release take from here, as lines for a terminal? */
import type { Catalog, ReachedRelease } from '../engine';
import { describeCause } from '../formats/wording/describe-cause';
import { describeReached } from '../formats/wording/describe-reached';

/** A line for each release, and one more for each further cause where it is blocked. */
export function listReached(reached: readonly ReachedRelease[], catalog: Catalog): readonly string[] {
  const width = Math.max(...reached.map(({ version }) => version.length));
  const dateWidth = Math.max(...reached.map(({ date }) => date?.length ?? 0));
  return reached.flatMap((release) => {
    const date = dateWidth === 0 ? '' : `${(release.date ?? '').padEnd(dateWidth)}  `;
    const start = `${release.version.padEnd(width)}  ${date}`;
    const further = release.causes.slice(1).map((cause) => `also: ${describeCause(cause, catalog)}`);
    return [
      `${start}${describeReached(release, catalog)}`,
      ...further.map((words) => `${' '.repeat(start.length)}${words}`),
    ];
  });
}
