/** Opens the plan of a link, as one step that undo takes back; or says why not, and leaves everything as it was. */
import type { QueryClient } from '@tanstack/react-query';
import { catalogIndexQuery } from '../catalogs/load-catalog';
import { draftEntry } from '../session/draft-entry';
import { createRowId } from '../session/inputs';
import { replaceInputs, sessionStore, setView, undo } from '../session/store';
import { notify, notifyOfTrouble } from '../ui/notices';
import { rememberLink } from './opened-link';

function refuse(message: string): void {
  const hasRows = sessionStore.getState().rows.length > 0;
  notifyOfTrouble(`The link could not be opened. ${message}${hasRows ? ' What you had is kept.' : ''}`);
}

/** `text` is what stands after `#plan=`. */
export async function openLink(client: QueryClient, text: string): Promise<void> {
  try {
    const [{ readLink }, listings] = await Promise.all([
      import('../formats/plan-link/plan-link'),
      client.fetchQuery(catalogIndexQuery),
    ]);
    const read = await readLink(text);
    if (!read.ok) return refuse(read.message);
    const { content } = read;
    const { catalog, inventory, goal } = content;
    if (!listings.some(({ id }) => id === catalog.id)) {
      const known = listings.map(({ id }) => id).join(', ');
      return refuse(
        `It is about "${catalog.id.slice(0, 60)}", which is not among the catalogs here: ${known}.`,
      );
    }
    const isReplacing = sessionStore.getState().rows.length > 0;
    const rows = inventory.entries.map((entry) => draftEntry(entry, createRowId()));
    const exact = Object.entries(goal.entries ?? {}).flatMap(([name, version]) => {
      const row = rows.find((candidate) => candidate.name === name);
      return row === undefined ? [] : [[row.id, version] as const];
    });
    replaceInputs({
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
      },
      parameters: content.parameters,
    });
    setView(content.view);
    rememberLink(content);
    if (goal.disruption !== undefined) {
      notify(
        'The link asks for an order of disruption of its own, which this page does not know: the catalog’s holds.',
      );
    }
    if (isReplacing)
      notify('This is the plan of the link. What you had is one undo away.', { label: 'Undo', run: undo });
  } catch (error) {
    refuse(error instanceof Error ? error.message : '');
  }
}
