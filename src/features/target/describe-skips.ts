/** What would skipping required stops mean for this target: which stops, with what risk, and what would it save? */
import type { Catalog } from '../../engine/model/catalog';
import type { Plan } from '../../engine/model/plan';
import { compareVersions, readVersion } from '../../engine/model/version';
import { componentName, formatList } from '../../formats/wording/names';
import { formatNumber } from '../../texts/numbers';
import * as texts from '../../texts/target';

function costsOf({ cost }: Plan): ReadonlyMap<string, number> {
  return new Map(cost?.moved.map(({ component, instances }) => [component, instances]));
}

function describeSaving(catalog: Catalog, strict: Plan, skipping: Plan): string {
  if (strict.status === 'blocked') return texts.skipsOpen;
  const [before, after] = [costsOf(strict), costsOf(skipping)];
  const differences = [...new Set([...before.keys(), ...after.keys()])].map((component) => ({
    words: (count: number) => `${formatNumber(count)} × ${componentName(catalog, component)}`,
    saved: (before.get(component) ?? 0) - (after.get(component) ?? 0),
  }));
  const less = differences.filter(({ saved }) => saved > 0).map(({ words, saved }) => words(saved));
  const more = differences.filter(({ saved }) => saved < 0).map(({ words, saved }) => words(-saved));
  const steps = strict.steps.length - skipping.steps.length;
  const parts = [
    ...(steps > 0 ? [texts.savesSteps(steps)] : []),
    ...(less.length > 0 ? [texts.movesLess(formatList(less))] : []),
    ...(more.length > 0 ? [texts.movesMore(formatList(more))] : []),
  ];
  return parts.length === 0 ? texts.savesNothing : texts.saves(formatList(parts));
}

/** Whether a release on the way from the server to the target only takes some servers. */
export function hasRequiredStops(catalog: Catalog, server: string, target: string): boolean {
  const [from, to] = [readVersion(server), readVersion(target)];
  if (from === undefined || to === undefined) return false;
  return catalog.releases.some(
    ({ version, upgradeFrom }) =>
      upgradeFrom !== undefined && compareVersions(version, from) > 0 && compareVersions(version, to) <= 0,
  );
}

/** Both plans are for the same goal, but for the skips. One sentence each. */
export function describeSkips(catalog: Catalog, strict: Plan, skipping: Plan): readonly string[] {
  if (skipping.status === 'blocked') return [texts.skipsDoNotHelp];
  const skips = skipping.steps.filter((step) => step.skips !== undefined);
  if (skips.length === 0) return [texts.nothingSkipped];
  const servers = new Set(skips.map(({ entry }) => entry));
  const visited = new Set(skipping.steps.filter(({ entry }) => servers.has(entry)).map(({ to }) => to));
  const passed = strict.steps
    .filter(({ entry, to }) => servers.has(entry) && !visited.has(to))
    .map(({ to }) => to);
  return [
    ...skips.map(({ from, to, skips: range = '' }) => texts.skips(from, to, range)),
    ...(passed.length > 0 ? [texts.passes(formatList(passed))] : []),
    describeSaving(catalog, strict, skipping),
  ];
}
