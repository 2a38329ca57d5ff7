/**
 * Which changes are tried together with others, and which of them ask more of the operator?
 *
 * There are changes of one entry and changes that all entries meet. Of versions only the nearest are tried: each takes its
 * time, and here they multiply.
 */
import { serverEntryOf } from '../compatibility/server-entry';
import { type Catalog, compareVersions, type Entry, type SingleUnblock } from '../model';
import type { Question } from './find-conflict';
import { relaxingAnswers } from './find-open-facts';
import { olderVersions, otherEntryTargets, otherOwnReleases, otherTargets } from './nearby-versions';

const MAX_TARGETS = 6;
const MAX_VERSIONS = 3;

/** From what asks least of the operator to what asks most. */
const DEMANDS: readonly SingleUnblock['code'][] = [
  'answer',
  'entry-target',
  'keep',
  'unpin',
  'target',
  'prereleases',
  'allow-skips',
  'put-back',
  'move',
  'retire',
];

export function demandOf({ code }: SingleUnblock): number {
  return DEMANDS.indexOf(code);
}

/** Components that build others. Without any builder what it builds need not wait: no reason to take one out. */
export function buildingComponents(catalog: Catalog): ReadonlySet<string> {
  return new Set(Object.values(catalog.components).flatMap(({ builtWith }) => builtWith ?? []));
}

/** What could be changed of one consumer, in the order of what it asks. */
export function changesOfEntry(question: Question, entry: Entry): SingleUnblock[] {
  const { catalog, inventory, goal } = question;
  const { name, component, pinned } = entry;
  const targets = otherEntryTargets(catalog, goal, entry);
  const nearest = [...targets.slice(0, MAX_VERSIONS), ...targets.slice(MAX_VERSIONS).slice(-1)];
  return [
    ...nearest,
    ...(pinned === undefined ? [] : [{ code: 'unpin' as const, entry: name }]),
    ...olderVersions(catalog, inventory, goal, entry).slice(0, MAX_VERSIONS),
    ...otherOwnReleases(catalog, inventory, goal, entry).slice(0, MAX_VERSIONS),
    ...(buildingComponents(catalog).has(component) ? [] : [{ code: 'retire' as const, entry: name }]),
  ];
}

/** What could be changed for all, in the order of what it asks: of each list only one. */
export function changesForAll(question: Question, triesTargets: boolean): SingleUnblock[][] {
  const { catalog, inventory, goal } = question;
  const server = serverEntryOf(catalog, inventory);
  const isHeld = server.pinned !== undefined && compareVersions(server.version, goal.target) !== 0;
  // Whoever is pinned may be let go, or taken out.
  const free = inventory.entries.map(({ pinned: _, ...entry }) => entry);
  const answers = new Map<string, SingleUnblock[]>();
  for (const { fact, answer } of relaxingAnswers(catalog, inventory, goal, undefined)) {
    answers.set(fact, [...(answers.get(fact) ?? []), { code: 'answer', fact, answer }]);
  }
  const lists: SingleUnblock[][] = [
    ...answers.values(),
    goal.consumers === 'align' ? [{ code: 'keep' }] : [],
    isHeld ? [{ code: 'unpin', entry: server.name }] : [],
    triesTargets ? otherTargets(catalog, { ...inventory, entries: free }, goal).slice(0, MAX_TARGETS) : [],
    goal.prereleases ? [] : [{ code: 'prereleases' }],
    goal.allowSkips ? [] : [{ code: 'allow-skips' }],
  ];
  return lists.filter((list) => list.length > 0);
}
