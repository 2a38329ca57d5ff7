/** Which catalogs ship with the app? The shape of `public/catalogs/index.json`. */
import * as v from 'valibot';

const file = v.pipe(v.string(), v.regex(/^[\w./-]+$/));

const CatalogListingSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** In `catalogs/`. */
  file,
  /** SHA-256 of the file that was tested to be a catalog, with its releases in order. */
  digest: v.optional(v.string()),
  fictional: v.optional(v.boolean(), false),
  description: v.optional(v.string(), ''),
  sample: v.optional(v.object({ /** In `samples/`. */ inventory: file, target: v.string() })),
});
export type CatalogListing = v.InferOutput<typeof CatalogListingSchema>;

const CatalogIndexSchema = v.pipe(v.array(CatalogListingSchema), v.minLength(1));

export function readCatalogIndex(json: unknown): readonly CatalogListing[] | undefined {
  const read = v.safeParse(CatalogIndexSchema, json);
  return read.success ? read.output : undefined;
}
