/** `npm test`: says whether the project is healthy, from a fresh clone on. Continuous integration runs exactly this. */
import { readFileSync } from 'node:fs';
import { ensureBrowser, ensurePackages } from './bootstrap.mjs';
import { BUILD, CHECKS, JOURNEYS, runStages } from './run-stages.mjs';

ensurePackages();
process.env.CHROMIUM_PATH = await ensureBrowser();
runStages([...CHECKS, ...BUILD, ...JOURNEYS]);

const units = JSON.parse(readFileSync('test-results/units.json', 'utf8'));
const journeys = JSON.parse(readFileSync('test-results/journeys.json', 'utf8'));
const passed = units.numPassedTests + journeys.stats.expected;
const failed = units.numFailedTests + journeys.stats.unexpected + journeys.stats.flaky;
console.log(`\n${passed} passed, ${failed} failed`);
