/** What is tried of one entry, and of all, where changes have to be made together? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Goal } from '../model';
import { parseGoal } from '../parsing/parse-goal';
import { changesForAll, changesOfEntry } from './changes-tried';

const api = { protocols: { api: [1, 1] } };
const versions = Array.from({ length: 10 }, (_, i) => `${i + 1}.0.0`);
const catalog = buildCatalog({
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
    kiosk: {
      name: 'Kiosk',
      role: 'agent',
      speaks: ['api'],
      releases: versions.map((version) => ({ version, ...api })),
    },
    app: { name: 'App', role: 'agent', speaks: ['api'], builtWith: ['kiosk'] },
  },
  facts: { site: { question: 'Where?', options: { here: 'Here', there: 'There', nowhere: 'Nowhere' } } },
  releases: versions.map((version, i) => ({
    version,
    ...api,
    ...(i === 7 && { avoid: [{ reason: 'it hangs', source: 's', if: { site: ['here'] } }] }),
  })),
});
const server = { name: 'server', component: 'server', version: '1.0.0' };
const client = { name: 'ci', component: 'client', version: '1.0.0' };

function ask(entries: readonly Draft[], wanted: Goal) {
  const inventory = buildInventory(catalog, entries);
  const goal = parseGoal(wanted, catalog, inventory);
  if (!goal.ok) throw new Error('the goal is wrong');
  return { catalog, inventory, goal: goal.value, server: serverEntryOf(catalog, inventory), options: {} };
}

function triedOf(entry: Draft, wanted: Goal = { target: '9.0.0' }): string[] {
  const question = ask([server, entry], wanted);
  const [, asked] = question.inventory.entries;
  if (asked === undefined) throw new Error('there is one');
  return changesOfEntry(question, asked).map((change) =>
    [
      change.code,
      'target' in change && change.target,
      'version' in change && change.version,
      'entry' in change && change.entry === asked.name ? '' : 'of another',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

describe('of one entry', () => {
  it('the nearest versions that the goal could name for it, and none at all; then to let it go, and to take it out', () => {
    const goal = { target: '9.0.0', entries: { ci: '5.0.0' } };
    expect(triedOf({ ...client, pinned: 'x' }, goal)).toEqual([
      'entry-target 4.0.0',
      'entry-target 6.0.0',
      'entry-target 3.0.0',
      'entry-target',
      'unpin',
      'retire',
    ]);
  });

  it('the newest of older versions', () => {
    expect(triedOf({ ...client, version: '6.0.0' })).toEqual([
      'put-back 5.0.0',
      'put-back 4.0.0',
      'put-back 3.0.0',
      'retire',
    ]);
  });

  it('the nearest releases of a line of its own, and not to take out what builds others', () => {
    expect(triedOf({ name: 'hall', component: 'kiosk', version: '2.0.0' })).toEqual([
      'put-back 1.0.0',
      'move 3.0.0',
      'move 4.0.0',
      'move 5.0.0',
    ]);
  });
});

describe('of all', () => {
  const listsOf = (entries: readonly Draft[], goal: Goal, triesTargets = true) =>
    changesForAll(ask(entries, goal), triesTargets).map((list) =>
      list.map((change) =>
        [
          change.code,
          'answer' in change && change.answer,
          'target' in change && change.target,
          'entry' in change && change.entry,
        ]
          .filter(Boolean)
          .join(' '),
      ),
    );

  it('answers of a question, some targets from the nearest on, and what the goal does not allow yet', () => {
    expect(listsOf([server, client], { target: '9.0.0' })).toEqual([
      ['answer there', 'answer nowhere'],
      ['target 8.0.0', 'target 7.0.0', 'target 6.0.0', 'target 5.0.0', 'target 4.0.0', 'target 3.0.0'],
      ['prereleases'],
      ['allow-skips'],
    ]);
  });

  it('that the others stay where they come along, the pin of a server that has to move, and no target where none is wanted', () => {
    const held = { ...server, pinned: 'frozen' };
    const goal = { target: '2.0.0', consumers: 'align', prereleases: true, allowSkips: true } as const;
    const answers = ['answer there', 'answer nowhere'];
    expect(listsOf([held, client], goal, false)).toEqual([answers, ['keep'], ['unpin server']]);
    expect(listsOf([{ ...held, version: '2.0.0' }, client], goal, false)).toEqual([answers, ['keep']]);
  });
});
