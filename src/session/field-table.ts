/**
 * Where may each input go?
 *
 * `browser`: kept in this browser's storage. `link`: part of a link that is shared. `export`: part of a file that is
 * saved. The compiler keeps the table complete: an input without a line here does not compile.
 */
import type { DraftRow, SessionInputs } from './inputs';

export interface FieldRoutes {
  readonly browser: boolean;
  readonly link: boolean;
  readonly export: boolean;
}

const everywhere: FieldRoutes = { browser: true, link: true, export: true };
const browserOnly: FieldRoutes = { browser: true, link: false, export: false };

export const INPUT_ROUTES = {
  // A name of the operator's own for the plan; what is shared goes by the inventory's.
  planName: browserOnly,
  catalogId: everywhere,
  inventoryName: everywhere,
  rows: everywhere,
  facts: everywhere,
  // An inventory file says what is deployed, not where it should go.
  goal: { browser: true, link: true, export: false },
  parameters: { browser: true, link: true, export: false },
  // An inventory file says what was deployed when the plan was made.
  progress: { browser: true, link: true, export: false },
  view: browserOnly,
} as const satisfies Record<keyof SessionInputs, FieldRoutes>;

export const ROW_ROUTES = {
  id: browserOnly,
  name: everywhere,
  component: everywhere,
  version: everywhere,
  count: everywhere,
  pinned: everywhere,
  protocols: everywhere,
  source: everywhere,
  labels: everywhere,
  // May hold anything, so it leaves the browser only by a file that the operator saves.
  more: { browser: true, link: false, export: true },
} as const satisfies Record<keyof DraftRow, FieldRoutes>;

/** The part of a value whose fields may go there. */
export function pickFields<T extends object>(
  value: T,
  routes: Readonly<Record<keyof T, FieldRoutes>>,
  destination: keyof FieldRoutes,
): Partial<T> {
  const picked: Partial<T> = {};
  for (const key of Object.keys(routes) as (keyof T)[]) {
    if (routes[key][destination]) picked[key] = value[key];
  }
  return picked;
}
