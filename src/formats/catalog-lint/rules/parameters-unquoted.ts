/**
 * Do parameters stand outside of quotes in commands? Their values are quoted for the shell when they are filled in, and
 * quotes around them would let a value out again.
 */
import { placedActions } from '../catalog-places';
import { findPlaceholders } from '../placeholders';
import type { Rule } from '../rule';

export const parametersUnquoted: Rule = {
  id: 'parameters-unquoted',
  check({ catalog }, report) {
    for (const { path, value } of placedActions(catalog)) {
      for (const { name, isQuoted } of findPlaceholders(value.command ?? '')) {
        if (isQuoted)
          report(
            'error',
            [...path, 'command'],
            `"{{${name}}}" stands inside quotes; its value brings its own.`,
          );
      }
    }
  },
};
