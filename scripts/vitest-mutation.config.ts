/**
 * How are the engine's tests run against its mutants? Few instances for each law, and the same ones every time.
 *
 * CAUSEWAY_MUTANTS_MEET names the tests that mutants meet, as globs with commas between them, where not all are worth the
 * wait. Fewer tests notice fewer mutants: a score measured so is never too high.
 */
import { defineConfig } from 'vitest/config';

const tests = process.env.CAUSEWAY_MUTANTS_MEET ?? 'src/engine/**/*.test.ts,src/engine/**/*.property.ts';

export default defineConfig({
  test: {
    include: tests.split(','),
    // It wants to see a plan that is not proven, which so few instances do not hold.
    exclude: ['src/engine/planning/search.property.ts'],
    setupFiles: ['scripts/fix-seed.ts'],
    env: { CAUSEWAY_RUNS: process.env.CAUSEWAY_RUNS ?? '30' },
    testTimeout: 60_000,
  },
});
