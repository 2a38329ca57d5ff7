import { describe, expect, it } from 'vitest';
import { findForbiddenImports, importsOf } from './import-directions.mjs';

describe('import directions', () => {
  it.each([
    ['engine/planning/solve.ts', "import { x } from '../compatibility/negotiate';"],
    ['engine/planning/solve.ts', "import type { X } from '../model';"],
    ['features/timeline/timeline.tsx', "import { Button } from '../../ui/button';"],
    ['app/page.tsx', "import { Timeline } from '../features/timeline/timeline';"],
    [
      'engine/verification/verify-plan.test.ts',
      "import fc from 'fast-check';\nimport { y } from '../../testing/builders';",
    ],
    ['worker/engine.worker.ts', "import { planUpgrade } from '../engine';"],
  ])('allows what the table allows: %s', (file, text) => {
    expect(findForbiddenImports(file, text)).toEqual([]);
  });

  it.each([
    ['engine/verification/verify-plan.ts', "import { negotiate } from '../compatibility/negotiate';"],
    ['engine/model/catalog.ts', "import { useState } from 'react';"],
    ['engine/planning/solve.ts', "import { explainSteps } from '../explanation/explain-steps';"],
    ['features/timeline/timeline.tsx', "import { Row } from '../inventory/row';"],
    ['ui/button.tsx', "import { planUpgrade } from '../engine';"],
    ['intake/read.ts', "import { readFileSync } from 'node:fs';"],
    ['session/store.ts', "const later = await import('../app/page');"],
    ['engine/index.ts', "export { x } from '../testing/oracle';"],
    ['utils/anything.ts', ''],
  ])('refuses %s with %s', (file, text) => {
    expect(findForbiddenImports(file, text)).toHaveLength(1);
  });

  it('sees every way to import', () => {
    const text = `
      import a from 'a';
      import 'b';
      import type { C } from 'c';
      import {
        d,
      } from 'd';
      export * from 'e';
      const f = await import('f');
      new Worker(new URL('./g.ts', import.meta.url));
      /* import h from 'h'; */
    `;
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', './g.ts']);
  });
});
