/**
 * Do parameters stand outside of quotes in commands? Their values are quoted for the shell when they are filled in, and
 * quotes around them would let a value out again.
 */
import { textsOfAction } from '../../../engine/explanation/texts-of-action';
import { placedActions } from '../catalog-places';
import { findPlaceholders } from '../placeholders';
import type { Rule } from '../rule';

export const parametersUnquoted: Rule = {
  id: 'parameters-unquoted',
  check({ catalog }, report) {
    for (const { path, value } of placedActions(catalog)) {
      for (const { path: field, text } of textsOfAction(value).filter(({ isCommand }) => isCommand)) {
        for (const { name, isQuoted } of findPlaceholders(text)) {
          if (isQuoted)
            report(
              'error',
              [...path, ...field],
              `"{{${name}}}" stands inside quotes; its value brings its own.`,
            );
        }
      }
    }
  },
};
