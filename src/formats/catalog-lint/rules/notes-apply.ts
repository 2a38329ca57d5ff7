/** Is a note about components that its release has? */
import { placedNotes } from '../catalog-places';
import type { Rule } from '../rule';

export const notesApply: Rule = {
  id: 'notes-apply',
  check({ catalog }, report) {
    for (const { path, value, release } of placedNotes(catalog)) {
      if (value.applies?.length === 0)
        report(
          'error',
          [...path, 'applies'],
          `The note "${value.id}" applies to nothing; leave it out for all.`,
        );
      for (const [i, id] of (value.applies ?? []).entries()) {
        const at = [...path, 'applies', i];
        const { components } = 'components' in release.value ? release.value : {};
        if (components?.[id] === null)
          report('warning', at, `${release.value.version} has no "${id}", which the note is about.`);
        else if (release.component !== undefined && id !== release.component)
          report('warning', at, `The release is one of "${release.component}", and the note about "${id}".`);
      }
    }
  },
};
