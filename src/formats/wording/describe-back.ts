/** Where may one pause, and what could go back from there, in sentences? */
import type { EntryBack, GoingBack, ServerBack, StateBack } from '../../engine/assessment/going-back';
import type { Catalog } from '../../engine/model/catalog';
import type { Clash } from '../../engine/model/plan';
import { describeClashShortly } from './describe-clash';
import { formatCount, formatList } from './names';

const NAMES_SHOWN = 6;
const MOVES_SHOWN = 6;

/** Only what is said is put into words: there can be thousands. */
function shorten<T>(items: readonly T[], most: number, nameOf: (item: T) => string): string {
  if (items.length <= most) return formatList(items.map(nameOf));
  return `${items
    .slice(0, most - 1)
    .map(nameOf)
    .join(', ')} and ${items.length - most + 1} more`;
}

/** `You may pause here: everything works together.` What works within limits only is named. */
export function describePause({ broken, limited }: Pick<StateBack, 'broken' | 'limited'>): string {
  if (broken.length === 0 && limited.length > 0) {
    const work = limited.length === 1 ? 'works' : 'work';
    return `You may pause here: nothing is broken; ${shorten(limited, NAMES_SHOWN, (name) => name)} ${work} within limits.`;
  }
  if (broken.length === 0) return 'You may pause here: everything works together.';
  const verb = broken.length === 1 ? 'does' : 'do';
  return `No place to pause: ${shorten(broken, NAMES_SHOWN, (name) => name)} ${verb} not work with the server here.`;
}

/** Why an entry would not work at a version, to follow a colon; without the full stop that a catalog's words may have. */
function describeClashes(clashes: readonly Clash[], catalog: Catalog, server: string): string {
  const [clash] = clashes;
  const why = clash === undefined ? 'does not work' : describeClashShortly(clash, catalog, server);
  return why.replace(/\.$/, '');
}

function describeEntriesBack(state: StateBack, catalog: Catalog): string[] {
  const nameMoves = (entries: readonly EntryBack[]) =>
    shorten(entries, NAMES_SHOWN, ({ entry, to }) => `${entry} to ${to}`);
  const free = state.entries.filter(({ status }) => status === 'compatible');
  const [first, ...others] = state.entries.filter(({ status }) => status !== 'compatible');
  const lines: string[] = [];
  if (free.length > 0) lines.push(`Can go back at once: ${nameMoves(free)}.`);
  if (first !== undefined) {
    const why = describeClashes(first.clashes, catalog, state.serverVersion);
    const nor = others.length === 0 ? '' : ` Nor can ${nameMoves(others)}.`;
    lines.push(`${first.entry} cannot go back to ${first.to} while the server is here: it ${why}.${nor}`);
  }
  return lines;
}

function describeServerBack({ to, snapshot, breaks }: ServerBack, catalog: Catalog): string {
  const needs = `with the snapshot taken before stage ${snapshot}`;
  const [first] = breaks;
  if (first === undefined) return `The server can go back to ${to} at once, ${needs}.`;
  const names = shorten(breaks, NAMES_SHOWN, ({ entry }) => entry);
  const why = describeClashes(first.clashes, catalog, to);
  const does = breaks.length === 1 ? 'does' : 'do';
  return `The server can go back to ${to} only after ${names} ${does}, ${needs}: at ${first.version} ${first.entry} ${why}.`;
}

/** What could go back to the version before, entry by entry and the server, as things are after the stage. */
export function describeSingleMovesBack(state: StateBack, catalog: Catalog): string[] {
  const entries = describeEntriesBack(state, catalog);
  return state.server === undefined ? entries : [...entries, describeServerBack(state.server, catalog)];
}

/** The whole way back to where the fleet started, or that there is none. Empty where nothing has moved. */
export function describeWayBack({ wayBack }: StateBack): string {
  if (wayBack === undefined)
    return 'No safe way leads back to where everything started: going back would break what works by now.';
  if (wayBack.length === 0) return '';
  const isLong = wayBack.length > MOVES_SHOWN;
  const moves = (isLong ? wayBack.slice(0, MOVES_SHOWN - 3) : wayBack).map(({ entry, to, snapshot }) =>
    snapshot === undefined
      ? `${entry} to ${to}`
      : `${entry} to ${to} (snapshot from before stage ${snapshot})`,
  );
  return isLong
    ? `All the way back: ${formatCount(wayBack.length, 'move')}, each of them safe, beginning with ${moves.join(', then ')}.`
    : `All the way back: ${moves.join(', then ')}.`;
}

/** About the plan as a whole: up to where the way back is open, and what it needs. */
export function describeGoingBack({ states, pointOfNoReturn }: GoingBack): string {
  if (pointOfNoReturn !== undefined)
    return pointOfNoReturn === 0
      ? ''
      : `Stage ${pointOfNoReturn} is the point of no return: after it no safe way leads back to where everything started.`;
  if (states.length === 0) return 'The plan is too long to work out a way back from every stage.';
  const hop = states.find(({ server }) => server !== undefined);
  if (states.length < 2) return '';
  return hop === undefined
    ? 'A safe way leads back from every stage.'
    : `A safe way leads back from every stage; from stage ${hop.stage} on it needs the snapshots taken before the server’s steps.`;
}
