import { expect, it } from 'vitest';
import { parseCatalog, parseInventory, planUpgrade, verifyPlan } from '../engine';
import { catalog, goal, inventory } from './rehearsal';

it('what is rehearsed is a catalog, a fleet and a safe plan with an open fact, as what follows will be', () => {
  expect(parseCatalog(catalog)).toMatchObject({ ok: true });
  expect(parseInventory(inventory, catalog)).toMatchObject({ ok: true });
  const plan = planUpgrade(catalog, inventory, goal);
  expect(plan).toMatchObject({ status: 'ready', kind: 'backwards-incompatible', optimality: 'proven' });
  expect(plan.openFacts).toHaveLength(1);
  expect(verifyPlan(catalog, inventory, goal, plan)).toMatchObject({ ok: true });
});
