/**
 * `npm run test:long`: every test, its laws with many more instances (CAUSEWAY_RUNS of each, 20,000 where it is not set),
 * and what tries every instance of a small world (`*.exhaustive.ts`).
 */
import { ensurePackages, ensureShellcheck } from './bootstrap.mjs';
import { runStages } from './run-stages.mjs';

ensurePackages();
ensureShellcheck();
process.env.CAUSEWAY_RUNS ??= '20000';
process.env.CAUSEWAY_EXHAUSTIVE = 'yes';
const command = ['node_modules/.bin/vitest', 'run', '--testTimeout', '86400000'];
if (!runStages([{ name: `tests, laws with ${process.env.CAUSEWAY_RUNS} runs each`, command }]))
  process.exitCode = 1;
