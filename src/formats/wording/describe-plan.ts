/** What is a plan as a whole, in a sentence? */
import type { Catalog } from '../../engine/model/catalog';
import type { Plan, Step } from '../../engine/model/plan';
import type { Tolerated, Verification, Violation } from '../../engine/verification/verify-plan';
import { formatNumber } from '../../texts/numbers';
import { numberSteps } from '../number-steps';
import { componentName, formatCount, formatList } from './names';

/** Hops that only the goal's own risk allows. */
export const countSkips = ({ steps }: Pick<Plan, 'steps'>): number =>
  steps.filter(({ skips }) => skips !== undefined).length;

/** `1 server hop goes beyond what the vendor promises …` Empty where none does. */
export function describeSkips(plan: Pick<Plan, 'steps'>): string {
  const skipped = countSkips(plan);
  if (skipped === 0) return '';
  const goes = skipped === 1 ? 'goes' : 'go';
  return `${formatCount(skipped, 'server hop')} ${goes} beyond what the vendor promises, as you allowed: required stops are skipped.`;
}

/** `A standard upgrade: every part works with every server version on the way as it is.` Stops that are skipped come first. */
export function describeKind(plan: Pick<Plan, 'kind' | 'steps'>): string {
  const kind =
    plan.kind === 'standard'
      ? 'A standard upgrade: every part works with every server version on the way as it is.'
      : 'A backwards incompatible upgrade: some parts have to move before the server can go on.';
  return [describeSkips(plan), kind].filter((sentence) => sentence !== '').join(' ');
}

export function describeStatus(plan: Plan): string {
  switch (plan.status) {
    case 'done':
      return 'There is nothing to do.';
    case 'blocked':
      return plan.optimality === 'proven' ? 'There is no safe plan.' : 'No safe plan was found.';
    case 'ready': {
      const stages = new Set(plan.steps.map((step) => step.stage)).size;
      return `${formatCount(plan.steps.length, 'step')} in ${formatCount(stages, 'stage')}.`;
    }
  }
}

function listMoved(cost: Plan['cost'], catalog: Catalog): string {
  const moved = cost?.moved ?? [];
  return formatList(
    moved.map(
      ({ component, instances }) => `${formatNumber(instances)} × ${componentName(catalog, component)}`,
    ),
  );
}

/** `Moves 40 × Entrypoint, 2 × Server.` Empty where the plan does not say. */
export function describeCost(plan: Plan, catalog: Catalog): string {
  const moved = listMoved(plan.cost, catalog);
  return moved === '' ? '' : `Moves ${moved}.`;
}

/** Whether a cheaper plan may exist, and what none can cost less than. */
export function describeOptimality(plan: Plan, catalog: Catalog): string {
  if (plan.optimality === 'proven') return 'No safe plan costs less.';
  const least = listMoved(plan.bound, catalog);
  const found = 'A cheaper safe plan may exist: the search ended before it was done.';
  return least === '' ? found : `${found} It is proven that none costs less than moving ${least}.`;
}

/** So many names, and so many stages, of those that are broken already. */
const TOLERATED_SHOWN = 3;

/** `laptops is broken already until stage 2`. The operator knows: nothing that worked is lost by it. */
function describeTolerated(tolerated: readonly Tolerated[]): string {
  const alike = new Map<string, Tolerated[]>();
  for (const one of tolerated) {
    const key = `${one.until} ${one.isUnknown}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const groups = [...alike.values()].map((members): string => {
    const [first] = members;
    if (first === undefined) return '';
    const shown = members.slice(0, members.length > TOLERATED_SHOWN ? TOLERATED_SHOWN - 1 : TOLERATED_SHOWN);
    const names = shown.map(({ entry }) => entry);
    const more = members.length - shown.length;
    const who = formatList(more === 0 ? names : [...names, `${more} more`]);
    const be = members.length === 1 ? 'is' : 'are';
    return `${who} ${be} ${first.isUnknown ? 'not known to work' : 'broken already'} until stage ${first.until}`;
  });
  if (groups.length <= TOLERATED_SHOWN) return groups.join('; ');
  const last = Math.max(...tolerated.map(({ until }) => until));
  const rest = [...alike.values()].slice(TOLERATED_SHOWN).flat().length;
  return `${groups.slice(0, TOLERATED_SHOWN).join('; ')}; and ${rest} more until stage ${last} at the latest`;
}

/** `5 states, 20 pairs, none broken`. Where something is broken already it says what, and until when. */
export function describeVerified({
  states,
  pairs,
  tolerated = [],
}: Extract<Verification, { ok: true }>): string {
  const counts = `${formatCount(states, 'state')}, ${formatCount(pairs, 'pair')}`;
  return tolerated.length === 0
    ? `${counts}, none broken`
    : `${counts}, none newly broken; ${describeTolerated(tolerated)}`;
}

/** `Verified: 5 states, 20 pairs, none broken.` — or what is wrong. */
export function describeVerification(verification: Verification): string {
  if (verification.ok) return `Verified: ${describeVerified(verification)}.`;
  return `Not safe: ${formatCount(verification.violations.length, 'rule violation')} found when it was replayed.`;
}

/** `Rule 4, step 3: billing 3.3.0 loses the server 6.0.0.` Steps are called by the numbers that they have everywhere. */
export function describeViolations(violations: readonly Violation[], steps: readonly Step[]): string[] {
  const numbers = new Map(numberSteps(steps).map(({ index, number }) => [index, number]));
  return violations.map(({ rule, step, message }) => {
    const what = rule === 'plan' ? 'The plan itself' : `Rule ${rule}`;
    return `${what}${step === null ? '' : `, step ${numbers.get(step) ?? step + 1}`}: ${message}`;
  });
}

/** What the steps of one stage do together: `Server to 5.4.0`, `CLI`, `CLI and Entrypoint`. */
export function describeStage(steps: readonly Step[], catalog: Catalog): string {
  const names = [...new Set(steps.map((step) => componentName(catalog, step.component)))];
  const versions = [...new Set(steps.map((step) => step.to))];
  return versions.length === 1 ? `${formatList(names)} to ${versions[0]}` : formatList(names);
}
