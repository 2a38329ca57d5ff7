import { describe, expect, it } from 'vitest';
import { findCircle, findForbiddenImports, importsOf, TABLE } from './import-directions.mjs';

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
    ['texts/plan.ts', "import { plural } from './numbers';"],
    ['ui/modal.tsx', "import * as texts from '../texts/page';"],
    ['features/plan/step-list.tsx', "import * as texts from '../../texts/plan';"],
    ['worker/engine.worker.ts', "import { planUpgrade } from '../engine';"],
    ['cli/main.ts', "import type { Plan } from '../engine/model';"],
    ['features/timeline/timeline.tsx', "import styles from './timeline.module.css';"],
    ['main.tsx', "import './app/fonts.css';"],
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
    ['engine/model/plan.ts', "import { planUpgrade } from '..';"],
    ['engine/model/plan.ts', "import { solve } from '../planning';"],
    ['engine/planning/solve.ts', "import valid from 'semver/functions/valid';"],
    ['formats/wording/describe.ts', "import { read } from '../../../scripts/read.mjs';"],
    ['texts/plan.ts', "import type { Plan } from '../engine/model/plan';"],
    ['texts/plan.ts', "import { formatList } from '../formats/wording/names';"],
    ['texts/plan.ts', "import { useInputs } from '../session/store';"],
    ['utils/anything.ts', ''],
    ['engine/lib/anything.ts', ''],
  ])('refuses %s with %s', (file, text) => {
    expect(findForbiddenImports(file, text)).toHaveLength(1);
  });

  it('has a table without circles', () => {
    expect(findCircle(TABLE)).toBeUndefined();
  });

  it('names a circle in a table', () => {
    const table = { ui: [], app: ['session', 'ui'], session: ['engine', 'ui'], engine: ['engine', 'app'] };
    expect(findCircle(table)).toEqual(['app', 'session', 'engine', 'app']);
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
