/** Does every text that an operator is shown say something? */
import { placedActions, placedAvoidances, placedNotes } from '../catalog-places';
import type { Path, Rule } from '../rule';

export const textsPresent: Rule = {
  id: 'texts-present',
  check({ catalog }, report) {
    const check = (path: Path, text: string) => {
      if (text.trim() === '') report('error', path, 'Nothing stands here; expected a text for the operator.');
    };
    check(['name'], catalog.name);
    for (const [id, { name }] of Object.entries(catalog.components)) check(['components', id, 'name'], name);
    for (const [id, { name }] of Object.entries(catalog.protocols)) check(['protocols', id, 'name'], name);
    for (const [id, { name }] of Object.entries(catalog.parameters)) check(['parameters', id, 'name'], name);
    for (const [id, { question, options }] of Object.entries(catalog.facts)) {
      check(['facts', id, 'question'], question);
      for (const [answer, text] of Object.entries(options)) check(['facts', id, 'options', answer], text);
    }
    for (const [i, { summary }] of catalog.incidents.entries()) check(['incidents', i, 'summary'], summary);
    for (const { path, value } of placedNotes(catalog)) check([...path, 'summary'], value.summary);
    for (const { path, value } of placedAvoidances(catalog)) check([...path, 'reason'], value.reason);
    for (const { path, value } of placedActions(catalog)) check([...path, 'title'], value.title);
  },
};
