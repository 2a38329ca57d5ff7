/** What leaves the page when a plan is shared? Made from what is not hidden, and from nothing else. */
import type { Catalog, Inventory, ParsedGoal, Plan } from '../../engine/model';
import type { Parameters } from '../placeholder-values';
import { type CatalogMark, writePlanFile } from '../plan-file';
import { type DoneStep, listDone, readProgress } from '../plan-progress';
import { titleOf } from '../plan-title';
import { type LinkedView, writeContent } from './link-content';
import { fitsLink, LONG_LINK, writeLink } from './plan-link';
import { type Hidden, hide } from './pseudonyms';

export interface SharedPlan {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly plan: Plan;
  readonly mark: CatalogMark;
  /** Values for commands, by parameter. */
  readonly parameters: Parameters;
  /** What was done of this plan, or of others. */
  readonly progress: readonly DoneStep[];
  readonly view: LinkedView;
  /** The text of the catalog file, where it does not ship with the page. */
  readonly ownCatalog: string | undefined;
}

export interface MadeLink {
  /** Absent where the plan is more than a link may hold. */
  readonly link: string | undefined;
  /** Whether the catalog's file is in the link: only where that stays short. */
  readonly hasCatalog: boolean;
  /** Steps that are done, and none of the plan that comes of other names: it takes another way as good. */
  readonly notDoneThere: number;
  /** The plan as a file. */
  readonly planText: string;
  /** `Waypoint 0.9.1 → 0.11.4` */
  readonly title: string;
}

/** The plan as it leaves the page, without what stays behind. */
async function takeLeaving(
  shared: SharedPlan,
  hidden: Hidden,
  key: Uint8Array,
  planAgain: (inventory: Inventory, goal: ParsedGoal) => Promise<Plan>,
) {
  const { inventory, goal, nameOf } = hide(shared.inventory, shared.goal, hidden, key);
  // Among equals the planner goes by names; causes name them, and say why something is pinned.
  const isOther = hidden.names || hidden.labels || hidden.notes;
  const plan = isOther ? await planAgain(inventory, goal) : shared.plan;
  const done = hidden.progress ? [] : listDone(shared.plan, readProgress(shared.plan, shared.progress));
  const called = done.map((step) => ({ ...step, entry: nameOf(step.entry) }));
  return {
    inventory,
    goal,
    plan,
    parameters: hidden.parameters ? {} : shared.parameters,
    progress: listDone(plan, readProgress(plan, called)),
    told: done.length,
  };
}

/**
 * `address`: of the page, without anything after the `#`. `planAgain`: what the planner says of an inventory with other
 * names. `key` makes the pseudonyms.
 */
export async function makeLink(
  shared: SharedPlan,
  hidden: Hidden,
  {
    address,
    key,
    planAgain,
  }: {
    readonly address: string;
    readonly key: Uint8Array;
    readonly planAgain: (inventory: Inventory, goal: ParsedGoal) => Promise<Plan>;
  },
): Promise<MadeLink> {
  const { mark, view } = shared;
  const { told, ...left } = await takeLeaving(shared, hidden, key, planAgain);
  const linkWith = async (ownCatalog: string | undefined) => {
    const content = writeContent({ ...left, catalog: mark, view, ownCatalog });
    return fitsLink(content) ? `${address}#plan=${await writeLink(content)}` : undefined;
  };
  const ownCatalog = hidden.catalog ? undefined : shared.ownCatalog;
  const withCatalog = ownCatalog === undefined ? undefined : await linkWith(ownCatalog);
  const hasCatalog = withCatalog !== undefined && withCatalog.length <= LONG_LINK;
  // What one's own catalog is called stands in its file only.
  const isUnnamed = shared.ownCatalog !== undefined && hidden.catalog;
  const catalog = isUnnamed ? { ...shared.catalog, name: shared.catalog.id } : shared.catalog;
  return {
    link: hasCatalog ? withCatalog : await linkWith(undefined),
    hasCatalog,
    notDoneThere: told - left.progress.length,
    planText: writePlanFile({ ...left, mark }),
    title: titleOf({ ...left, catalog }),
  };
}
