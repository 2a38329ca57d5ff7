/** How many tests passed and failed, by the reports of Vitest and Playwright? */
import { existsSync, readFileSync } from 'node:fs';

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/**
 * A test that passed only when it was repeated has failed. A file that could not be loaded counts as one failed test.
 * @param {string} unitsReport the path of Vitest's report; counted as nothing where that stage was not reached
 * @param {string} journeysReport the path of Playwright's
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests(unitsReport, journeysReport) {
  const units = read(unitsReport);
  const journeys = read(journeysReport);
  const unloaded = (units?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: (units?.numPassedTests ?? 0) + (journeys?.stats.expected ?? 0),
    failed:
      (units?.numFailedTests ?? 0) +
      unloaded.length +
      (journeys?.stats.unexpected ?? 0) +
      (journeys?.stats.flaky ?? 0) +
      (journeys?.errors.length ?? 0),
    skipped: (units?.numPendingTests ?? 0) + (units?.numTodoTests ?? 0) + (journeys?.stats.skipped ?? 0),
  };
}
