/** What is there at one place of the timeline, in words? What is told where one looks, and what the table says. */
import type { TracedEntry } from '../../engine/assessment/trace-plan';
import type { ProtocolRange } from '../../engine/model/catalog';
import { describePause } from '../wording/describe-back';
import { describeStageProgress } from '../wording/describe-progress';
import { describeReason, describeRemarks } from '../wording/describe-step';
import { componentName, formatRange, protocolName } from '../wording/names';
import type { Planned } from './lay-out';
import type { Band, Bar, Column, Lane, TimelineLayout } from './layout';

/** What is told of a place, and the step that can be opened there. */
export interface Told {
  readonly text: string;
  /** Index into the plan's steps. */
  readonly step?: number;
}

const NAMES_SHOWN = 6;
const BARS_SHOWN = 5;
const FALLS_SHOWN = 2;

const STANDING: Readonly<Record<TracedEntry['status'], string>> = {
  server: '',
  compatible: '',
  incompatible: 'broken',
  unknown: 'not known to work',
};

function shorten(names: readonly string[]): string {
  if (names.length <= NAMES_SHOWN) return names.join(', ');
  return `${names.slice(0, NAMES_SHOWN - 1).join(', ')} and ${names.length - NAMES_SHOWN + 1} more`;
}

function whenOf({ stage }: Column): string {
  return stage === 0 ? 'now' : `after stage ${stage}`;
}

function rangeWords(range: ProtocolRange | null): string {
  return range === null ? 'not known' : formatRange(range);
}

/** What they agree on is used unless they are known not to work together. */
function wordsOfUse(negotiated: number | null, isBroken: boolean): string {
  if (negotiated === null) return 'not agreed';
  return isBroken ? `would agree on ${negotiated}` : `uses ${negotiated}`;
}

/** `API 3–5, uses 4` for each protocol that it speaks. */
export function describeSpoken(traced: TracedEntry, { catalog }: Pick<Planned, 'catalog'>): string {
  return Object.entries(traced.ranges)
    .map(([protocol, range]) => {
      const used = traced.negotiated[protocol];
      const isBroken = traced.clashes.some(({ kind }) => kind === 'incident');
      const use = used === undefined ? '' : `, ${wordsOfUse(used, isBroken)}`;
      return `${protocolName(catalog, protocol)} ${rangeWords(range)}${use}`;
    })
    .join('; ');
}

/** Everything an entry does in a stage but its version: `moves, broken`. */
export function describeStanding(traced: TracedEntry): string {
  return [traced.moved ? 'moves' : '', STANDING[traced.status], traced.degraded.length > 0 ? 'limited' : '']
    .filter(Boolean)
    .join(', ');
}

/** Incidents that are why a pair works only partly, or not at all. */
export function describeIncidents(traced: TracedEntry, { catalog }: Pick<Planned, 'catalog'>): string {
  const ids = [
    ...traced.degraded,
    ...traced.clashes.flatMap((clash) => (clash.kind === 'incident' ? [clash.incident] : [])),
  ];
  return ids.map((id) => catalog.incidents.find((incident) => incident.id === id)?.summary ?? id).join(' ');
}

const HERE = ' You are here.';

/** Leads to the first of its steps. */
export function tellStage({ plan, back }: Planned, column: Column): Told {
  const { stage, title, subtitle, isNoReturn, done, steps, isHere } = column;
  const here = isHere ? HERE : '';
  if (stage === 0) return { text: `Now: what is deployed.${here}` };
  const state = back.states.find((candidate) => candidate.stage === stage);
  const isLast = stage === back.states.at(-1)?.stage;
  const pause = state === undefined || isLast ? '' : ` ${describePause(state)}`;
  const noReturn = isNoReturn ? ' This is the point of no return.' : '';
  const progress = done === 0 ? '' : done === steps ? ' Done.' : ` ${describeStageProgress(done, steps)}.`;
  return {
    text: `Stage ${stage}: ${title}, ${subtitle}.${progress}${here}${pause}${noReturn}`,
    step: plan.steps.findIndex((step) => step.stage === stage),
  };
}

function tellWay(
  { catalog, inventory, plan, states, progress }: Planned,
  column: Column,
  at: number,
  lane: Lane,
): Told {
  const [first = ''] = lane.entries;
  const index = inventory.entries.findIndex(({ name }) => name === first);
  const traced = states[at]?.entries[index];
  if (traced === undefined) return { text: '' };
  const others = lane.entries.length - 1;
  const who =
    others === 0 ? first : `${first} and ${others} that ${others === 1 ? 'goes' : 'go'} the same way`;
  const stepIndex = lane.stations.find((station) => station.column === at)?.step;
  const step = stepIndex === undefined ? undefined : plan.steps[stepIndex];
  const spoken = describeSpoken(traced, { catalog });
  const standing = describeStanding({ ...traced, moved: false });
  const incidents = describeIncidents(traced, { catalog });
  const rest = [
    standing === '' ? '' : `${standing[0]?.toUpperCase()}${standing.slice(1)}.`,
    incidents,
    spoken === '' ? '' : `${spoken}.`,
  ];
  if (step === undefined || stepIndex === undefined) {
    const pinned = lane.isPinned ? ', pinned' : '';
    return {
      text: [`${who}: ${traced.version} ${whenOf(column)}${pinned}.`, ...rest].filter(Boolean).join(' '),
    };
  }
  const isDone = progress?.done.has(stepIndex) === true && others === 0;
  const move = `${who}: ${step.from} to ${step.to} in stage ${step.stage}${isDone ? ', done' : ''}.`;
  const why = [describeReason(step, catalog), ...describeRemarks(step, catalog)];
  return { text: [move, ...why, ...rest].filter(Boolean).join(' '), step: stepIndex };
}

function tellSummary({ plan, catalog }: Planned, column: Column, at: number, lane: Lane): Told {
  const station = lane.stations.find((candidate) => candidate.column === at);
  const open = lane.isOpen ? 'Enter folds them.' : 'Enter shows them one by one.';
  const many = `${lane.entries.length} entries of ${componentName(catalog, lane.component)}`;
  const standing = lane.standing[at] === 'works' ? '' : ` At worst: ${lane.standing[at]}.`;
  if (station === undefined || at === 0)
    return { text: `${many} ${whenOf(column)}: ${station?.version ?? 'none moves'}.${standing} ${open}` };
  const step = station.step === undefined ? undefined : plan.steps[station.step];
  const why = step === undefined ? '' : ` The first, ${step.entry}: ${describeReason(step, catalog)}`;
  return {
    text: `${station.moves} of ${many} move to ${station.version} in stage ${column.stage}.${standing}${why} ${open}`,
  };
}

export function tellLane(planned: Planned, layout: TimelineLayout, lane: Lane, at: number): Told {
  const column = layout.columns[at];
  if (column === undefined) return { text: '' };
  return lane.kind === 'summary'
    ? tellSummary(planned, column, at, lane)
    : tellWay(planned, column, at, lane);
}

function tellBar({ names, range, negotiated, isBroken, isLimited }: Bar): string {
  const how = isLimited ? ', limited' : isBroken && negotiated !== null ? ', broken all the same' : '';
  return `${shorten(names)}: ${rangeWords(range)}, ${wordsOfUse(negotiated, isBroken)}${how}`;
}

/** `bar`: the one that is looked at; without it all of them. */
export function tellBand(
  { catalog, plan }: Planned,
  layout: TimelineLayout,
  band: Band,
  at: number,
  bar?: Bar,
): Told {
  const column = layout.columns[at];
  if (column === undefined) return { text: '' };
  const bars = bar === undefined ? (band.bars[at] ?? []) : [bar];
  const more = bars.length > BARS_SHOWN ? ` ${bars.length - BARS_SHOWN} more.` : '';
  const falls = fallsOf(layout, band, at, bar);
  const why = falls.slice(0, FALLS_SHOWN).flatMap((index) => {
    const step = plan.steps[index];
    return step === undefined
      ? []
      : [`Stage ${step.stage} is why it holds. ${describeReason(step, catalog)}`];
  });
  const [first] = falls;
  return {
    text: [
      `${band.name} ${whenOf(column)}: the server speaks ${rangeWords(band.server[at] ?? null)}.`,
      bars.length === 0 ? '' : `${bars.slice(0, BARS_SHOWN).map(tellBar).join('; ')}.${more}`,
      ...why,
    ]
      .filter(Boolean)
      .join(' '),
    ...(first !== undefined && { step: first }),
  };
}

/** The consumers' steps without which something would fall out of the band there. */
export function fallsOf(layout: TimelineLayout, band: Band, at: number, bar?: Bar): number[] {
  return [...layout.falls.values()]
    .filter(
      ({ column, clash, entry, isBridge }) =>
        !isBridge &&
        column === at &&
        clash?.protocol === band.protocol &&
        (bar === undefined || bar.names.includes(entry)),
    )
    .map(({ step }) => step);
}
