/** Is every declared parameter named by a procedure, and are its values for releases about releases that are listed? */
import { readVersion } from '../../../engine';
import { textsOfAction } from '../../../engine/explanation/texts-of-action';
import { placedActions } from '../catalog-places';
import { findPlaceholders } from '../placeholders';
import type { Rule } from '../rule';

export const parametersUsed: Rule = {
  id: 'parameters-used',
  check({ catalog }, report) {
    const used = new Set(
      placedActions(catalog).flatMap(({ value }) =>
        textsOfAction(value).flatMap(({ text }) => findPlaceholders(text).map(({ name }) => name)),
      ),
    );
    const listed = new Set(
      [catalog, ...Object.values(catalog.components)].flatMap(({ releases }) =>
        (releases ?? []).map(({ version }) => version),
      ),
    );
    for (const [id, { byRelease }] of Object.entries(catalog.parameters)) {
      if (!used.has(id)) report('warning', ['parameters', id], `No procedure names "{{${id}}}".`);
      for (const version of Object.keys(byRelease ?? {})) {
        if (!listed.has(readVersion(version) ?? version))
          report(
            'error',
            ['parameters', id, 'byRelease', version],
            `"${version}" is no release that is listed.`,
          );
      }
    }
  },
};
