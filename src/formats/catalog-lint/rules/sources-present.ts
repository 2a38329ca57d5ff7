/** Can every statement be traced to where it comes from? */
import { placedAvoidances, placedNotes } from '../catalog-places';
import type { Path, Rule } from '../rule';

export const sourcesPresent: Rule = {
  id: 'sources-present',
  check({ catalog }, report) {
    const check = (path: Path, source: string | undefined, what: string) => {
      if ((source ?? '').trim() === '')
        report(
          'error',
          [...path, 'source'],
          `${what} has no source: name the page, change or issue it is from.`,
        );
    };
    for (const { path, value } of placedNotes(catalog)) check(path, value.source, `The note "${value.id}"`);
    for (const { path, value } of placedAvoidances(catalog)) check(path, value.source, 'The avoidance');
    for (const [i, { id, source }] of catalog.incidents.entries())
      check(['incidents', i], source, `The incident "${id}"`);
    for (const [i, { id, source }] of catalog.procedures.entries())
      check(['procedures', i], source, `The procedure "${id}"`);
  },
};
