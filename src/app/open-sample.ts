/** Opens the sample of a catalog, beside the plan that is open. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery, catalogQuery, sampleQuery } from '../catalogs/load-catalog';
import { draftEntry } from '../session/draft-entry';
import { createRowId, EMPTY_GOAL } from '../session/inputs';
import { openBeside, openPlan } from '../session/plans';
import * as texts from '../texts/opening';
import { notify, notifyOfTrouble } from '../ui/notices';
import { planAhead } from './plan-ahead';

async function loadSample(client: QueryClient, id: string) {
  const listings = await client.fetchQuery(catalogIndexQuery);
  const listing = listings.find((candidate) => candidate.id === id);
  if (listing?.sample === undefined) {
    const known = listings
      .filter((candidate) => candidate.sample !== undefined)
      .map((candidate) => candidate.id);
    throw new Error(texts.noSample(id.slice(0, 60), known.join(', ')));
  }
  const { sample } = listing;
  const [{ parseInventory }, loaded, json] = await Promise.all([
    import('../engine/parsing/parse-inventory'),
    client.fetchQuery(catalogQuery(listing)),
    client.fetchQuery(sampleQuery(sample.inventory)),
  ]);
  const parsed = parseInventory(json, loaded.catalog);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message ?? texts.unreadable);
  return { listing, loaded, inventory: parsed.value, target: sample.target };
}

export async function openSample(client: QueryClient, id: string): Promise<void> {
  try {
    const { listing, loaded, inventory, target } = await loadSample(client, id);
    const inputs = {
      catalogId: listing.id,
      inventoryName: inventory.name ?? '',
      rows: inventory.entries.map((entry) => draftEntry(entry, createRowId())),
      facts: inventory.facts,
      goal: { ...EMPTY_GOAL, target },
      parameters: {},
      progress: [],
    };
    await planAhead(client, loaded, inputs);
    const beside = openBeside(inputs);
    if (beside !== undefined) {
      notify(texts.sampleOf(listing.name, beside.name), {
        label: texts.goBack,
        run: () => void openPlan(beside.id),
      });
    }
  } catch (error) {
    notifyOfTrouble(texts.sampleNotOpened(error instanceof Error ? error.message : ''));
  }
}
