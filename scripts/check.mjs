/** `npm run check`: everything but the build and the browser. */
import { ensurePackages } from './bootstrap.mjs';
import { CHECKS, runStages } from './run-stages.mjs';

ensurePackages();
if (!runStages(CHECKS)) process.exitCode = 1;
