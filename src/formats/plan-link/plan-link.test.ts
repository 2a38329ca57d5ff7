import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { planUpgrade } from '../../engine';
import { requireGoal } from '../../engine/parsing/parse-goal';
import { buildInventory, loadShipped } from '../../testing/build';
import { GOLDEN_1, GOLDEN_2 } from '../../testing/golden-links';
import { contentWithMuch, KINDS_OF_MUCH } from '../../testing/link-bombs';
import { sealLink } from '../../testing/seal-link';
import { writeContent } from './link-content';
import { MAX_VALUES } from './link-wire';
import { fitsLink, readLink, writeLink } from './plan-link';

const MARK = { id: 'worked-example', updated: '2026-11-22', digest: '0f'.repeat(32) };

describe('what is read', () => {
  it('knows a link of a later format, and says what to do', async () => {
    expect(await readLink('3.AAAA')).toMatchObject({ ok: false, code: 'newer' });
  });

  it.each(['', 'nonsense', '0.AAAA', '1', '-1.AAAA', '1e3.AAAA'])(
    'does not take %j for a link',
    async (text) => {
      expect(await readLink(text)).toMatchObject({ ok: false, code: 'not-a-link' });
    },
  );

  it('does not unpack a bomb', async () => {
    const bomb = sealLink(deflateRawSync(Buffer.alloc(100_000_000)));
    expect(await readLink(bomb)).toMatchObject({ ok: false, code: 'too-large' });
    expect(await readLink(`1.${'A'.repeat(3_000_000)}`)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('takes as much as a link may hold, and no byte more', async () => {
    const valid = { c: ['a', 'b', 'c'], e: [], g: { t: '2.0.0' }, p: ['done', []] };
    const sized = (bytes: number) => {
      const rest = JSON.stringify({ ...valid, n: '' }).length;
      return JSON.stringify({ ...valid, n: `é${'x'.repeat(bytes - rest - 2)}` });
    };
    expect(fitsLink(sized(400_000))).toBe(true);
    expect(await readLink(await writeLink(sized(400_000)))).toMatchObject({ ok: true });
    expect(fitsLink(sized(400_001))).toBe(false);
    expect(await readLink(await writeLink(sized(400_001)))).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('goes into nothing that nests further than a plan does, but into any text', async () => {
    const valid = { c: ['a', 'b', 'c'], e: [], g: { t: '2.0.0' }, p: ['done', []] };
    const read = (more: object) => readLink(sealLink(deflateRawSync(JSON.stringify({ ...valid, ...more }))));
    const nested = (depth: number): unknown => (depth === 0 ? 0 : [nested(depth - 1)]);
    expect(await read({ later: nested(100) })).toMatchObject({ ok: false, code: 'not-a-plan' });
    const name = `"${'['.repeat(100)}\\"{{`;
    expect(await read({ n: name })).toMatchObject({ ok: true, content: { inventory: { name } } });
  });

  it.each(KINDS_OF_MUCH)('refuses more %s than it may hold before anything is made of them', async (kind) => {
    const parse = vi.spyOn(JSON, 'parse');
    const open = (values: number) =>
      readLink(sealLink(deflateRawSync(JSON.stringify(contentWithMuch(kind, values)))));
    expect(await open(MAX_VALUES - 50)).toMatchObject({ ok: true });
    expect(parse).toHaveBeenCalledTimes(1);
    expect(await open(MAX_VALUES + 1)).toMatchObject({
      ok: false,
      code: 'too-large',
      message: expect.stringContaining('as a plan file'),
    });
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
    expect(fitsLink(JSON.stringify(contentWithMuch(kind, MAX_VALUES - 50)))).toBe(true);
    expect(fitsLink(JSON.stringify(contentWithMuch(kind, MAX_VALUES + 1)))).toBe(false);
  });

  it('counts no values in names', async () => {
    const name = ',[{'.repeat(MAX_VALUES);
    const content = JSON.stringify({ c: ['a', 'b', 'c'], n: name, e: [], g: { t: '1' }, p: ['done', []] });
    expect(fitsLink(content)).toBe(true);
    expect(await readLink(await writeLink(content))).toMatchObject({ ok: true });
  });

  it.each([
    ['a field', { z: 1 }, ['z']],
    ['more of the catalog', { c: ['a', 'b', 'c', 'd'] }, ['c.3']],
    ['a field of the goal', { g: { t: '2.0.0', x: true } }, ['g.x']],
    [
      'a field of entries',
      {
        e: [
          ['s', 's', '1', 1, { q: 1 }],
          ['t', 't', '1', 1, { q: 2 }],
        ],
      },
      ['e.q'],
    ],
    ['more of an entry', { e: [['s', 's', '1', 1, {}, 'x']] }, ['e.5']],
    ['more of an exact version', { g: { t: '2.0.0', e: [[0, '2.0.0', 'x']] } }, ['g.e.2']],
    ['more of a step', { p: ['ready', [[0, '2.0.0', 1, 'x']]] }, ['p.1.3']],
    ['more of the plan', { p: ['ready', [], 'x'] }, ['p.2']],
    ['a way to look at it', { v: { l: 1, z: 1 } }, ['v.z']],
    ['a way to show lanes', { v: { l: 7 } }, ['v.l']],
  ] as const)('opens with %s that it does not know, and says so', async (_, more, places) => {
    const valid = { c: ['a', 'b', 'c'], e: [['s', 's', '1', 1]], g: { t: '2.0.0' }, p: ['done', []] };
    const read = await readLink(sealLink(deflateRawSync(JSON.stringify({ ...valid, ...more }))));
    expect(read).toMatchObject({ ok: true, content: { notRead: places } });
  });

  it.each([
    ['consumers', { g: { t: '2.0.0', a: 2 } }, 'g.a'],
    ['status', { p: ['paused', []] }, 'p.0'],
    ['count', { e: [['s', 's', '1', '1']] }, 'e'],
    ['label', { e: [['s', 's', '1', 1, { l: { team: 7 } }]] }, 'e'],
    ['range', { e: [['s', 's', '1', 1, { a: { api: [1] } }]] }, 'e'],
    ['pin', { e: [['s', 's', '1', 1, { p: 7 }]] }, 'e'],
    ['source', { e: [['s', 's', '1', 1, { s: 7 }]] }, 'e'],
    ['entry', { e: [['s', 's', '1', 1, 7]] }, 'e'],
    ['answer', { f: { platform: 7 } }, 'f'],
    ['exact version of no entry', { g: { t: '2.0.0', e: [[7, '2.0.0']] } }, 'g.e'],
    ['step of no entry', { p: ['ready', [[0.5, '2.0.0', 1]]] }, 'p'],
    ['view', { v: 7 }, 'v'],
    ['done step that is none', { p: ['ready', [[0, '2.0.0', 1]]], x: [1] }, 'x'],
    ['done step that is no place', { x: ['0'] }, 'x'],
  ])('does not open with a %s that means nothing, and says where it is', async (_, more, place) => {
    const valid = { c: ['a', 'b', 'c'], e: [['s', 's', '1', 1]], g: { t: '2.0.0' }, p: ['done', []] };
    const read = await readLink(sealLink(deflateRawSync(JSON.stringify({ ...valid, ...more }))));
    expect(read).toMatchObject({
      ok: false,
      code: 'not-a-plan',
      message: expect.stringContaining(`at "${place}"`),
    });
  });

  it('takes no step of an entry that is not there', async () => {
    const content = JSON.stringify({
      c: ['a', 'b', 'c'],
      e: [['server', 'server', '1.0.0', 1]],
      g: { t: '2.0.0' },
      p: ['ready', [[1, '2.0.0', 1]]],
    });
    expect(await readLink(sealLink(deflateRawSync(content)))).toMatchObject({
      ok: false,
      code: 'not-a-plan',
      message: expect.stringContaining('at "p"'),
    });
    expect(await readLink(sealLink(deflateRawSync(content.replace('[1,"2', '[0,"2'))))).toMatchObject({
      ok: true,
    });
  });
});

describe('format 1', () => {
  it('opens as it always has', async () => {
    expect(await readLink(GOLDEN_1)).toEqual({
      ok: true,
      content: {
        catalog: {
          id: 'worked-example',
          updated: '2026-11-22',
          digest: '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
        },
        inventory: {
          format: 'causeway/inventory@1',
          product: 'worked-example',
          name: 'production',
          facts: {},
          entries: [
            { name: 'server', component: 'server', version: '5.1.0', count: 2 },
            { name: 'ci', component: 'client', version: '5.1.0', count: 12 },
            { name: 'kiosk', component: 'client', version: '5.1.0', count: 1, pinned: 'vendor image' },
            {
              name: 'billing “α” <b>',
              component: 'entrypoint',
              version: '3.3.0',
              count: 40,
              protocols: { entrypoint: [1, 2] },
              labels: { team: 'payments' },
            },
            { name: 'search', component: 'entrypoint', version: '4.1.0', count: 1, source: 'external' },
          ],
        },
        goal: {
          target: '5.4.0',
          consumers: 'align',
          entries: { search: '5.4.0' },
          allowSkips: true,
          prereleases: true,
          disruption: ['entrypoint', 'server', 'client'],
        },
        parameters: {},
        view: { lanes: 'folded' },
        ownCatalog: undefined,
        plan: {
          status: 'ready',
          steps: [
            { entry: 'server', to: '5.4.0', stage: 1 },
            { entry: 'ci', to: '5.4.0', stage: 2 },
            { entry: 'search', to: '5.4.0', stage: 2 },
            { entry: 'billing “α” <b>', to: '5.4.0', stage: 3 },
          ],
        },
        progress: [],
        notRead: [],
      },
    });
  });
});

describe('format 2', () => {
  it('opens as it always has, with values for commands, the view and a catalog of one’s own', async () => {
    expect(await readLink(GOLDEN_2)).toEqual({
      ok: true,
      content: {
        catalog: { id: 'mine', updated: '2026-11-24', digest: '0f'.repeat(32) },
        inventory: {
          format: 'causeway/inventory@1',
          product: 'mine',
          name: 'staging',
          facts: { platform: 'nomad' },
          entries: [
            { name: 'server', component: 'server', version: '1.0.0', count: 1 },
            { name: 'ci', component: 'client', version: '1.0.0', count: 3 },
          ],
        },
        goal: {
          target: '2.0.0',
          consumers: 'keep',
          entries: {},
          allowSkips: false,
          prereleases: false,
        },
        parameters: { namespace: "way 'point'", 'snapshot-dir': '/var/backups' },
        view: { lanes: 'each' },
        ownCatalog: '{\n  "format": "causeway/catalog@1",\n  "id": "mine"\n}\n',
        plan: { status: 'ready', steps: [{ entry: 'server', to: '2.0.0', stage: 1 }] },
        progress: [],
        notRead: [],
      },
    });
  });
});

describe('its length', () => {
  it('stays below 2,000 characters for 50 entries', async () => {
    const { catalog } = loadShipped('worked-example');
    const names = [
      'billing',
      'search',
      'payments',
      'mail',
      'checkout',
      'ledger',
      'reports',
      'login',
      'stock',
      'maps',
    ];
    const entries = Array.from({ length: 48 }, (_, i) => ({
      name: `${names[i % names.length]}-${['eu', 'us', 'ap', 'sa', 'af'][Math.floor(i / names.length)]}`,
      component: 'entrypoint',
      version: i % 3 === 0 ? '3.3.0' : '4.1.0',
      count: 1 + ((i * 7) % 40),
      labels: { team: `team-${i % 6}` },
    }));
    const inventory = buildInventory(catalog, [
      { name: 'server', component: 'server', version: '4.2.0' },
      { name: 'ci', component: 'client', version: '4.0.1', count: 12 },
      ...entries,
    ]);
    const goal = requireGoal({ target: '6.0.0', consumers: 'align' }, catalog, inventory);
    const plan = planUpgrade(catalog, inventory, goal);
    const link = await writeLink(
      writeContent({ catalog: MARK, inventory, goal, plan, parameters: {}, view: { lanes: 'folded' } }),
    );
    expect(plan.steps.length).toBeGreaterThan(48);
    expect(link.length).toBeLessThan(2000);
  });
});
