/** Which texts of an action are filled in, and which of them does a shell read? */
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../testing/build';
import { textsOfAction } from './texts-of-action';

function textsOf(action: object): string[] {
  const catalog = buildCatalog({ procedures: [{ id: 'p', component: 'server', actions: [action] }] });
  return catalog.procedures
    .flatMap((procedure) => procedure.actions.flatMap(textsOfAction))
    .map(({ path, text, isCommand }) => `${path.join('/')}${isCommand ? ' $' : ':'} ${text}`);
}

describe('the texts of an action', () => {
  it('are all that it has, with their place, those apart that a shell reads', () => {
    const action = {
      title: 'Stop it',
      command: 'stop {{entry}}',
      detail: 'It takes a minute.',
      verify: 'Nothing runs.',
      rollback: 'Start it again.',
      path: '/etc/demo.hcl',
      check: { command: 'ps', prints: 'none' },
      undo: { command: 'start', check: { command: 'ps -a', prints: 'one' } },
    };
    expect(textsOf(action)).toEqual([
      'title: Stop it',
      'command $ stop {{entry}}',
      'detail: It takes a minute.',
      'verify: Nothing runs.',
      'rollback: Start it again.',
      'path: /etc/demo.hcl',
      'check/command $ ps',
      'check/prints: none',
      'undo/command $ start',
      'undo/check/command $ ps -a',
      'undo/check/prints: one',
    ]);
  });

  it('are no more than it has', () => {
    expect(textsOf({ title: 'Look' })).toEqual(['title: Look']);
    expect(textsOf({ title: 'Look', command: 'ls', undo: { command: 'true' } })).toEqual([
      'title: Look',
      'command $ ls',
      'undo/command $ true',
    ]);
  });
});
