import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countTests } from './count-tests.mjs';

describe('counting tests', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const report = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const units = {
    numPassedTests: 40,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{}] }],
  };
  const journeys = { stats: { expected: 7, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

  it.each([
    ['all passed', {}, {}, { passed: 47, failed: 0, skipped: 0 }],
    ['units that failed', { numFailedTests: 2 }, {}, { passed: 47, failed: 2, skipped: 0 }],
    [
      'a file that could not be loaded',
      { testResults: [{ status: 'failed', assertionResults: [] }] },
      {},
      { passed: 47, failed: 1, skipped: 0 },
    ],
    [
      'journeys that failed, at once or at first',
      {},
      { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 0 } },
      { passed: 44, failed: 3, skipped: 0 },
    ],
    ['journeys that could not begin', {}, { errors: [{}] }, { passed: 47, failed: 1, skipped: 0 }],
    [
      'skipped ones of every kind',
      { numPendingTests: 1, numTodoTests: 2 },
      { stats: { expected: 6, unexpected: 0, flaky: 0, skipped: 4 } },
      { passed: 46, failed: 0, skipped: 7 },
    ],
  ])('%s', (_, ofUnits, ofJourneys, totals) => {
    const paths = [
      report('units.json', { ...units, ...ofUnits }),
      report('journeys.json', { ...journeys, ...ofJourneys }),
    ] as const;
    expect(countTests(...paths)).toEqual(totals);
  });

  it('counts nothing where a stage was not reached', () => {
    const none = join(folder, 'none.json');
    expect(countTests(report('units.json', units), none)).toEqual({ passed: 40, failed: 0, skipped: 0 });
    expect(countTests(none, none)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
