/** What is deployed? The shape of `causeway/inventory@1` (docs/formats.md). Fields that it does not name are kept. */
import * as v from 'valibot';
import { ProtocolRangeSchema } from './catalog';

export const INVENTORY_FORMAT = 'causeway/inventory@1';

/** The label that keeps the whole name of a vendor's build, which counts as the release that it is of. */
export const BUILD_LABEL = 'build';

const shortText = v.pipe(v.string(), v.maxLength(10_000));

export const EntrySchema = v.looseObject({
  name: v.pipe(shortText, v.minLength(1)),
  component: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  /** Instances of this component at this version; replicas of one rolling upgrade for the server. */
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000)), 1),
  /** Ranges it advertised itself; they win over the catalog's for as long as it stays at this version. */
  protocols: v.optional(v.record(v.string(), ProtocolRangeSchema)),
  /** Why it cannot move. */
  pinned: v.optional(shortText),
  /** `external`: its artifacts are not built by another entry (rule 6 is off). */
  source: v.optional(shortText),
  labels: v.optional(v.record(v.string(), shortText)),
});
/** A group of instances of one component at one version. */
export type Entry = v.InferOutput<typeof EntrySchema>;

export const InventorySchema = v.looseObject({
  format: v.literal(INVENTORY_FORMAT),
  /** The catalog's id. */
  product: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  name: v.optional(shortText),
  /** The operator's answers to the catalog's deciding questions, by fact. */
  facts: v.optional(v.record(v.string(), v.string()), {}),
  entries: v.array(EntrySchema),
});
/** A parsed inventory: names are unique, components are the catalog's, exactly one entry is the server. */
export type Inventory = v.InferOutput<typeof InventorySchema>;
