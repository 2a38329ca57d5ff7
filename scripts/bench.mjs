/** `npm run bench`: the numbers that the README quotes. */
import { ensureBrowser, ensurePackages } from './bootstrap.mjs';
import { runStages } from './run-stages.mjs';

ensurePackages();
process.env.CHROMIUM_PATH = await ensureBrowser();
const tsx = 'node_modules/.bin/tsx';
// A goal that is missed fails its bench, and the others run all the same.
const isSound = runStages(
  [
    { name: 'planning', command: [tsx, 'bench/planning.ts'] },
    { name: 'scale', command: [tsx, 'bench/scale.ts'] },
    { name: 'against a general solver', command: [tsx, 'bench/against-solver.ts'] },
    { name: 'against a greedy planner', command: [tsx, 'bench/against-greedy.ts'] },
    { name: 'bad input', command: [tsx, 'bench/bad-input.ts'] },
    { name: 'every reader', command: ['node', 'scripts/run-built.mjs', 'bench/readers.ts'] },
    { name: 'reading large tables', command: [tsx, 'bench/intake.ts'] },
    { name: 'build', command: ['node', 'scripts/build-when-stale.mjs'] },
    { name: 'links', command: [tsx, 'bench/links.ts'] },
    { name: 'opening the page', command: [tsx, 'bench/opening.ts'] },
    { name: 'Lighthouse', command: [tsx, 'bench/lighthouse.ts'] },
    { name: 'redrawing a plan', command: [tsx, 'bench/timeline-in-page.ts'] },
    { name: 'what is done with a large plan', command: [tsx, 'bench/plan-actions-in-page.ts'] },
    { name: 'typing into the inventory', command: [tsx, 'bench/keystroke-in-page.ts'] },
    { name: 'an inventory of 10,000 rows', command: [tsx, 'bench/large-grid-in-page.ts'] },
    { name: 'printing a checklist', command: [tsx, 'bench/paper-in-page.ts'] },
    { name: 'reading a large table in the page', command: [tsx, 'bench/intake-in-page.ts'] },
  ],
  true,
);
if (!isSound) process.exitCode = 1;
