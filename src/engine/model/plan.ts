/**
 * What is a plan, and the reasons in it? The shape of `causeway/plan@1` (docs/formats.md). Reasons are data with a
 * stable code; their wording lives in formats/wording, so that page, paper and terminal agree.
 */
import * as v from 'valibot';
import { ProtocolRangeSchema } from './catalog';

export const PLAN_FORMAT = 'causeway/plan@1';

/** Why a consumer and the server don't work together, or are not known to. */
const ClashSchema = v.variant('kind', [
  v.object({
    kind: v.literal('protocol'),
    protocol: v.string(),
    consumer: ProtocolRangeSchema,
    server: ProtocolRangeSchema,
    outdated: v.picklist(['client-outdated', 'server-outdated']),
  }),
  v.object({ kind: v.literal('incident'), incident: v.string() }),
  /** A range is not known: of the consumer, of the server, or of both. */
  v.object({
    kind: v.literal('unknown'),
    protocol: v.string(),
    missing: v.picklist(['consumer', 'server', 'both']),
  }),
]);
export type Clash = v.InferOutput<typeof ClashSchema>;

const StepReasonSchema = v.variant('code', [
  /** The server reaches the target. */
  v.object({ code: v.literal('target') }),
  /** The server must stop here: `next` only takes servers in `upgradeFrom`. */
  v.object({ code: v.literal('required-stop'), next: v.string(), upgradeFrom: v.string() }),
  /** The server stops here so that `entry` can move before it goes on to `next`, where the pair would clash. */
  v.object({ code: v.literal('bridge'), next: v.string(), entry: v.string(), clash: ClashSchema }),
  /** Without this step the entry would lose the server in the later stage that takes it to `server`. */
  v.object({ code: v.literal('keep-compatible'), server: v.string(), stage: v.number(), clash: ClashSchema }),
  /** The entry does not work with the server as it is; this step mends that. */
  v.object({ code: v.literal('mend'), server: v.string(), clash: ClashSchema }),
  /** The goal names this version for the entry. */
  v.object({ code: v.literal('goal') }),
  /** The goal brings every consumer along. */
  v.object({ code: v.literal('align') }),
  /** `entry` can only be built at `version` once this one is there. */
  v.object({ code: v.literal('builder'), entry: v.string(), version: v.string() }),
]);
export type StepReason = v.InferOutput<typeof StepReasonSchema>;

const StepSchema = v.looseObject({
  entry: v.string(),
  component: v.string(),
  from: v.string(),
  to: v.string(),
  /** From 1; steps of one stage may be done in any order or in parallel. */
  stage: v.number(),
  /** False for steps that only `align` asks for: they come last, or earlier where that takes fewer stages. */
  required: v.boolean(),
  reason: v.optional(StepReasonSchema),
  /** Set where the hop is outside the release's `upgradeFrom` and the goal waived the rule: the range it breaks. */
  skips: v.optional(v.string()),
  /** Whatever else it is there for, `entry` can be built at `version` only once it is. Absent where that is the reason. */
  builds: v.optional(v.object({ entry: v.string(), version: v.string() })),
  /** No entry builds this one: install one of these components at this version first. */
  installFirst: v.optional(v.object({ components: v.array(v.string()), version: v.string() })),
});
export type Step = v.InferOutput<typeof StepSchema>;

/** Why a release is not to be moved to. */
const RefusalSchema = v.picklist([
  'unlisted',
  'withdrawn',
  'avoided',
  'prerelease',
  'past-target',
  'not-newer',
]);
export type Refusal = v.InferOutput<typeof RefusalSchema>;

const CauseSchema = v.variant('code', [
  /** The entry stays where it is (pinned, or nothing newer exists for it) and clashes with the server at `server`. */
  v.object({
    code: v.literal('entry'),
    entry: v.string(),
    component: v.string(),
    version: v.string(),
    pinned: v.optional(v.string()),
    server: v.string(),
    clash: ClashSchema,
  }),
  /** The entry cannot be brought to the version the goal asks of it. */
  v.object({
    code: v.literal('entry-goal'),
    entry: v.string(),
    component: v.string(),
    version: v.string(),
    target: v.string(),
    refusal: v.optional(RefusalSchema),
    /** What it clashes with, where the version could be moved to but does not work with the server at `server`. */
    server: v.optional(v.string()),
    clash: v.optional(ClashSchema),
    pinned: v.optional(v.string()),
    /** The catalog's own words, where it says why the version is withdrawn or to be avoided. */
    detail: v.optional(v.string()),
  }),
  /** The entry can only be built by one of these components, and no entry of them gets to a version that would do. */
  v.object({
    code: v.literal('builder'),
    entry: v.string(),
    component: v.string(),
    version: v.optional(v.string()),
    builders: v.array(v.string()),
    /** The oldest release at which the entry would do: a builder has to be at it, or above. */
    needed: v.optional(v.string()),
    /** Releases of builders from there on: why each must not be moved to, or with which server on the way it does not work. */
    refused: v.optional(
      v.array(
        v.object({
          component: v.string(),
          version: v.string(),
          refusal: v.optional(RefusalSchema),
          detail: v.optional(v.string()),
          server: v.optional(v.string()),
          clash: v.optional(ClashSchema),
        }),
      ),
    ),
    /**
     * Entries that could build it, if they were not pinned, the goal did not name `target` for them, or they worked with the
     * server as it is now (`server`, `clash`).
     */
    held: v.optional(
      v.array(
        v.object({
          entry: v.string(),
          version: v.string(),
          pinned: v.optional(v.string()),
          target: v.optional(v.string()),
          server: v.optional(v.string()),
          clash: v.optional(ClashSchema),
        }),
      ),
    ),
  }),
  /**
   * Two or more entries that each could come along, but not together. `server` and `clash`: what the entry, as it is, meets
   * first on the way that the others would go without it.
   */
  v.object({
    code: v.literal('conflict'),
    entry: v.string(),
    component: v.string(),
    version: v.string(),
    pinned: v.optional(v.string()),
    server: v.optional(v.string()),
    clash: v.optional(ClashSchema),
  }),
  /** No chain of releases that the rules allow leads from the server's version to the target. */
  v.object({
    code: v.literal('hop'),
    from: v.string(),
    to: v.string(),
    /** The range that shuts the way, where one does. */
    upgradeFrom: v.optional(v.string()),
  }),
  /** The target itself must not be moved to. `detail` is the catalog's own reason, where it gives one. */
  v.object({
    code: v.literal('target'),
    target: v.string(),
    refusal: RefusalSchema,
    detail: v.optional(v.string()),
  }),
  v.object({ code: v.literal('server-pinned'), entry: v.string(), version: v.string(), pinned: v.string() }),
  /** It takes too long to find a plan, or to see that there is none: neither is known. The only cause then. */
  v.object({ code: v.literal('not-found') }),
]);
export type Cause = v.InferOutput<typeof CauseSchema>;

/** Instances moved by component, in the order of disruption, and the number of steps. */
const CostSchema = v.object({
  moved: v.array(v.object({ component: v.string(), instances: v.number() })),
  steps: v.number(),
});
export type PlanCost = v.InferOutput<typeof CostSchema>;

/** What the plan costs that a change makes possible. */
const cost = v.optional(CostSchema);

/** Changes that can be made at once: all but to look something up. */
const MADE_AT_ONCE = [
  v.object({ code: v.literal('answer'), fact: v.string(), answer: v.string(), cost }),
  /** Another exact version for an entry that the goal names; without `target`: none. */
  v.object({ code: v.literal('entry-target'), entry: v.string(), target: v.optional(v.string()), cost }),
  /** `also`: the others that have to be let go together with it. */
  v.object({ code: v.literal('unpin'), entry: v.string(), also: v.optional(v.array(v.string())), cost }),
  v.object({ code: v.literal('target'), target: v.string(), cost }),
  /** The others stay where they may, instead of coming along. */
  v.object({ code: v.literal('keep'), cost }),
  v.object({ code: v.literal('prereleases'), cost }),
  v.object({ code: v.literal('allow-skips'), cost }),
  /** The entry is put back to an older version by hand, before the plan begins. */
  v.object({ code: v.literal('put-back'), entry: v.string(), version: v.string(), cost }),
  /**
   * The entry is moved by hand to another release of its own line, before the plan begins. `worksNow`: whether it works there
   * with the server as it is; else it is broken from then on, until the plan mends it.
   */
  v.object({
    code: v.literal('move'),
    entry: v.string(),
    version: v.string(),
    worksNow: v.boolean(),
    cost,
  }),
  /** The entry is taken out of the inventory. */
  v.object({ code: v.literal('retire'), entry: v.string(), cost }),
] as const;
const SingleUnblockSchema = v.variant('code', MADE_AT_ONCE);
export type SingleUnblock = v.InferOutput<typeof SingleUnblockSchema>;

/** A change of inventory or goal that would unblock the plan, checked by planning again. */
const UnblockSchema = v.variant('code', [
  ...MADE_AT_ONCE,
  /**
   * What the entry speaks of these protocols is not known; with ranges wide enough there is a plan. The ranges are what was
   * tried: no advice, since only what is true may be entered.
   */
  v.object({
    code: v.literal('look-up'),
    entry: v.string(),
    protocols: v.record(v.string(), ProtocolRangeSchema),
    cost,
  }),
  /** All of these changes, where none of them helps alone, and none can be left out. */
  v.object({ code: v.literal('together'), changes: v.array(SingleUnblockSchema), cost }),
]);
export type Unblock = v.InferOutput<typeof UnblockSchema>;

/** A fact that is not answered, with the answers that would make the plan another one. */
const OpenFactSchema = v.object({
  fact: v.string(),
  answers: v.array(v.object({ answer: v.string(), becomes: v.picklist(['ready', 'done', 'blocked']) })),
});
export type OpenFact = v.InferOutput<typeof OpenFactSchema>;

export const PlanSchema = v.looseObject({
  format: v.literal(PLAN_FORMAT),
  status: v.picklist(['ready', 'done', 'blocked']),
  kind: v.picklist(['standard', 'backwards-incompatible']),
  optimality: v.picklist(['proven', 'best-found']),
  steps: v.array(StepSchema),
  causes: v.array(CauseSchema),
  unblock: v.array(UnblockSchema),
  /** Where it is blocked: whether all changes that are tried were tried, or the work that this may take was not enough. */
  unblockSearch: v.optional(v.picklist(['done', 'cut-short'])),
  /** What the plan moves. */
  cost: v.optional(CostSchema),
  /** For `best-found`: what no safe plan can do with less than, in the order of disruption. */
  bound: v.optional(CostSchema),
  openFacts: v.optional(v.array(OpenFactSchema)),
  /** Entries that block on their own as well, beside the causes. */
  alsoBlocking: v.optional(v.array(v.string())),
});
export type Plan = v.InferOutput<typeof PlanSchema>;
