/** `npm run bench`: the numbers that the README quotes. */
import { ensureBrowser, ensurePackages } from './bootstrap.mjs';
import { BUILD, runStages } from './run-stages.mjs';

ensurePackages();
process.env.CHROMIUM_PATH = await ensureBrowser();
const tsx = 'node_modules/.bin/tsx';
runStages([
  { name: 'planning', command: [tsx, 'bench/planning.ts'] },
  ...BUILD,
  { name: 'opening the page', command: [tsx, 'bench/opening.ts'] },
]);
