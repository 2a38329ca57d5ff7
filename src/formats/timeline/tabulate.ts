/** The timeline's content as a table: every entry, what the server speaks, where to pause. For reading aloud and copying. */
import type { Entry } from '../../engine/model/inventory';
import type { Step } from '../../engine/model/plan';
import { formatNumber } from '../../texts/numbers';
import { describePause } from '../wording/describe-back';
import { describeProgress, describeStageProgress } from '../wording/describe-progress';
import { describeReason, describeRemarks } from '../wording/describe-step';
import { componentName, formatRange } from '../wording/names';
import { describeIncidents, describeSpoken, describeStanding } from './describe-timeline';
import type { Planned } from './lay-out';
import type { TimelineLayout } from './layout';

export interface TableCell {
  readonly main: string;
  /** What happens there: `moves, not required`. */
  readonly note: string;
  readonly details: readonly string[];
  readonly hasMoved: boolean;
}

export interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly cells: readonly TableCell[];
}

export interface TimelineTable {
  readonly head: readonly string[];
  readonly count: number;
  /** From 0 to before `count`; each is made when it is asked for, since there may be many. */
  readonly rowAt: (index: number) => TableRow;
}

function cell(main: string, note = '', details: readonly string[] = [], hasMoved = false): TableCell {
  return { main, note, details: details.filter(Boolean), hasMoved };
}

export function tabulate(planned: Planned, { columns, bands }: TimelineLayout): TimelineTable {
  const { catalog, inventory, plan, states, back, progress } = planned;
  type Found = { readonly step: Step; readonly index: number };
  let steps: ReadonlyMap<string, Found> | undefined;
  const stepOf = (stage: number, entry: string): Found | undefined => {
    steps ??= new Map(plan.steps.map((step, index) => [`${step.stage} ${step.entry}`, { step, index }]));
    return steps.get(`${stage} ${entry}`);
  };
  const ofEntry = (entry: Entry, i: number): TableRow => {
    const pinned = entry.pinned === undefined ? '' : ', pinned';
    return {
      key: `entry ${entry.name}`,
      name: entry.name,
      detail: `${componentName(catalog, entry.component)} × ${formatNumber(entry.count)}${pinned}`,
      cells: states.map((state) => {
        const traced = state.entries[i];
        if (traced === undefined) return cell('');
        const { step, index } = (traced.moved ? stepOf(state.stage, entry.name) : undefined) ?? {};
        const isDone = index !== undefined && progress?.done.has(index) === true;
        const optional = step?.required === false ? 'not required' : '';
        const skips = step?.skips === undefined ? '' : 'skips required stops';
        const note = [describeStanding(traced), optional, skips, isDone ? 'done' : ''];
        const details = [
          describeSpoken(traced, planned),
          describeIncidents(traced, planned),
          ...(step === undefined ? [] : [describeReason(step, catalog), ...describeRemarks(step, catalog)]),
        ];
        return cell(traced.version, note.filter(Boolean).join(', '), details, traced.moved);
      }),
    };
  };
  const protocols = bands.map(
    (band): TableRow => ({
      key: `protocol ${band.protocol}`,
      name: band.name,
      detail: 'what the server speaks',
      cells: band.server.map((range) => cell(range === null ? 'not known' : formatRange(range))),
    }),
  );
  const pauses = columns.map(({ stage, mayPause, isNoReturn }, i) => {
    const here = back.states.find((state) => state.stage === stage);
    const isBetween = stage > 0 && i < columns.length - 1;
    const words = mayPause
      ? describePause({ broken: [], limited: here?.limited ?? [] })
      : isBetween && here
        ? describePause(here)
        : '';
    return cell(words, isNoReturn ? 'Point of no return.' : '');
  });
  const hasBegun = progress !== undefined && progress.done.size > 0;
  const carriedOut: TableRow = {
    key: 'progress',
    name: 'Carried out',
    detail: hasBegun ? describeProgress(plan, progress) : '',
    cells: columns.map(({ done, steps: count, isHere }) =>
      cell(describeStageProgress(done, count), isHere ? 'You are here.' : ''),
    ),
  };
  const pausing: TableRow = { key: 'pause', name: 'Pause and way back', detail: '', cells: pauses };
  const first = hasBegun ? [carriedOut] : [];
  const others = [...protocols, ...(columns.length > 1 ? [pausing] : [])];
  return {
    head: columns.map(({ stage, title, subtitle }) =>
      stage === 0 ? 'Now' : `${stage} · ${title} ${subtitle}`,
    ),
    count: first.length + inventory.entries.length + others.length,
    rowAt: (index) => {
      const at = index - first.length;
      const entry = inventory.entries[at];
      const row = first[index] ?? (entry ? ofEntry(entry, at) : others[at - inventory.entries.length]);
      if (row === undefined) throw new RangeError(`the table has no row ${index}`);
      return row;
    },
  };
}
