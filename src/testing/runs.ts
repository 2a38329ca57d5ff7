/** How often is a property tried? 2,000 times, or as often as CAUSEWAY_RUNS says. */
export const RUNS = Number(process.env.CAUSEWAY_RUNS ?? 2000);

// With no runs every property would pass.
if (!Number.isSafeInteger(RUNS) || RUNS < 1) {
  throw new Error(`CAUSEWAY_RUNS is "${process.env.CAUSEWAY_RUNS}"; expected a whole number of at least 1`);
}
