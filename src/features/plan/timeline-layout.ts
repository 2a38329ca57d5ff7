/**
 * What does the timeline show, before anything is drawn? Lanes, stations, bands and bars, in columns of the plan's states.
 *
 * Entries that go the same way share a lane where there are many; in the bands, entries that speak alike throughout share
 * a bar, which keeps its place from column to column so that the eye can follow it.
 */
import type { TracedEntry, TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import type { Entry, Inventory } from '../../engine/model/inventory';
import type { Plan, Step } from '../../engine/model/plan';

export type Role = 'server' | 'client' | 'agent';

export interface Column {
  /** 0 is now. */
  readonly stage: number;
  readonly title: string;
  readonly subtitle: string;
}

export interface Station {
  readonly column: number;
  readonly version: string;
  /** Index into the plan's steps, of the first of the lane's entries; `undefined` where it starts. */
  readonly step: number | undefined;
  readonly isRequired: boolean;
}

export interface Lane {
  readonly key: string;
  readonly entries: readonly Entry[];
  readonly name: string;
  /** How many more it stands for: ` +16`, or nothing. */
  readonly more: string;
  readonly detail: string;
  readonly role: Role;
  readonly isPinned: boolean;
  /** By column. */
  readonly standing: readonly Pick<TracedEntry, 'status' | 'degraded'>[];
  readonly stations: readonly Station[];
}

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly more: string;
  readonly names: readonly string[];
  readonly role: Role;
  /** By column. */
  readonly at: readonly {
    readonly range: ProtocolRange | null;
    readonly negotiated: number | null;
    readonly hasMoved: boolean;
    readonly isBroken: boolean;
  }[];
}

export interface Band {
  readonly protocol: string;
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  /** What the server speaks, by column. */
  readonly server: readonly (ProtocolRange | null)[];
  readonly bars: readonly Bar[];
}

export interface TimelineLayout {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly bands: readonly Band[];
  /** Whether any lane or bar stands for several entries. */
  readonly isFolded: boolean;
}

/** More lanes than these fold. */
export const LANES_BEFORE_FOLDING = 14;

function roleOf(catalog: Catalog, component: string): Role {
  return catalog.components[component]?.role ?? 'client';
}

function componentNames(catalog: Catalog, components: readonly string[]): string {
  const names = [...new Set(components)].map((id) => catalog.components[id]?.name ?? id);
  return names.length <= 2 ? names.join(', ') : `${names.slice(0, 2).join(', ')} +${names.length - 2}`;
}

function subtitleOf(steps: readonly Step[]): string {
  const versions = [...new Set(steps.map((step) => step.to))];
  const [first] = steps;
  if (first !== undefined && steps.length === 1) {
    switch (first.reason?.code) {
      case 'bridge':
        return `to the bridge ${first.to}`;
      case 'target':
        return `to the target ${first.to}`;
      case 'required-stop':
        return `by way of ${first.to}`;
      default:
    }
  }
  if (first !== undefined && steps.length === 1) return `${first.entry} to ${first.to}`;
  return versions.length > 1 ? `${steps.length} entries` : `${steps.length} entries to ${versions[0] ?? ''}`;
}

function layOutColumns(catalog: Catalog, plan: Plan, states: readonly TracedState[]): Column[] {
  return states.map(({ stage }) => {
    if (stage === 0) return { stage, title: 'Now', subtitle: 'what is deployed' };
    const steps = plan.steps.filter((step) => step.stage === stage);
    return {
      stage,
      title: componentNames(
        catalog,
        steps.map((step) => step.component),
      ),
      subtitle: subtitleOf(steps),
    };
  });
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return [...groups.values()];
}

interface Path {
  readonly entry: Entry;
  readonly through: readonly TracedEntry[];
}

function layOutLanes(
  catalog: Catalog,
  plan: Plan,
  paths: readonly Path[],
  stages: readonly number[],
  isFolding: boolean,
): Lane[] {
  const order: readonly Role[] = ['server', 'client', 'agent'];
  const groups = isFolding
    ? group(paths, ({ entry, through }) =>
        JSON.stringify([
          entry.component,
          entry.pinned !== undefined,
          through.map(({ version, moved, status }) => [version, moved, status]),
        ]),
      )
    : paths.map((path) => [path]);
  const lanes = groups.flatMap((members): Lane[] => {
    const [first] = members;
    if (first === undefined) return [];
    const entries = members.map(({ entry }) => entry);
    const instances = entries.reduce((sum, entry) => sum + entry.count, 0);
    const stations = first.through.flatMap(({ version, moved }, column): Station[] => {
      if (column > 0 && !moved) return [];
      const step = plan.steps.findIndex(
        (candidate) =>
          candidate.entry === first.entry.name &&
          candidate.to === version &&
          candidate.stage === stages[column],
      );
      return [
        {
          column,
          version,
          step: column === 0 || step < 0 ? undefined : step,
          isRequired: plan.steps[step]?.required ?? true,
        },
      ];
    });
    const more = entries.length - 1;
    return [
      {
        key: first.entry.name,
        entries,
        name: first.entry.name,
        more: more === 0 ? '' : ` +${more}`,
        detail: instances === 1 ? first.entry.component : `${first.entry.component} × ${instances}`,
        role: roleOf(catalog, first.entry.component),
        isPinned: first.entry.pinned !== undefined,
        standing: first.through.map(({ status, degraded }) => ({ status, degraded })),
        stations,
      },
    ];
  });
  return lanes.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

function layOutBands(catalog: Catalog, paths: readonly Path[], states: readonly TracedState[]): Band[] {
  return Object.entries(catalog.protocols).flatMap(([protocol, { name }]): Band[] => {
    const speakers = paths.filter(
      ({ entry, through }) =>
        roleOf(catalog, entry.component) !== 'server' &&
        through.some((traced) => Object.hasOwn(traced.ranges, protocol)),
    );
    const server = states.map((state) => state.serverRanges[protocol] ?? null);
    const bars = group(speakers, ({ entry, through }) =>
      JSON.stringify([
        roleOf(catalog, entry.component),
        through.map((traced) => [traced.ranges[protocol], traced.negotiated[protocol], traced.status]),
      ]),
    ).flatMap((members): Bar[] => {
      const [first] = members;
      if (first === undefined) return [];
      const more = members.length - 1;
      return [
        {
          key: first.entry.name,
          name: first.entry.name,
          more: more === 0 ? '' : ` +${more}`,
          names: members.map(({ entry }) => entry.name),
          role: roleOf(catalog, first.entry.component),
          at: first.through.map((traced) => ({
            range: traced.ranges[protocol] ?? null,
            negotiated: traced.negotiated[protocol] ?? null,
            hasMoved: traced.moved,
            isBroken: traced.clashes.some(
              (clash) => clash.kind === 'protocol' && clash.protocol === protocol,
            ),
          })),
        },
      ];
    });
    const ranges = [...server, ...bars.flatMap((bar) => bar.at.map(({ range }) => range))].filter(
      (range) => range !== null,
    );
    if (ranges.length === 0) return [];
    return [
      {
        protocol,
        name,
        lowest: Math.min(...ranges.map(([minimum]) => minimum)),
        highest: Math.max(...ranges.map(([, current]) => current)),
        server,
        bars,
      },
    ];
  });
}

export function layOutTimeline(
  catalog: Catalog,
  inventory: Inventory,
  plan: Plan,
  states: readonly TracedState[],
  mayFold: boolean,
): TimelineLayout {
  const paths = inventory.entries.map((entry, i) => ({
    entry,
    through: states.flatMap((state) => state.entries[i] ?? []),
  }));
  const lanes = layOutLanes(
    catalog,
    plan,
    paths,
    states.map(({ stage }) => stage),
    mayFold && paths.length > LANES_BEFORE_FOLDING,
  );
  return {
    columns: layOutColumns(catalog, plan, states),
    lanes,
    bands: layOutBands(catalog, paths, states),
    isFolded: lanes.length < paths.length,
  };
}
