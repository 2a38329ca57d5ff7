/** What was a plan file made of? As much as a link holds: enough to plan again and to compare what comes of it. */
import * as v from 'valibot';
import { type Entry, GoalSchema, type Inventory, InventorySchema, type Parsed } from '../engine/model';
import { readSchema } from '../engine/parsing/read-schema';
import { readPlanFile } from './plan-file';
import type { LinkContent } from './plan-link/link-content';

const MadeOfSchema = v.looseObject({
  goal: GoalSchema,
  catalog: v.looseObject({
    id: v.string(),
    updated: v.optional(v.string(), ''),
    digest: v.optional(v.string(), ''),
  }),
  inventory: InventorySchema,
  parameters: v.optional(v.record(v.string(), v.string()), {}),
  progress: v.optional(v.array(v.object({ entry: v.string(), from: v.string(), to: v.string() })), []),
});

/** What a file can say of a plan: a link says how it was looked at besides. */
export interface PlanFileContent
  extends Pick<LinkContent, 'catalog' | 'goal' | 'plan' | 'parameters' | 'progress'> {
  readonly inventory: Pick<Inventory, 'facts' | 'name'> & { readonly entries: readonly Entry[] };
}

/** Takes parsed JSON; every problem names its place, `inventory.entries[3].version` for an entry. */
export function readPlanFileContent(json: unknown): Parsed<PlanFileContent> {
  const read = readPlanFile(json);
  if (!read.ok) return read;
  const { inventory } = json as { inventory?: unknown };
  if (inventory === undefined) {
    const message =
      'It has no inventory, only steps: it cannot be planned again. Export it as JSON from the page, or open its inventory.';
    return { ok: false, problems: [{ code: 'no-inventory', path: 'inventory', message }] };
  }
  const madeOf = readSchema(MadeOfSchema, json);
  if (!madeOf.ok) return madeOf;
  const { goal, catalog, inventory: parsed, parameters, progress } = madeOf.value;
  const { status, steps } = read.value.plan;
  return {
    ok: true,
    value: {
      catalog,
      inventory: parsed,
      goal,
      parameters,
      progress,
      plan: { status, steps: steps.map(({ entry, to, stage }) => ({ entry, to, stage })) },
    },
  };
}
