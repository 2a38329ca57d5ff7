/**
 * What can a product's releases do? The shape of `causeway/catalog@1` (docs/formats.md), as a schema that types are
 * inferred from. References between its parts are checked by parse-catalog, not here.
 */
import * as v from 'valibot';
import { CATALOG_DEFAULTS } from './catalog-defaults';

export const CATALOG_FORMAT = 'causeway/catalog@1';

const text = v.pipe(v.string(), v.maxLength(20_000));
const identifier = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'expected letters, digits, ".", "_" or "-", at most 100'),
);
const versionText = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
const rangeText = v.pipe(v.string(), v.maxLength(256));
const protocolVersion = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

/** `[minimum, current]`, both included, 1 ≤ minimum ≤ current (parse-catalog checks the order). */
export const ProtocolRangeSchema = v.strictTuple([protocolVersion, protocolVersion]);
export type ProtocolRange = readonly [minimum: number, current: number];

/** Answers a condition holds for, by fact: all facts named must agree, each with any one of the answers listed. */
export const ConditionSchema = v.record(identifier, v.pipe(v.array(identifier), v.minLength(1)));
export type Condition = v.InferOutput<typeof ConditionSchema>;

const confidence = v.optional(text);
const basis = v.optional(text);

export const NoteSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(['breaking', 'action', 'known-issue', 'deprecation', 'info']),
  summary: text,
  source: text,
  /** Component ids the note is about; absent: all. */
  applies: v.optional(v.array(identifier)),
  when: v.optional(v.picklist(['before', 'during', 'after'])),
  if: v.optional(ConditionSchema),
  /** Versions of the components in `applies` that show what the note describes, where it is not the release alone. */
  affects: v.optional(rangeText),
  /** The first release without what the note describes. */
  fixedIn: v.optional(versionText),
  /** What the operator has to do, in order, where the note says. */
  actions: v.optional(v.array(text)),
  severity: v.optional(v.picklist(['critical', 'high', 'medium', 'low'])),
  basis,
  confidence,
});
export type Note = v.InferOutput<typeof NoteSchema>;

export const AvoidanceSchema = v.object({
  reason: text,
  source: text,
  if: v.optional(ConditionSchema),
  /** Components that must not move to this release; absent: all. */
  components: v.optional(v.array(identifier)),
});
export type Avoidance = v.InferOutput<typeof AvoidanceSchema>;

const protocolRanges = v.record(identifier, ProtocolRangeSchema);

/** A release of a component that has a line of versions of its own. */
export const ComponentReleaseSchema = v.object({
  version: versionText,
  date: v.optional(text),
  protocols: v.optional(protocolRanges),
  withdrawn: v.optional(text),
  avoid: v.optional(v.array(AvoidanceSchema)),
  notes: v.optional(v.array(NoteSchema)),
  source: v.optional(text),
  confidence,
});
export type ComponentRelease = v.InferOutput<typeof ComponentReleaseSchema>;

export const ReleaseSchema = v.object({
  version: versionText,
  date: v.optional(text),
  /** Day after which the vendor no longer supports it, `YYYY-MM-DD`. */
  eol: v.optional(text),
  /** What has to be known of that day: why it lies before the release, for one. */
  eolNote: v.optional(text),
  /** Ranges that hold for every component of this release. */
  protocols: v.optional(protocolRanges),
  /** Per component: ranges that override `protocols`, protocol by protocol; `null`: the release has no such component. */
  components: v.optional(
    v.record(identifier, v.nullable(v.object({ protocols: v.optional(protocolRanges) }))),
  ),
  /** Server versions that may move to this release; absent: any. */
  upgradeFrom: v.optional(rangeText),
  withdrawn: v.optional(text),
  avoid: v.optional(v.array(AvoidanceSchema)),
  notes: v.optional(v.array(NoteSchema)),
  source: v.optional(text),
  confidence,
});
export type Release = v.InferOutput<typeof ReleaseSchema>;

/** Something to look for: not blank, since that would be everywhere. */
const sign = v.pipe(v.string(), v.regex(/\S/, 'expected a text that is not blank'), v.maxLength(200));

/** By which signs is a component known in what tools print: container lists, logs? */
export const SignsSchema = v.object({
  /** Image repositories that it ships in, without registry, tag and digest: `hashicorp/waypoint`. */
  images: v.optional(v.array(sign)),
  /** Endings of its images' tags that say nothing about the version: `-alpine`. */
  variants: v.optional(v.array(sign)),
  /**
   * How that begins which vendors put behind the version of a release that they build: `-gke.` in 1.27.3-gke.100. Such a
   * build is that release, and no pre-release of it.
   */
  vendorBuilds: v.optional(v.array(sign)),
  /** Words of the command that tell it from others in the same image: `server run`. */
  commands: v.optional(v.array(sign)),
  /** Labels that do so, any one of them: `{"waypoint-type": "server"}`. */
  labels: v.optional(v.record(sign, sign)),
  /** Names of containers and objects that do so, but for what platforms put around them: `waypoint-server`. */
  names: v.optional(v.array(sign)),
  /** Texts that only its logs have; of several components the one with most of them wrote a log. */
  logs: v.optional(v.array(sign)),
  /** Labels that its images carry with the version in it, for a tag that says none. */
  versionLabels: v.optional(v.array(sign)),
  /** How to find out which version runs, where an output does not say; a sentence. */
  versionHint: v.optional(text),
});
export type Signs = v.InferOutput<typeof SignsSchema>;

/** A release of a Helm chart. */
export const ChartSchema = v.object({
  name: text,
  /** As the chart says itself. Where two releases of a chart say the same, `appVersion` has to tell them apart. */
  version: versionText,
  appVersion: v.optional(versionText),
  /** Versions that its images have where its values name no others, by component. */
  components: v.record(identifier, versionText),
});
export type Chart = v.InferOutput<typeof ChartSchema>;

const GranularitySchema = v.picklist(['patch', 'minor', 'major']);

export const ComponentSchema = v.object({
  name: text,
  role: v.picklist(['server', 'client', 'agent']),
  description: v.optional(text),
  /** Protocols it must agree on with the server. */
  speaks: v.optional(v.array(identifier)),
  /** Components that build its artifacts: it moves to a version only once one of them is at or above it. */
  builtWith: v.optional(v.array(identifier)),
  /** Its own line of versions; absent: it shares the releases of the catalog. */
  releases: v.optional(v.array(ComponentReleaseSchema)),
  granularity: v.optional(GranularitySchema),
  /** Other words for it, in any case: `cli`, `odr`. */
  aliases: v.optional(v.array(text)),
  signs: v.optional(SignsSchema),
  advice: v.optional(text),
  caveat: v.optional(text),
});
export type Component = v.InferOutput<typeof ComponentSchema>;

export const FactSchema = v.object({
  question: text,
  help: v.optional(text),
  options: v.record(identifier, text),
});
export type Fact = v.InferOutput<typeof FactSchema>;

export const IncidentSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  component: identifier,
  /** Versions of the component and of the server that don't work together; absent: all. */
  versions: v.optional(rangeText),
  server: v.optional(rangeText),
  severity: v.picklist(['broken', 'degraded']),
  if: v.optional(ConditionSchema),
  summary: text,
  source: text,
  basis,
  confidence,
});
export type Incident = v.InferOutput<typeof IncidentSchema>;

/** What a script can see for itself: the command ends with status 0, and prints what it should. */
export const CheckSchema = v.object({
  /** A shell command that changes nothing; placeholders are filled in. */
  command: text,
  /**
   * What a line of its standard output holds, as whole words: right before and after it stands no letter, digit, ".", "_",
   * "+" or "-". Absent: the status alone counts.
   */
  prints: v.optional(text),
});
export type Check = v.InferOutput<typeof CheckSchema>;

/** How a script takes an action back, where one command does. */
export const UndoSchema = v.object({
  /** A shell command; placeholders are filled in. */
  command: text,
  /** What cannot be had back once it has run; absent: nothing. */
  loses: v.optional(text),
  check: v.optional(CheckSchema),
});
export type Undo = v.InferOutput<typeof UndoSchema>;

export const ActionSchema = v.object({
  title: text,
  /** A shell command; `{{from}}`, `{{to}}`, `{{entry}}` and parameters are filled in. */
  command: v.optional(text),
  detail: v.optional(text),
  verify: v.optional(text),
  rollback: v.optional(text),
  /**
   * `once`: the command does it for the whole entry, from the machine of whoever carries out the plan, and ends by itself.
   * `each`: it has to be done where each instance is. Absent: a person has to look first, or decides where.
   */
  runs: v.optional(v.picklist(['once', 'each'])),
  /** What cannot be had back once the command has run. */
  loses: v.optional(text),
  /** A directory whose programs the commands of all later actions use first. */
  path: v.optional(text),
  check: v.optional(CheckSchema),
  undo: v.optional(UndoSchema),
  source: v.optional(text),
});
export type Action = v.InferOutput<typeof ActionSchema>;

export const ParameterSchema = v.object({
  name: text,
  description: v.optional(text),
  default: v.optional(text),
  /** Set where its value is another one at each step, or for each instance: it is not asked for once for all. */
  perStep: v.optional(v.boolean()),
  /** Its value for a step to a release, by the release's version; wins over `default`. */
  byRelease: v.optional(v.record(versionText, text)),
});

export const ProcedureSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  title: v.optional(text),
  component: identifier,
  from: v.optional(rangeText),
  to: v.optional(rangeText),
  if: v.optional(ConditionSchema),
  actions: v.pipe(v.array(ActionSchema), v.minLength(1)),
  source: v.optional(text),
  confidence,
});
export type Procedure = v.InferOutput<typeof ProcedureSchema>;

export const CatalogSchema = v.object({
  format: v.literal(CATALOG_FORMAT),
  id: identifier,
  name: text,
  updated: text,
  description: v.optional(text),
  /** Set where the product does not exist: shown wherever the catalog is. */
  fictional: v.optional(v.boolean()),
  homepage: v.optional(text),
  granularity: v.optional(GranularitySchema, CATALOG_DEFAULTS.granularity),
  protocols: v.record(identifier, v.object({ name: text, description: v.optional(text) })),
  components: v.record(identifier, ComponentSchema),
  /** Components from the one that hurts most to move to the one that hurts least. */
  disruption: v.optional(v.array(identifier), CATALOG_DEFAULTS.disruption),
  facts: v.optional(v.record(identifier, FactSchema), CATALOG_DEFAULTS.facts),
  incidents: v.optional(v.array(IncidentSchema), CATALOG_DEFAULTS.incidents),
  procedures: v.optional(v.array(ProcedureSchema), CATALOG_DEFAULTS.procedures),
  /** Parameters that commands of procedures may name, beside `from`, `to` and `entry`. */
  parameters: v.optional(v.record(identifier, ParameterSchema), CATALOG_DEFAULTS.parameters),
  /** Releases of the Helm charts that install it. */
  charts: v.optional(v.array(ChartSchema), CATALOG_DEFAULTS.charts),
  /** In ascending order after parsing. */
  releases: v.array(ReleaseSchema),
  sources: v.optional(v.array(text)),
  caveats: v.optional(v.array(text)),
  hopRule: v.optional(text),
});
/** A parsed catalog: references resolve, versions and ranges parse, releases ascend. */
export type Catalog = v.InferOutput<typeof CatalogSchema>;
