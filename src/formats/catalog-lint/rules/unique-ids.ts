/** Does an id name one thing? Plans, links and checklists refer to notes, incidents and procedures by it. */
import { formatPath } from '../../../engine';
import { placedNotes } from '../catalog-places';
import type { Path, Rule } from '../rule';

export const uniqueIds: Rule = {
  id: 'unique-ids',
  check({ catalog }, report) {
    const check = (placed: Iterable<{ readonly path: Path; readonly id: string }>) => {
      const seen = new Map<string, Path>();
      for (const { path, id } of placed) {
        const earlier = seen.get(id);
        if (earlier === undefined) seen.set(id, path);
        else report('error', [...path, 'id'], `The id "${id}" is taken by ${formatPath(earlier)}.`);
      }
    };
    check(placedNotes(catalog).map(({ path, value }) => ({ path, id: value.id })));
    check(catalog.incidents.map(({ id }, i) => ({ path: ['incidents', i], id })));
    check(catalog.procedures.map(({ id }, i) => ({ path: ['procedures', i], id })));
  },
};
