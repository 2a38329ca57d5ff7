/** Does an action say what it loses, where its command looks as if it took something away? */
import { looksDestructive } from '../../runbook/looks-destructive';
import { placedActions } from '../catalog-places';
import type { Rule } from '../rule';

export const lossesSaid: Rule = {
  id: 'losses-said',
  check({ catalog }, report) {
    for (const { path, value } of placedActions(catalog)) {
      const { command = '', loses, undo } = value;
      const message = 'The command looks as if it took something away; "loses" says what cannot be had back.';
      if (looksDestructive(command) && loses === undefined) report('warning', [...path, 'command'], message);
      if (undo !== undefined && looksDestructive(undo.command) && undo.loses === undefined)
        report('warning', [...path, 'undo', 'command'], message);
    }
  },
};
