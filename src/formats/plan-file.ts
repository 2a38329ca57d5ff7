/**
 * How is a plan kept as a file, and is what comes back one?
 *
 * Beside the plan the file has what it was made of: the goal, the catalog by its digest, the inventory, and values for
 * commands; so it can be verified and planned again without being told.
 */
import * as v from 'valibot';
import { type Inventory, type Parsed, type ParsedGoal, PLAN_FORMAT, type Plan } from '../engine/model';
import { readSchema } from '../engine/parsing/read-schema';
import type { Parameters } from './placeholder-values';
import { type DoneStep, listDone, readProgress } from './plan-progress';

/** Which catalog a plan was made with. */
export interface CatalogMark {
  readonly id: string;
  readonly updated: string;
  /** SHA-256 of the catalog file's text, in hexadecimal. */
  readonly digest: string;
}

/** What of a plan is needed to replay it; reasons and causes may be of any version of the format. */
const PlanFileSchema = v.looseObject({
  format: v.literal(PLAN_FORMAT),
  status: v.picklist(['ready', 'done', 'blocked']),
  kind: v.picklist(['standard', 'backwards-incompatible']),
  steps: v.array(
    v.looseObject({
      entry: v.string(),
      component: v.string(),
      from: v.string(),
      to: v.string(),
      stage: v.number(),
      required: v.optional(v.boolean()),
      skips: v.optional(v.string()),
    }),
  ),
  goal: v.optional(v.looseObject({})),
  catalog: v.optional(v.looseObject({ id: v.string(), digest: v.optional(v.string()) })),
});

export interface PlanFile {
  /** Complete as far as the verifier looks. */
  readonly plan: Plan;
  /** As it stands in the file, for parseGoal; absent where the file does not say it. */
  readonly goal: Readonly<Record<string, unknown>> | undefined;
  readonly catalog: { readonly id: string; readonly digest?: string | undefined } | undefined;
}

/** Takes parsed JSON; every problem names its place, `steps[3].to` for a step. */
export function readPlanFile(json: unknown): Parsed<PlanFile> {
  const read = readSchema(PlanFileSchema, json);
  if (!read.ok) return read;
  const { goal, catalog, inventory: _, parameters: __, progress: ___, ...plan } = read.value;
  return { ok: true, value: { plan: plan as unknown as Plan, goal, catalog } };
}

/** What a plan file is made of. */
export interface PlanFileParts {
  readonly plan: Plan;
  readonly goal: ParsedGoal;
  readonly mark: CatalogMark;
  readonly inventory: Inventory;
  /** Values for the commands. */
  readonly parameters: Parameters;
  /** What was done of it. */
  readonly progress?: readonly DoneStep[] | undefined;
}

/**
 * JSON with a line for each field; ends with a line break. The same plan gives the same bytes. It is all that is needed to
 * plan again.
 */
export function writePlanFile({
  plan,
  goal,
  mark,
  inventory,
  parameters,
  progress = [],
}: PlanFileParts): string {
  const { id, updated, digest } = mark;
  const done = listDone(plan, readProgress(plan, progress));
  const file = {
    ...plan,
    goal,
    catalog: { id, updated, digest },
    inventory,
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(done.length > 0 && { progress: done }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
