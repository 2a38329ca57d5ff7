/** Is every `{{name}}` in a text filled in by something? */
import { textsOfAction } from '../../../engine/explanation/texts-of-action';
import { placedActions } from '../catalog-places';
import { findPlaceholders, STEP_NAMES } from '../placeholders';
import type { Rule } from '../rule';

export const parametersKnown: Rule = {
  id: 'parameters-known',
  check({ catalog }, report) {
    for (const { path, value } of placedActions(catalog)) {
      for (const { path: field, text } of textsOfAction(value)) {
        for (const { name } of findPlaceholders(text)) {
          if (STEP_NAMES.has(name) || Object.hasOwn(catalog.parameters, name)) continue;
          const known = [...STEP_NAMES, ...Object.keys(catalog.parameters)].join(', ');
          report(
            'error',
            [...path, ...field],
            `"{{${name}}}" is no parameter of the catalog. Known: ${known}.`,
          );
        }
      }
    }
    for (const id of STEP_NAMES) {
      if (Object.hasOwn(catalog.parameters, id))
        report('error', ['parameters', id], `"${id}" is filled in from the step and cannot be declared.`);
    }
  },
};
