import type { Catalog } from '../../engine/model/catalog';

export function versionListId(component: string): string {
  return `versions-${component}`;
}

/** What version cells are completed from: one list for each component, newest first. */
export function VersionLists({ catalog }: { catalog: Catalog }) {
  return Object.entries(catalog.components).map(([id, component]) => {
    const releases =
      component.releases ?? catalog.releases.filter((release) => release.components?.[id] !== null);
    return (
      <datalist key={id} id={versionListId(id)}>
        {releases.toReversed().map((release) => (
          <option key={release.version} value={release.version}>
            {release.date ?? ''}
          </option>
        ))}
      </datalist>
    );
  });
}
