/** Runs named commands one after another, says how long each took, and stops at the first that fails. */
import { spawnSync } from 'node:child_process';

/** @param {readonly { name: string, command: readonly string[] }[]} stages */
export function runStages(stages) {
  for (const { name, command } of stages) {
    const [program, ...args] = command;
    console.log(`\n— ${name}: ${command.join(' ')}`);
    const start = Date.now();
    const { status } = spawnSync(program, args, { stdio: 'inherit' });
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    if (status !== 0) {
      console.error(`\n✗ ${name} failed after ${seconds} s`);
      process.exit(1);
    }
    console.log(`✓ ${name} (${seconds} s)`);
  }
}

const TYPES = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.worker.json', 'tsconfig.node.json'];
const bin = (name) => `node_modules/.bin/${name}`;

/** Everything but the build and the browser. */
export const CHECKS = [
  { name: 'format and lint', command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  ...TYPES.map((file) => ({ name: `types, ${file}`, command: [bin('tsc'), '-p', file] })),
  { name: 'import directions', command: ['node', 'scripts/import-directions.mjs'] },
  { name: 'dead code', command: [bin('knip')] },
  { name: 'schemas', command: [bin('tsx'), 'scripts/write-schemas.ts', '--check'] },
  {
    name: 'unit and property tests',
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/units.json',
    ],
  },
];

export const BUILD = [
  { name: 'build', command: [bin('vite'), 'build'] },
  { name: 'budgets', command: ['node', 'scripts/budgets.mjs'] },
];

export const JOURNEYS = [{ name: 'browser journeys', command: [bin('playwright'), 'test'] }];
