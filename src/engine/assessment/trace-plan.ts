/**
 * What does the fleet look like after each stage of a plan?
 *
 * What a drawing of the plan needs: the server's ranges and, for every entry, what it speaks and how it stands with the
 * server. It shows what the plan says and vouches for nothing: that is verifyPlan's part.
 */
import { assessPair, type Compatibility, type Party, partyAt, rangeOf } from '../compatibility/assess-pair';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Clash, Entry, Inventory, Plan, ProtocolRange, Version } from '../model';

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

type Assessed = Omit<TracedEntry, 'entry' | 'component' | 'version' | 'moved'>;

/** Assesses each pair of versions once: what is alike is one object, so that long plans stay small where they are sent. */
class PairTracer {
  private readonly known = new Map<string, Assessed>();

  constructor(
    private readonly catalog: Catalog,
    private readonly facts: Inventory['facts'],
  ) {}

  assess(here: Party, server: Party, isServer: boolean): Assessed {
    const key = JSON.stringify([isServer, here.component, here.version, here.advertised, server.version]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const assessed = isServer ? this.server(here) : this.consumer(here, server);
    this.known.set(key, assessed);
    return assessed;
  }

  private rangesOf(here: Party, protocols: readonly string[]): TracedEntry['ranges'] {
    return Object.fromEntries(protocols.map((id) => [id, rangeOf(this.catalog, here, id) ?? null]));
  }

  private server(here: Party): Assessed {
    const ranges = this.rangesOf(here, Object.keys(this.catalog.protocols));
    return { status: 'server', ranges, negotiated: {}, clashes: [], degraded: [] };
  }

  private consumer(here: Party, server: Party): Assessed {
    const speaks = this.catalog.components[here.component]?.speaks ?? [];
    const { status, clashes, degraded, negotiated } = assessPair(this.catalog, here, server, this.facts);
    return {
      status,
      ranges: this.rangesOf(here, speaks),
      negotiated: Object.fromEntries(speaks.map((id) => [id, negotiated[id] ?? null])),
      clashes,
      degraded,
    };
  }
}

/** The state now, and the one after each stage; entries in the inventory's order. */
export function tracePlan(catalog: Catalog, inventory: Inventory, plan: Pick<Plan, 'steps'>): TracedState[] {
  const server = serverEntryOf(catalog, inventory);
  const tracer = new PairTracer(catalog, inventory.facts);
  const versions = new Map(inventory.entries.map((entry) => [entry.name, entry.version]));
  const steps = new Map<number, Plan['steps'][number][]>([[0, []]]);
  for (const step of plan.steps) {
    const known = steps.get(step.stage);
    if (known === undefined) steps.set(step.stage, [step]);
    else known.push(step);
  }
  const before = new Map<string, TracedEntry>();
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([stage, moves]) => {
      for (const step of moves) versions.set(step.entry, step.to);
      const moved = new Set(moves.map((step) => step.entry));
      const party = (entry: Entry): Party => partyAt(entry, versions.get(entry.name) ?? entry.version);
      const serverParty = party(server);
      const entries = inventory.entries.map((entry): TracedEntry => {
        const here = party(entry);
        const assessed = tracer.assess(here, serverParty, entry === server);
        const last = before.get(entry.name);
        const isMoved = moved.has(entry.name);
        const isSame =
          last?.version === here.version &&
          last.moved === isMoved &&
          last.ranges === assessed.ranges &&
          last.negotiated === assessed.negotiated;
        if (isSame) return last;
        const traced: TracedEntry = {
          entry: entry.name,
          component: entry.component,
          version: here.version,
          moved: isMoved,
          ...assessed,
        };
        before.set(entry.name, traced);
        return traced;
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
