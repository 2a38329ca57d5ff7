/** Runs named commands one after another, says how long each took, and stops at the first that fails, or goes on. */
import { spawnSync } from 'node:child_process';

const TYPES = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.worker.json', 'tsconfig.node.json'];
const bin = (name) => `node_modules/.bin/${name}`;

export const UNITS_REPORT = 'test-results/units.json';
/** Written by playwright.config.ts. */
export const JOURNEYS_REPORT = 'test-results/journeys.json';

/** Everything but the build and the browser. */
export const CHECKS = [
  { name: 'format and lint', command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  ...TYPES.map((file) => ({ name: `types, ${file}`, command: [bin('tsc'), '-p', file] })),
  { name: 'import directions', command: ['node', 'scripts/import-directions.mjs'] },
  { name: 'dead code', command: [bin('knip'), '--treat-config-hints-as-errors'] },
  { name: 'schemas', command: [bin('tsx'), 'scripts/write-schemas.ts', '--check'] },
  {
    name: 'unit and property tests',
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNITS_REPORT}`,
    ],
  },
];

export const BUILD = [
  { name: 'build', command: [bin('vite'), 'build'] },
  { name: 'budgets', command: ['node', 'scripts/budgets.mjs'] },
];

export const JOURNEYS = [{ name: 'browser journeys', command: [bin('playwright'), 'test'] }];

/**
 * True when every stage succeeded.
 * @param {readonly { name: string, command: readonly string[] }[]} stages
 * @param {boolean} goesOn whether the others are run after one that failed
 */
export function runStages(stages, goesOn = false) {
  const failed = [];
  const began = Date.now();
  const secondsSince = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  for (const [i, { name, command }] of stages.entries()) {
    const [program, ...args] = command;
    console.log(`\n[${i + 1}/${stages.length}] ${name}`);
    const start = Date.now();
    const { status, signal, error } = spawnSync(program, args, { stdio: 'inherit' });
    if (status !== 0) {
      const how = error?.message ?? (signal === null ? `exit status ${status}` : `ended by ${signal}`);
      console.error(`\n✗ ${name} failed after ${secondsSince(start)} (${how}): ${command.join(' ')}`);
      if (!goesOn) return false;
      failed.push(name);
    } else console.log(`✓ ${name} (${secondsSince(start)})`);
  }
  if (failed.length > 0) {
    console.error(`\n✗ failed: ${failed.join(', ')}`);
    return false;
  }
  console.log(`\n✓ ${stages.length} stages in ${secondsSince(began)}`);
  return true;
}
