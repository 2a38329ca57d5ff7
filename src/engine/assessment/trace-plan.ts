/**
 * What does the fleet look like after each stage of a plan?
 *
 * What a drawing of the plan needs: the server's ranges and, for every entry, what it speaks and how it stands with the
 * server. It shows what the plan says and vouches for nothing: that is verifyPlan's part.
 */
import { assessPair, type Compatibility, rangeOf } from '../compatibility/assess-pair';
import { serverComponentOf } from '../compatibility/release-line';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Clash, Inventory, Plan, ProtocolRange, Version } from '../model';

export interface TracedEntry {
  readonly entry: string;
  readonly component: string;
  readonly version: Version;
  /** Whether it moved in this stage. */
  readonly moved: boolean;
  readonly status: 'server' | Compatibility;
  /** By protocol that it speaks; `null` where the range is not known. */
  readonly ranges: Readonly<Record<string, ProtocolRange | null>>;
  /** By protocol that it speaks; `null` where they don't agree. */
  readonly negotiated: Readonly<Record<string, number | null>>;
  readonly clashes: readonly Clash[];
  readonly degraded: readonly string[];
}

export interface TracedState {
  /** 0 is now. */
  readonly stage: number;
  readonly server: Version;
  readonly serverRanges: Readonly<Record<string, ProtocolRange | null>>;
  readonly entries: readonly TracedEntry[];
}

/** The state now, and the one after each stage; entries in the inventory's order. */
export function tracePlan(catalog: Catalog, inventory: Inventory, plan: Pick<Plan, 'steps'>): TracedState[] {
  const server = serverEntryOf(catalog, inventory);
  const versions = new Map(inventory.entries.map((entry) => [entry.name, entry.version]));
  const stages = [...new Set(plan.steps.map((step) => step.stage))].sort((a, b) => a - b);
  return [0, ...stages].map((stage) => {
    const moved = new Set<string>();
    for (const step of plan.steps) {
      if (step.stage !== stage) continue;
      versions.set(step.entry, step.to);
      moved.add(step.entry);
    }
    const party = (entry: Inventory['entries'][number]) => {
      const version = versions.get(entry.name) ?? entry.version;
      const advertised = version === entry.version ? entry.protocols : undefined;
      return { component: entry.component, version, advertised };
    };
    const serverParty = { ...party(server), component: serverComponentOf(catalog) };
    const entries = inventory.entries.map((entry): TracedEntry => {
      const here = party(entry);
      const speaks =
        entry === server
          ? Object.keys(catalog.protocols)
          : (catalog.components[entry.component]?.speaks ?? []);
      const ranges = Object.fromEntries(speaks.map((id) => [id, rangeOf(catalog, here, id) ?? null]));
      const known = {
        entry: entry.name,
        component: entry.component,
        version: here.version,
        moved: moved.has(entry.name),
        ranges,
      };
      if (entry === server) return { ...known, status: 'server', negotiated: {}, clashes: [], degraded: [] };
      const pair = assessPair(catalog, here, serverParty, inventory.facts);
      const negotiated = Object.fromEntries(speaks.map((id) => [id, pair.negotiated[id] ?? null]));
      return { ...known, ...pair, negotiated };
    });
    return {
      stage,
      server: serverParty.version,
      serverRanges: Object.fromEntries(
        Object.keys(catalog.protocols).map((id) => [id, rangeOf(catalog, serverParty, id) ?? null]),
      ),
      entries,
    };
  });
}
