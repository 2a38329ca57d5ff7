/** Is a defect fixed in a release that is listed, and that the defect does not show in? */
import { isInRange, versionKey } from '../../../engine';
import { placedNotes } from '../catalog-places';
import type { Rule } from '../rule';

function keyOf(version: string): string | undefined {
  try {
    return versionKey(version);
  } catch {
    return undefined;
  }
}

export const fixesListed: Rule = {
  id: 'fixes-listed',
  check({ catalog }, report) {
    for (const { path, value, release } of placedNotes(catalog)) {
      const { fixedIn, affects } = value;
      if (fixedIn === undefined) continue;
      const at = [...path, 'fixedIn'];
      const own =
        release.component === undefined ? undefined : catalog.components[release.component]?.releases;
      const key = keyOf(fixedIn);
      const listed = (own ?? catalog.releases).some(({ version }) => keyOf(version) === key);
      if (key === undefined || !listed) {
        report('error', at, `"${fixedIn}" is no release that is listed.`);
      } else if (affects !== undefined && isInRange(fixedIn, affects)) {
        report('error', at, `${fixedIn} is in "${affects}", the range of what is affected.`);
      }
    }
  },
};
