import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const exhaustive = {
  extends: true as const,
  test: { name: 'exhaustive', environment: 'node', include: ['src/**/*.exhaustive.ts'] },
};

export default defineConfig({
  // Relative, so that the built app can be served from any path.
  base: './',
  // One page: an address with no file behind it is not found, rather than the page again.
  appType: 'mpa',
  plugins: [react()],
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    // Two files, what is needed at once and what a plan needs, and not one for each module that parts share.
    rolldownOptions: {
      // Texts stand apart from what draws them (src/texts): each goes back to its place, and costs nothing more.
      optimization: { inlineConst: { mode: 'all' } },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'desk', test: /src[\\/]app[\\/]desk\.tsx$/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    // By itself it leaves one core idle, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['{src,scripts}/**/*.{test,property}.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['src/**/*.test.tsx'],
          testTimeout: 300_000,
        },
      },
      // Minutes: only in the long run (scripts/test-long.mjs).
      ...(process.env.CAUSEWAY_EXHAUSTIVE === 'yes' ? [exhaustive] : []),
    ],
  },
});
