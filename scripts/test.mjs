/** `npm test`: says whether the project is healthy, from a fresh clone on. Continuous integration runs exactly this. */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { ensureBrowser, ensurePackages, ensureShellcheck } from './bootstrap.mjs';
import { countTests } from './count-tests.mjs';
import { BUILD, CHECKS, JOURNEYS, JOURNEYS_REPORT, runStages, UNITS_REPORT } from './run-stages.mjs';

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

ensurePackages();
ensureShellcheck();
process.env.CHROMIUM_PATH = await ensureBrowser();
process.env.JOURNEYS_PORT = String(await findFreePort());

// Nothing that an earlier run left counts.
rmSync('test-results', { recursive: true, force: true });
const isSound = runStages([...CHECKS, ...BUILD, ...JOURNEYS]);
const { passed, failed, skipped } = countTests(UNITS_REPORT, JOURNEYS_REPORT);
if (skipped > 0) console.error(`\n✗ ${skipped} tests were skipped; a test runs, or it is not there`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = isSound && failed === 0 && skipped === 0 && passed > 0 ? 0 : 1;
