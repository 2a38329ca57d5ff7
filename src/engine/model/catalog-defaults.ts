/** What a catalog says that leaves these fields out. */
export const CATALOG_DEFAULTS = {
  granularity: 'patch' as const,
  disruption: [],
  facts: {},
  incidents: [],
  procedures: [],
  parameters: {},
  charts: [],
};
