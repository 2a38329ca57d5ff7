/** Opens the plan of a link or of a file beside the one that is open; or says why not, and leaves everything as it was. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery } from '../catalogs/load-catalog';
import { withOwn } from '../catalogs/own-catalogs';
import type { PlanFileContent } from '../formats/plan-file-content';
import type { LinkContent } from '../formats/plan-link/link-content';
import { draftEntry } from '../session/draft-entry';
import { createRowId } from '../session/inputs';
import { openBeside, openPlan } from '../session/plans';
import { sessionStore, setView } from '../session/store';
import { notify, notifyOfTrouble } from '../ui/notices';
import { type OpenedFrom, rememberLink } from './opened-link';

/** Says why nothing was opened. */
export function refuse(from: OpenedFrom, message: string): void {
  const hasRows = sessionStore.getState().rows.length > 0;
  notifyOfTrouble(`The ${from} could not be opened. ${message}${hasRows ? ' What you had is kept.' : ''}`);
}

export async function openContent(
  client: QueryClient,
  content: PlanFileContent & Partial<Pick<LinkContent, 'view'>>,
  from: OpenedFrom,
): Promise<void> {
  const { catalog, inventory, goal } = content;
  const listings = withOwn(await client.fetchQuery(catalogIndexQuery));
  if (!listings.some(({ id }) => id === catalog.id)) {
    const known = listings.map(({ id }) => id).join(', ');
    return refuse(
      from,
      `It is about "${catalog.id.slice(0, 60)}", which is not among the catalogs here: ${known}. It was made with the catalog of ${catalog.updated.slice(0, 20)} whose digest begins with ${catalog.digest.slice(0, 12)}: ask for its file, open that here first, then this ${from} again.`,
    );
  }
  const rows = inventory.entries.map((entry) => draftEntry(entry, createRowId()));
  const exact = Object.entries(goal.entries ?? {}).flatMap(([name, version]) => {
    const row = rows.find((candidate) => candidate.name === name);
    return row === undefined ? [] : [[row.id, version] as const];
  });
  const beside = openBeside({
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
    parameters: content.parameters,
  });
  setView({ ...content.view, beside: 'plan' });
  rememberLink(content, from);
  if (beside !== undefined) {
    notify(`This is the plan of the ${from}. What you had is kept as "${beside.name}".`, {
      label: 'Go back',
      run: () => void openPlan(beside.id),
    });
  }
}

/** `text` is what stands after `#plan=`. */
export async function openLink(client: QueryClient, text: string): Promise<void> {
  try {
    const { readLink } = await import('../formats/plan-link/plan-link');
    const read = await readLink(text);
    if (!read.ok) return refuse('link', read.message);
    await openContent(client, read.content, 'link');
  } catch (error) {
    refuse('link', error instanceof Error ? error.message : '');
  }
}
