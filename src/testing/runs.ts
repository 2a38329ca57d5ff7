/** How often is a property tried? 2,000 times, or as often as CAUSEWAY_RUNS says. */
export const RUNS = Number(process.env.CAUSEWAY_RUNS ?? 2000);

// With no runs every property would pass.
if (!Number.isSafeInteger(RUNS) || RUNS < 1) {
  throw new Error(`CAUSEWAY_RUNS is "${process.env.CAUSEWAY_RUNS}"; expected a whole number of at least 1`);
}

/** For what reads anything at all, and so meets what nobody foresaw: five times as often as other laws in the long run. */
export const READING_RUNS = RUNS > 2000 ? RUNS * 5 : RUNS;

/** For a law that takes long: a part of them, one at least. A count that is not whole is never reached. */
export function fewerRuns(share: number, runs = RUNS): number {
  return Math.ceil(runs / share);
}
