import type { QueryClient } from '@tanstack/react-query';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { AskedInputs } from './questions';

/**
 * Asks for the plan of what is about to be opened, so that it is worked out while the page draws the rest. Resolves once
 * that is on its way.
 */
export async function planAhead(
  client: QueryClient,
  loaded: LoadedCatalog,
  inputs: AskedInputs,
): Promise<void> {
  try {
    const { askForPlan } = await import('./desk');
    askForPlan(client, loaded, inputs);
    await new Promise((resolve) => setTimeout(resolve));
  } catch {
    // Where the desk does not arrive, drawing it says so.
  }
}
