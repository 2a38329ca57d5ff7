/** Does every version range hold at least one release of the component it is about? One that holds none does nothing. */
import { type Catalog, isInRange } from '../../../engine';
import { placedNotes } from '../catalog-places';
import type { Path, Rule } from '../rule';

function versionsOf(catalog: Catalog, component: string): string[] {
  const own = catalog.components[component]?.releases;
  return (own ?? catalog.releases).map(({ version }) => version);
}

export const rangesHoldReleases: Rule = {
  id: 'ranges-hold-releases',
  check({ catalog }, report) {
    const check = (path: Path, range: string | undefined, components: readonly string[]) => {
      if (range === undefined) return;
      const isMet = components.some((id) =>
        versionsOf(catalog, id).some((version) => isInRange(version, range)),
      );
      if (!isMet) report('warning', path, `No listed release is in the range "${range}".`);
    };
    const [server = ''] = Object.entries(catalog.components).find(([, { role }]) => role === 'server') ?? [];
    for (const [i, { component, versions, server: servers }] of catalog.incidents.entries()) {
      check(['incidents', i, 'versions'], versions, [component]);
      check(['incidents', i, 'server'], servers, [server]);
    }
    for (const [i, { component, from, to }] of catalog.procedures.entries()) {
      check(['procedures', i, 'from'], from, [component]);
      check(['procedures', i, 'to'], to, [component]);
    }
    for (const { path, value, release } of placedNotes(catalog)) {
      const own = release.component === undefined ? undefined : [release.component];
      check([...path, 'affects'], value.affects, own ?? value.applies ?? Object.keys(catalog.components));
    }
  },
};
