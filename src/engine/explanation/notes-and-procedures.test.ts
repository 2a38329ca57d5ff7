import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { notesForStep } from './notes-for-step';
import { proceduresForStep } from './procedure-for-step';

const note = (id: string, more: object = {}) => ({ id, kind: 'info', summary: id, source: 's', ...more });
const procedure = (id: string, more: object = {}) => ({
  id,
  component: 'server',
  actions: [{ title: 'Do it' }],
  ...more,
});

const catalog = buildCatalog({
  components: {
    server: { name: 'Server', role: 'server' },
    proxy: {
      name: 'Proxy',
      role: 'agent',
      speaks: ['api'],
      releases: [{ version: '20.0.0' }, { version: '21.0.0', notes: [note('own-line')] }],
    },
  },
  facts: { platform: { question: 'Where?', options: { docker: 'Docker', nomad: 'Nomad' } } },
  procedures: [
    procedure('any-hop'),
    procedure('docker', { if: { platform: ['docker'] } }),
    procedure('nomad', { if: { platform: ['nomad'] } }),
    procedure('from-1', { from: '<2.0.0', to: '>=2.0.0' }),
    procedure('to-9', { to: '>=9.0.0' }),
    procedure('other', { component: 'proxy' }),
  ],
  releases: [
    { version: '1.0.0', notes: [note('left-behind')] },
    {
      version: '2.0.0',
      notes: [
        note('after', { when: 'after' }),
        note('before', { when: 'before' }),
        note('plain'),
        note('during', { when: 'during' }),
        note('docker-only', { if: { platform: ['docker'] } }),
        note('proxy-only', { applies: ['proxy'] }),
        note('server-too', { applies: ['server', 'proxy'] }),
      ],
    },
    {
      version: '3.0.0',
      notes: [
        note('fixed', { affects: '<3.0.0' }),
        note('goes-on', { affects: '>=1.0.0' }),
        note('begins', { affects: '>=3.0.0' }),
        note('past', { affects: '=2.5.0' }),
      ],
    },
    { version: '4.0.0', notes: [note('ahead')] },
  ],
});

const fleet = (facts: Draft) =>
  buildInventory(catalog, [{ name: 'server', component: 'server', version: '1.0.0' }], facts);

const hop = { component: 'server', from: '1.0.0', to: '3.0.0' };

describe('notesForStep', () => {
  const { applies, others } = notesForStep(catalog, fleet({ platform: 'nomad' }), hop);

  it('takes those of every release passed and of the one landed on, in the order in which they matter', () => {
    expect(applies.map(({ note: { id } }) => id)).toEqual([
      'before',
      'during',
      'after',
      'plain',
      'server-too',
      'fixed',
      'goes-on',
      'begins',
    ]);
  });

  it('says how a defect stands to the step', () => {
    const relations = Object.fromEntries(applies.map(({ note: { id }, relation }) => [id, relation]));
    expect(relations).toMatchObject({
      plain: 'always',
      fixed: 'ends',
      'goes-on': 'goes-on',
      begins: 'begins',
    });
  });

  it('keeps the others, with why not', () => {
    expect(others.map(({ note: { id }, because }) => [id, because])).toEqual([
      ['docker-only', 'other-installation'],
      ['proxy-only', 'other-component'],
      ['past', 'other-versions'],
    ]);
  });

  it('shows what an unanswered fact leaves open', () => {
    const open = notesForStep(catalog, fleet({}), hop).applies.find(
      ({ note: { id } }) => id === 'docker-only',
    );
    expect(open).toMatchObject({ state: 'open', openFacts: ['platform'] });
  });

  it('looks at a line of its own', () => {
    const notes = notesForStep(catalog, fleet({}), { component: 'proxy', from: '20.0.0', to: '21.0.0' });
    expect(notes.applies.map(({ note: { id } }) => id)).toEqual(['own-line']);
  });
});

describe('proceduresForStep', () => {
  const ids = (facts: Draft, step = hop) =>
    proceduresForStep(catalog, fleet(facts), step).map(({ procedure: { id } }) => id);

  it('takes those for the component, the versions and the platform', () => {
    expect(ids({ platform: 'docker' })).toEqual(['any-hop', 'docker', 'from-1']);
    expect(ids({ platform: 'docker' }, { component: 'server', from: '2.0.0', to: '3.0.0' })).toEqual([
      'any-hop',
      'docker',
    ]);
  });

  it('offers all that are possible where the platform is not known, the certain ones first', () => {
    expect(ids({})).toEqual(['any-hop', 'from-1', 'docker', 'nomad']);
  });
});
