import { defineConfig, devices } from '@playwright/test';
import { LAUNCH_OPTIONS } from './scripts/launch-options.mjs';

/** `npm test` names a free one, so that runs beside each other don't meet. */
const PORT = process.env.JOURNEYS_PORT ?? '4317';

/** Journeys run on the built app (`npm test` builds it first). */
export default defineConfig({
  testDir: 'e2e',
  // A folder of its own: it is emptied before a run.
  outputDir: 'test-results/traces',
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // One short word for another is some 90 points; edges of letters that another Chromium draws a shade
    // lighter are below the threshold.
    toHaveScreenshot: { threshold: 0.2, maxDiffPixels: 60, stylePath: 'e2e/pictures.css' },
  },
  snapshotPathTemplate: 'e2e/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${PORT}/`,
    trace: 'retain-on-failure',
    launchOptions: LAUNCH_OPTIONS,
  },
  webServer: {
    command: `node_modules/.bin/vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
