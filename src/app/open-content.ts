/** Opens what a link or a plan file holds beside the plan that is open, with its catalog; or asks for that. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery, catalogQuery } from '../catalogs/load-catalog';
import { type Listing, withOwn } from '../catalogs/own-catalogs';
import type { PlanFileContent } from '../formats/plan-file-content';
import type { LinkContent } from '../formats/plan-link/link-content';
import { draftEntry } from '../session/draft-entry';
import { createRowId } from '../session/inputs';
import { openBeside, openPlan } from '../session/plans';
import { sessionStore, setView } from '../session/store';
import * as texts from '../texts/opening';
import { notify, notifyOfTrouble } from '../ui/notices';
import { awaitCatalog } from './awaited-catalog';
import { type OpenedFrom, rememberLink } from './opened-link';
import { planAhead } from './plan-ahead';

export type OpenableContent = PlanFileContent & Partial<Pick<LinkContent, 'view' | 'ownCatalog' | 'notRead'>>;

/** Says why nothing was opened. */
export function refuse(from: OpenedFrom, message: string): void {
  const hasRows = sessionStore.getState().rows.length > 0;
  notifyOfTrouble(texts.notOpened(from, message, hasRows));
}

async function findListing(client: QueryClient, id: string): Promise<Listing | undefined> {
  return withOwn(await client.fetchQuery(catalogIndexQuery)).find((listing) => listing.id === id);
}

/** The catalog that it brings, where that is the one that it names. */
async function broughtBy({ ownCatalog, catalog }: OpenableContent): Promise<string | undefined> {
  if (ownCatalog === undefined) return undefined;
  const { digestText } = await import('../formats/digest-text');
  return digestText(ownCatalog) === catalog.digest ? ownCatalog : undefined;
}

/** What becomes of it in the session. */
function inputsOf({ catalog, inventory, goal, parameters, progress }: OpenableContent) {
  const rows = inventory.entries.map((entry) => draftEntry(entry, createRowId()));
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  const exact = Object.entries(goal.entries ?? {}).flatMap(([name, version]) => {
    const id = ids.get(name);
    return id === undefined ? [] : [[id, version] as const];
  });
  return {
    catalogId: catalog.id,
    inventoryName: inventory.name ?? '',
    rows,
    facts: inventory.facts,
    goal: {
      target: goal.target,
      consumers: goal.consumers ?? 'keep',
      entries: Object.fromEntries(exact),
      allowSkips: goal.allowSkips ?? false,
      prereleases: goal.prereleases ?? false,
      disruption: goal.disruption ?? [],
    },
    parameters,
    progress,
  };
}

/** What of it means nothing with the catalog here. Of one that does not arrive nothing is known: the page says that by itself. */
async function check(
  client: QueryClient,
  content: OpenableContent,
  inputs: ReturnType<typeof inputsOf>,
  listing: Listing,
) {
  const loading = client.fetchQuery(catalogQuery(listing)).catch(() => undefined);
  const [loaded, { checkOpened }] = await Promise.all([loading, import('./check-opened')]);
  return loaded === undefined
    ? { isWhole: true, remarks: [], loaded }
    : { ...checkOpened(content, inputs, loaded.catalog), loaded };
}

export async function openContent(
  client: QueryClient,
  content: OpenableContent,
  from: OpenedFrom,
): Promise<void> {
  const { catalog, ownCatalog } = content;
  const brought = await broughtBy(content);
  const isForged = ownCatalog !== undefined && brought === undefined;
  let listing = await findListing(client, catalog.id);
  if (listing === undefined && brought !== undefined) {
    const { openCatalog } = await import('./open-catalog');
    if ((await openCatalog(client, texts.catalogOf(from), brought)) === undefined) return;
    listing = await findListing(client, catalog.id);
  }
  if (listing === undefined) {
    if (isForged) notifyOfTrouble(texts.notTheNamed);
    awaitCatalog({ content, from });
    return;
  }
  const inputs = inputsOf(content);
  const { loaded, isWhole, remarks } = await check(client, content, inputs, listing);
  const isOtherHere = loaded?.digest !== catalog.digest && listing.ownDigest !== undefined;
  if (loaded !== undefined) await planAhead(client, loaded, inputs);
  const beside = openBeside(inputs);
  setView({ ...content.view, beside: 'plan' });
  rememberLink({
    content,
    from,
    isWhole,
    remarks: isForged ? [texts.notTheNamed, ...remarks] : remarks,
    otherCatalog: isOtherHere ? brought : undefined,
  });
  if (beside !== undefined) {
    notify(texts.planOf(from, beside.name), {
      label: texts.goBack,
      run: () => void openPlan(beside.id),
    });
  }
}
