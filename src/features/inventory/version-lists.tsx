import type { Catalog } from '../../engine/model/catalog';

/** `prefix` tells lists apart where several are on the page. */
export function versionListId(component: string, prefix = 'versions'): string {
  return `${prefix}-${component}`;
}

/** What version cells are completed from: one list for each component, newest first. */
export function VersionLists({ catalog, prefix }: { catalog: Catalog; prefix?: string }) {
  return Object.entries(catalog.components).map(([id, component]) => {
    const releases =
      component.releases ?? catalog.releases.filter((release) => release.components?.[id] !== null);
    return (
      <datalist key={id} id={versionListId(id, prefix)}>
        {releases.toReversed().map((release) => (
          <option key={release.version} value={release.version}>
            {release.date ?? ''}
          </option>
        ))}
      </datalist>
    );
  });
}
