/**
 * An entry has to be rebuilt, and nothing gets to a version that could build it (rule 6): to which version, and why not?
 *
 * Needed is the oldest release of the entry with which there is a plan if it is built elsewhere. A builder has to be at or
 * above it: releases that are must not be moved to, or do not work with a server on the way; or who could build it is pinned,
 * kept by the goal, or does not work with the server as it is now.
 */
import { refusalOf } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
import { type Cause, compareVersions, type Entry, type Version } from '../model';
import { clashAt, clashOnTheWay } from './clash-on-the-way';
import { isBlockedBy, type Question } from './find-conflict';

type BuilderCause = Extract<Cause, { code: 'builder' }>;
type RefusedRelease = NonNullable<BuilderCause['refused']>[number];
type Held = NonNullable<BuilderCause['held']>[number];

const MAX_TRIED = 24;
const MAX_NAMED = 12;

/** `undefined` where none of those tried is enough. */
function findNeeded(question: Question, entry: Entry, kept: readonly string[]): Version | undefined {
  const { catalog, inventory, goal } = question;
  const exact = Object.hasOwn(goal.entries, entry.name) ? goal.entries[entry.name] : undefined;
  if (exact !== undefined) return exact;
  const line = releaseLine(catalog, entry.component);
  const isRefused = (version: Version) =>
    refusalOf(line, version, inventory.facts, goal.prereleases) !== undefined;
  if (goal.consumers === 'align' && line.isServerLine && !isRefused(goal.target)) return goal.target;
  return line.releases
    .map(({ version }) => version)
    .filter(
      (version) =>
        compareVersions(version, entry.version) > 0 &&
        (!line.isServerLine || compareVersions(version, goal.target) <= 0) &&
        !isRefused(version),
    )
    .slice(0, MAX_TRIED)
    .find((version) => {
      const entries = Object.fromEntries([...Object.entries(goal.entries), [entry.name, version]]);
      return !isBlockedBy({ ...question, goal: { ...goal, entries } }, kept, 'asDeployed');
    });
}

/** Why no entry of this component gets to each of its releases from `needed` on. */
function refusedReleases(question: Question, component: string, needed: Version): RefusedRelease[] {
  const { catalog, inventory, goal } = question;
  const line = releaseLine(catalog, component);
  const [stand] = inventory.entries.filter((candidate) => candidate.component === component);
  return line.releases.flatMap(({ version }): RefusedRelease[] => {
    if (stand === undefined || compareVersions(version, needed) < 0) return [];
    const isPast = line.isServerLine && compareVersions(version, goal.target) > 0;
    const refused = isPast
      ? { refusal: 'past-target' as const }
      : refusalOf(line, version, inventory.facts, goal.prereleases);
    if (refused !== undefined) return [{ component, version, ...refused }];
    const failure = clashOnTheWay(question, stand, version);
    return failure === undefined ? [] : [{ component, version, ...failure }];
  });
}

/**
 * Those that could build it, if they were not pinned, the goal did not name an older version for them, or they worked with the
 * server as it is now.
 */
function heldBuilders(question: Question, builders: readonly string[], needed?: Version): Held[] {
  const { inventory, goal, server } = question;
  const held = inventory.entries.flatMap((entry): Held[] => {
    const { name, component, version, pinned } = entry;
    if (!builders.includes(component)) return [];
    const isFarEnough = needed !== undefined && compareVersions(version, needed) >= 0;
    const failure = isFarEnough ? clashAt(question, entry, version, [server.version]) : undefined;
    if (failure !== undefined)
      return [{ entry: name, version, ...(pinned !== undefined && { pinned }), ...failure }];
    const target = Object.hasOwn(goal.entries, name) ? goal.entries[name] : undefined;
    if (pinned !== undefined) return [{ entry: name, version, pinned }];
    if (target === undefined || needed === undefined || compareVersions(target, needed) >= 0) return [];
    return [{ entry: name, version, target }];
  });
  return held.sort((a, b) => (a.entry < b.entry ? -1 : 1));
}

/** `question`: as if the entry were built elsewhere. `kept`: the entries that block together. */
export function explainBuilder(
  question: Question,
  entry: Entry,
  kept: readonly string[],
  builders: readonly string[],
): Omit<BuilderCause, 'code' | 'entry'> {
  const { component, version } = entry;
  const needed = findNeeded(question, entry, kept);
  const held = heldBuilders(question, builders, needed);
  return {
    component,
    version,
    builders: [...builders],
    ...(needed !== undefined && {
      needed,
      refused: builders.flatMap((builder) => refusedReleases(question, builder, needed)).slice(0, MAX_NAMED),
    }),
    ...(held.length > 0 && { held: held.slice(0, MAX_NAMED) }),
  };
}
