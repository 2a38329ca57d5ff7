/** `npm run check`: everything but the build and the browser. */
import { ensurePackages, ensureShellcheck } from './bootstrap.mjs';
import { CHECKS, runStages } from './run-stages.mjs';

ensurePackages();
ensureShellcheck();
if (!runStages(CHECKS)) process.exitCode = 1;
