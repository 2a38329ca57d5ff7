/** The engine behind the page: keeps catalogs, calls, answers. */
import { expose } from 'comlink';
import { type Catalog, goingBack, planUpgrade, reach, tracePlan, verifyPlan } from '../engine';
import type { EngineCalls } from './engine-calls';

const catalogs = new Map<string, Catalog>();

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
