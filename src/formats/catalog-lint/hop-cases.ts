/**
 * Which procedures would an operator be given for a step?
 *
 * A case is a component, a step that its releases allow, and one answer to every question that its procedures ask about.
 * For the server a step is allowed by `upgradeFrom`; every other component may move up to any later release.
 */
import { type Catalog, compareVersions, isInRange, type Version } from '../../engine';
import { mayHold } from '../../engine/compatibility/condition';

export interface HopCase {
  readonly component: string;
  readonly from: Version;
  readonly to: Version;
  /** An answer to each question that the component's procedures ask about. */
  readonly answers: Readonly<Record<string, string>>;
  /** Indices of the procedures that match. */
  readonly procedures: readonly number[];
}

/** More combinations of answers than this are not tried out. */
export const MAX_ANSWERS = 4096;

interface Line {
  readonly version: Version;
  readonly upgradeFrom?: string | undefined;
}

function lineOf(catalog: Catalog, component: string): Line[] {
  const own = catalog.components[component]?.releases;
  const isServer = catalog.components[component]?.role === 'server';
  const line: Line[] =
    own ??
    catalog.releases
      .filter((release) => release.components?.[component] !== null)
      .map(({ version, upgradeFrom }) => ({ version, ...(isServer && { upgradeFrom }) }));
  return line.toSorted((a, b) => compareVersions(a.version, b.version));
}

/** Facts that the procedures of a component ask about. */
function factsAsked(catalog: Catalog, component: string): string[] {
  const asked = catalog.procedures
    .filter((procedure) => procedure.component === component)
    .flatMap((procedure) => Object.keys(procedure.if ?? {}));
  return [...new Set(asked)];
}

/** How many combinations of answers the procedures of a component tell apart. */
export function countAnswers(catalog: Catalog, component: string): number {
  return factsAsked(catalog, component).reduce(
    (product, fact) => product * Object.keys(catalog.facts[fact]?.options ?? {}).length,
    1,
  );
}

function allAnswers(catalog: Catalog, component: string): Record<string, string>[] {
  return factsAsked(catalog, component).reduce<Record<string, string>[]>(
    (combinations, fact) =>
      combinations.flatMap((answers) =>
        Object.keys(catalog.facts[fact]?.options ?? {}).map((answer) => ({ ...answers, [fact]: answer })),
      ),
    [{}],
  );
}

/** The cases of every component that has procedures at all; none for one with too many combinations of answers. */
export function* hopCases(catalog: Catalog): Generator<HopCase> {
  for (const component of new Set(catalog.procedures.map((procedure) => procedure.component))) {
    if (countAnswers(catalog, component) > MAX_ANSWERS) continue;
    const line = lineOf(catalog, component);
    const candidates = catalog.procedures.flatMap((procedure, index) =>
      procedure.component === component ? [{ procedure, index }] : [],
    );
    for (const answers of allAnswers(catalog, component)) {
      const here = candidates.filter(({ procedure }) => mayHold(procedure.if, answers));
      for (const [i, { version: from }] of line.entries()) {
        const fitting = here.filter(
          ({ procedure }) => procedure.from === undefined || isInRange(from, procedure.from),
        );
        for (const { version: to, upgradeFrom } of line.slice(i + 1)) {
          if (upgradeFrom !== undefined && !isInRange(from, upgradeFrom)) continue;
          const procedures = fitting
            .filter(({ procedure }) => procedure.to === undefined || isInRange(to, procedure.to))
            .map(({ index }) => index);
          yield { component, from, to, answers, procedures };
        }
      }
    }
  }
}

/** `platform: docker, snapshots: yes` */
export function describeAnswers(answers: Readonly<Record<string, string>>): string {
  const given = Object.entries(answers).map(([fact, answer]) => `${fact}: ${answer}`);
  return given.length === 0 ? 'whatever is answered' : given.join(', ');
}
