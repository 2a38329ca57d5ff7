/** Which releases, notes, conditions and texts does a catalog have, and where in the file? */
import type { Action, Avoidance, Catalog, ComponentRelease, Condition, Note, Release } from '../../engine';
import type { Path } from './rule';

export interface Placed<T> {
  readonly path: Path;
  readonly value: T;
}

export interface PlacedRelease extends Placed<Release | ComponentRelease> {
  /** The component whose own line it is on; absent: it is a release of the catalog. */
  readonly component?: string;
}

/** The releases of the catalog, then those of components with a line of their own, in the order of the file. */
export function placedReleases(catalog: Catalog): PlacedRelease[] {
  const own = Object.entries(catalog.components).flatMap(([component, { releases }]) =>
    (releases ?? []).map((value, i) => ({
      path: ['components', component, 'releases', i],
      value,
      component,
    })),
  );
  return [...catalog.releases.map((value, i) => ({ path: ['releases', i], value })), ...own];
}

export function placedNotes(catalog: Catalog): (Placed<Note> & { readonly release: PlacedRelease })[] {
  return placedReleases(catalog).flatMap((release) =>
    (release.value.notes ?? []).map((value, i) => ({ path: [...release.path, 'notes', i], value, release })),
  );
}

export function placedAvoidances(catalog: Catalog): Placed<Avoidance>[] {
  return placedReleases(catalog).flatMap(({ path, value }) =>
    (value.avoid ?? []).map((avoidance, i) => ({ path: [...path, 'avoid', i], value: avoidance })),
  );
}

export function placedActions(catalog: Catalog): Placed<Action>[] {
  return catalog.procedures.flatMap(({ actions }, i) =>
    actions.map((value, j) => ({ path: ['procedures', i, 'actions', j], value })),
  );
}

/** Every condition `if` of the catalog. */
export function placedConditions(catalog: Catalog): Placed<Condition>[] {
  const holders: Placed<{ if?: Condition | undefined }>[] = [
    ...catalog.incidents.map((value, i) => ({ path: ['incidents', i], value })),
    ...catalog.procedures.map((value, i) => ({ path: ['procedures', i], value })),
    ...placedAvoidances(catalog),
    ...placedNotes(catalog),
  ];
  return holders.flatMap(({ path, value }) =>
    value.if === undefined ? [] : [{ path: [...path, 'if'], value: value.if }],
  );
}
