/** How are the engine's tests run against its mutants? Few instances for each law, and the same ones every time. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/engine/**/*.{test,property}.ts'],
    // It wants to see a plan that is not proven, which so few instances do not hold.
    exclude: ['src/engine/planning/search.property.ts'],
    setupFiles: ['scripts/fix-seed.ts'],
    env: { CAUSEWAY_RUNS: process.env.CAUSEWAY_RUNS ?? '30' },
    testTimeout: 60_000,
  },
});
