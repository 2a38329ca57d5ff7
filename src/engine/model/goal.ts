/** Where should the upgrade lead? The shape of the goal (docs/formats.md). */
import * as v from 'valibot';

const version = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

export const GoalSchema = v.object({
  /** The server version to reach. */
  target: version,
  /** `keep`: other consumers move only where they must. `align`: they come along to the target. */
  consumers: v.optional(v.picklist(['keep', 'align']), 'keep'),
  /** Exact versions for single entries, by name. */
  entries: v.optional(v.record(v.string(), version), {}),
  /** Waives `upgradeFrom` (rule 2). */
  allowSkips: v.optional(v.boolean(), false),
  prereleases: v.optional(v.boolean(), false),
  /** Components from the one that hurts most to move; those left out follow in the catalog's order. */
  disruption: v.optional(v.array(v.string())),
});
/** A goal as it is written: only `target` is required. */
export type Goal = v.InferInput<typeof GoalSchema>;
/** A goal with every default in place. */
export type ParsedGoal = v.InferOutput<typeof GoalSchema>;
