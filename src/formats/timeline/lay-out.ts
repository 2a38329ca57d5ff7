import type { TracedEntry } from '../../engine/assessment/trace-plan';
import type { Catalog } from '../../engine/model/catalog';
import type { Plan, Step } from '../../engine/model/plan';
import { formatNumber } from '../../texts/numbers';
import type { AnsweredPlan } from '../answered-plan';
import type { PlanProgress } from '../plan-progress';
import { componentName } from '../wording/names';
import { findFalls } from './find-falls';
import { group } from './group';
import { layOutBands } from './lay-out-bands';
import type { Column, Lane, Role, Standing, Station, TimelineLayout } from './layout';
import { byCourse, layOutPaths, type Path } from './paths';

/** More entries than these fold. */
const ENTRIES_BEFORE_FOLDING = 14;
/** Where there are more lanes than these, a component with several has a summary above them, closed at first. */
const LANES_BEFORE_SUMMARIES = 20;
const ROLES: readonly Role[] = ['server', 'client', 'agent'];

/** `states` are all of the plan's, or some that follow each other. */
export interface Planned extends Pick<AnsweredPlan, 'catalog' | 'inventory' | 'plan' | 'states' | 'back'> {
  /** How far it has been carried out; absent where nobody says. */
  readonly progress?: PlanProgress | undefined;
}

export interface Folding {
  readonly lanes: 'folded' | 'each';
  /** Components whose summary is not as it is at first: closed where lanes are folded, open where each has its own. */
  readonly turned?: ReadonlySet<string>;
}

export function standingOf({ status, degraded }: Pick<TracedEntry, 'status' | 'degraded'>): Standing {
  if (status === 'incompatible') return 'broken';
  if (status === 'unknown') return 'unknown';
  return degraded.length > 0 ? 'limited' : 'works';
}

function componentNames(catalog: Catalog, components: readonly string[]): string {
  const names = [...new Set(components)].map((id) => componentName(catalog, id));
  return names.length <= 2 ? names.join(', ') : `${names.slice(0, 2).join(', ')} +${names.length - 2}`;
}

type Subtitle = Pick<Column, 'subtitle' | 'brief'>;

function sayOnly(words: string, brief = words): Subtitle {
  return { subtitle: words, brief: { words: brief, version: '' } };
}

function subtitleOf(steps: readonly Step[]): Subtitle {
  const [first] = steps;
  if (first === undefined) return sayOnly('');
  const version = first.to;
  const say = (words: string, brief: string): Subtitle => ({
    subtitle: `${words} ${version}`,
    brief: { words: brief, version },
  });
  if (steps.length > 1) {
    const versions = new Set(steps.map((step) => step.to));
    if (versions.size > 1) return sayOnly(`${steps.length} entries`);
    return say(`${steps.length} entries to`, `${steps.length} to`);
  }
  switch (first.reason?.code) {
    case 'bridge':
      return say('to the bridge', 'bridge');
    case 'target':
      return say('to the target', 'target');
    case 'required-stop':
      return say('by way of', 'via');
    default:
      return say(`${first.entry} to`, first.entry);
  }
}

/** How many steps of each stage are done. */
function countDone({ plan, progress }: Planned): Map<number, number> {
  const counts = new Map<number, number>();
  for (const index of progress?.done ?? []) {
    const stage = plan.steps[index]?.stage ?? 0;
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return counts;
}

function layOutColumns(planned: Planned): Column[] {
  const { catalog, plan, states, back, progress } = planned;
  const done = countDone(planned);
  const last = plan.steps.at(-1)?.stage;
  const byStage = new Map<number, Step[]>();
  for (const step of plan.steps) {
    const known = byStage.get(step.stage);
    if (known === undefined) byStage.set(step.stage, [step]);
    else known.push(step);
  }
  return states.map(({ stage }) => {
    const steps = byStage.get(stage) ?? [];
    const isBetween = stage > 0 && stage !== last;
    const here = back.states.find((state) => state.stage === stage);
    return {
      stage,
      title:
        stage === 0
          ? 'Now'
          : componentNames(
              catalog,
              steps.map((step) => step.component),
            ),
      ...(stage === 0 ? sayOnly('what is deployed', 'deployed') : subtitleOf(steps)),
      mayPause: isBetween && here?.broken.length === 0,
      done: done.get(stage) ?? 0,
      steps: steps.length,
      // Before anything is done nobody stands anywhere.
      isHere: done.size > 0 && stage === progress?.reached,
      isNoReturn: stage > 0 && stage === back.pointOfNoReturn,
    };
  });
}

/** Where it goes and how it stands, as a key: entries with the same one share a lane. */
function wayOf({ entry, through }: Path): string {
  let way = `${entry.component} ${entry.pinned !== undefined}`;
  let before: Standing | undefined;
  for (const [column, traced] of through.entries()) {
    // States share what stays as it is.
    if (traced === through[column - 1]) continue;
    if (column === 0 || traced.moved) way += ` ${column}:${traced.version}`;
    const standing = standingOf(traced);
    if (standing !== before) way += ` ${column}${standing}`;
    before = standing;
  }
  return way;
}

const SEVERITY: readonly Standing[] = ['works', 'limited', 'unknown', 'broken'];

function worst(standings: readonly Standing[]): Standing {
  return SEVERITY[Math.max(0, ...standings.map((standing) => SEVERITY.indexOf(standing)))] ?? 'unknown';
}

class LaneMaker {
  /** By stage and entry. */
  private readonly steps = new Map<number, Map<string, number>>();

  constructor(
    private readonly plan: Plan,
    private readonly stages: readonly number[],
    private readonly done: ReadonlySet<number>,
  ) {
    for (const [index, { stage, entry }] of plan.steps.entries()) {
      const known = this.steps.get(stage);
      if (known === undefined) this.steps.set(stage, new Map([[entry, index]]));
      else known.set(entry, index);
    }
  }

  private stepOf(column: number, entry: string): number | undefined {
    return this.steps.get(this.stages[column] ?? 0)?.get(entry);
  }

  private isDone(column: number, entries: readonly Path[]): boolean {
    return entries.every(({ entry }) => this.done.has(this.stepOf(column, entry.name) ?? -1));
  }

  private stationsOf(members: readonly [Path, ...Path[]]): Station[] {
    const [first] = members;
    return first.through.flatMap(({ version, moved }, column): Station[] => {
      if (column > 0 && !moved) return [];
      const step = column === 0 ? undefined : this.stepOf(column, first.entry.name);
      const isRequired = step === undefined || this.plan.steps[step]?.required !== false;
      const isSkip = step !== undefined && this.plan.steps[step]?.skips !== undefined;
      const isDone = column > 0 && this.isDone(column, members);
      return [{ column, version, step, isRequired, isSkip, moves: members.length, isDone }];
    });
  }

  /** A lane of entries that go the same way. */
  way(members: readonly [Path, ...Path[]]): Lane {
    const [first] = members;
    const { name, component } = first.entry;
    const instances = members.reduce((sum, { entry }) => sum + entry.count, 0);
    return {
      key: name,
      component,
      kind: 'way',
      isOpen: false,
      entries: members.map(({ entry }) => entry.name),
      name,
      more: members.length === 1 ? '' : ` +${members.length - 1}`,
      detail: instances === 1 ? component : `${component} × ${formatNumber(instances)}`,
      role: first.role,
      isPinned: first.entry.pinned !== undefined,
      standing: first.through.map(standingOf),
      stations: this.stationsOf(members),
    };
  }

  /** One lane for all of a component. */
  summary(name: string, members: readonly [Path, ...Path[]], isOpen: boolean): Lane {
    const [first] = members;
    const stations = this.stages.flatMap((_, column): Station[] => {
      const moving = members.filter(({ through }) => column === 0 || through[column]?.moved === true);
      const [one] = moving;
      if (one === undefined) return [];
      const versions = new Set(moving.map(({ through }) => through[column]?.version));
      const steps = moving.flatMap(({ entry }) => this.stepOf(column, entry.name) ?? []);
      return [
        {
          column,
          version: versions.size === 1 ? (one.through[column]?.version ?? '') : `${versions.size} versions`,
          step: column === 0 ? undefined : steps[0],
          isRequired: steps.some((step) => this.plan.steps[step]?.required !== false),
          isSkip: steps.some((step) => this.plan.steps[step]?.skips !== undefined),
          moves: moving.length,
          isDone: column > 0 && this.isDone(column, moving),
        },
      ];
    });
    return {
      key: `all of ${first.entry.component}`,
      component: first.entry.component,
      kind: 'summary',
      isOpen,
      entries: members.map(({ entry }) => entry.name),
      name,
      more: '',
      detail: `${members.length} entries`,
      role: first.role,
      isPinned: members.every(({ entry }) => entry.pinned !== undefined),
      standing: this.stages.map((_, column) =>
        worst(members.flatMap(({ through }) => (through[column] ? [standingOf(through[column])] : []))),
      ),
      stations,
    };
  }
}

function layOutLanes(
  { catalog, plan, states, progress }: Planned,
  paths: readonly Path[],
  folding: Folding,
): Lane[] {
  const maker = new LaneMaker(
    plan,
    states.map(({ stage }) => stage),
    progress?.done ?? new Set(),
  );
  const isFolding = folding.lanes === 'folded' && paths.length > ENTRIES_BEFORE_FOLDING;
  const components = group(paths, ({ entry }) => entry.component)
    .map((members) => {
      const ways = isFolding ? group(members, byCourse(wayOf)) : members.map((path) => [path] as const);
      return { members, lanes: ways.map((way) => maker.way(way)) };
    })
    .toSorted((a, b) => ROLES.indexOf(a.members[0].role) - ROLES.indexOf(b.members[0].role));
  const count = components.reduce((sum, { lanes }) => sum + lanes.length, 0);
  return components.flatMap(({ members, lanes }): Lane[] => {
    if (count <= LANES_BEFORE_SUMMARIES || lanes.length < 3) return lanes;
    const { component } = members[0].entry;
    const isOpen = (folding.lanes === 'each') !== (folding.turned?.has(component) === true);
    const summary = maker.summary(componentName(catalog, component), members, isOpen);
    return isOpen ? [summary, ...lanes] : [summary];
  });
}

/** All of a layout but the lanes: the same however these are folded. */
interface LaidOutFrame extends Omit<TimelineLayout, 'lanes'> {
  readonly paths: readonly Path[];
}

export function layOutFrame(planned: Planned): LaidOutFrame {
  const { catalog, inventory, plan, states } = planned;
  const paths = layOutPaths(catalog, inventory, states);
  return {
    paths,
    columns: layOutColumns(planned),
    bands: layOutBands(catalog, paths, states),
    falls: findFalls(
      catalog,
      plan,
      states.map(({ stage }) => stage),
    ),
    canFold: paths.length > ENTRIES_BEFORE_FOLDING,
  };
}

export function layOutTimeline(
  planned: Planned,
  folding: Folding,
  frame: LaidOutFrame = layOutFrame(planned),
): TimelineLayout {
  const { paths, ...rest } = frame;
  return { ...rest, lanes: layOutLanes(planned, paths, folding) };
}
