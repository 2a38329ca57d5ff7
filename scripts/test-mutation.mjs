/**
 * `npm run test:mutation`: how many small breaks of the engine do its tests notice? All of the engine, or the folders of it
 * that are named: `npm run test:mutation -- compatibility parsing`.
 */
import { ensurePackages } from './bootstrap.mjs';
import { runStages } from './run-stages.mjs';

ensurePackages();
const folders = process.argv.slice(2);
const mutated =
  folders.length === 0 ? ['src/engine/**/*.ts'] : folders.map((name) => `src/engine/${name}/**/*.ts`);
const command = ['node_modules/.bin/stryker', 'run', 'scripts/stryker.config.json', '--mutate'];
const stage = {
  name: `mutants of ${folders.join(', ') || 'the engine'}`,
  command: [...command, [...mutated, '!**/*.test.ts', '!**/*.property.ts', '!**/*.exhaustive.ts'].join(',')],
};
if (!runStages([stage])) process.exitCode = 1;
