/** The engine behind the page: keeps catalogs, calls, answers. What it is sent was parsed by the page. */
import { expose } from 'comlink';
import { goingBack } from '../engine/assessment/going-back';
import { reach } from '../engine/assessment/reach';
import { tracePlan } from '../engine/assessment/trace-plan';
import type { Catalog } from '../engine/model/catalog';
import { planUpgrade } from '../engine/plan-upgrade';
import { verifyPlan } from '../engine/verification/verify-plan';
import type { EngineCalls } from './engine-calls';
import * as rehearsal from './rehearsal';

const REHEARSALS = 2;

const catalogs = new Map<string, Catalog>([[rehearsal.catalog.id, rehearsal.catalog]]);

function catalogOf(digest: string): Catalog {
  const catalog = catalogs.get(digest);
  if (catalog === undefined) throw new Error(`no catalog with the digest ${digest} was sent`);
  return catalog;
}

const calls: EngineCalls = {
  keepCatalog: (digest, catalog) => {
    catalogs.set(digest, catalog);
  },
  plan: (digest, inventory, goal, onProgress) => {
    const catalog = catalogOf(digest);
    const plan = planUpgrade(catalog, inventory, goal, { onProgress });
    return {
      plan,
      verification: verifyPlan(catalog, inventory, goal, plan),
      states: tracePlan(catalog, inventory, plan),
      back: goingBack(catalog, inventory, plan),
    };
  },
  reach: (digest, inventory, goal) => reach(catalogOf(digest), inventory, goal),
};

expose(calls);

for (let i = 0; i < REHEARSALS; i++)
  calls.plan(rehearsal.catalog.id, rehearsal.inventory, rehearsal.goal, () => {});
catalogs.clear();
