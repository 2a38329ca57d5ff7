import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import { requireGoal } from '../../engine/parsing/parse-goal';
import { buildInventory, loadShipped } from '../../testing/build';
import { sealLink } from '../../testing/seal-link';
import { writeContent } from './link-content';
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
    expect(await read({ later: nested(100) })).toMatchObject({ ok: false, code: 'damaged' });
    const name = `"${'['.repeat(100)}\\"{{`;
    expect(await read({ n: name })).toMatchObject({ ok: true, content: { inventory: { name } } });
  });

  it('takes no step of an entry that is not there', async () => {
    const content = JSON.stringify({
      c: ['a', 'b', 'c'],
      e: [['server', 'server', '1.0.0', 1]],
      g: { t: '2.0.0' },
      p: ['ready', [[1, '2.0.0', 1]]],
    });
    expect(await readLink(sealLink(deflateRawSync(content)))).toMatchObject({ ok: false, code: 'damaged' });
    expect(await readLink(sealLink(deflateRawSync(content.replace('[1,"2', '[0,"2'))))).toMatchObject({
      ok: true,
    });
  });
});

/** Links as this format's first version wrote them: whatever comes later, these have to open. */
const GOLDEN =
  '1.OuEPNqVRQW6DMBD8CprzBmEgPVhVP2L54MCWWoBBhqSJEFIe0j6iH-kj8pLKKCVN1VtlyfLujGfW4wkFpMJr52suN3w0bd8wCGmSPmyE2KQpCMnz_xY0wUGi9125L0bbORAYUikM7A_sQbfDNhZxAko1KRQWhKKx7MYbIhaott1Q_4XShB4SB3Zl5yPbmooxhxs72zTWVdHl_Pb5cTm_R4-7pzCHG_2p7-wiksVZEMkTmmAgp5-oVIJSPROaAIxs2vAkc2rZjQPmxWNg44uX36r5bbQBEnwc2TvTYNaaUC1qkNjGeWAFX3GNJ6drNxCHpd8vexk-7c5jze8aSBi0DyzPpjyBlEq-xUhoUmKtQpz5XZWtVaa1nr8A';

describe('format 1', () => {
  it('opens as it always has', async () => {
    expect(await readLink(GOLDEN)).toEqual({
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
      },
    });
  });
});

const GOLDEN_2 =
  '2.RedpA6VQS26DMBS8CppNNo-AadWFV72H7cWrMdQKGGQ7RAhx98pNpRygepun-Wk0ByykwuyDA6Fru49aiLp7B6Ed_ncwhACJlHn0YQRhgDywTpyHJc6QCMvMPU6Cg1QKycXNRdDrEdf22oKEIQXrQbCTdyG_mDdjCGOJzZDofsGTMBck8OzSytZB4sF7dVkXH_Kl5Ade0_eS695HSDQbx-aL7e2-puLeinuCFCfhBolDh6rSKKU5a8hKw_I9uQfvjeXM0zJ-Cg16ynz_lJRJNXQ4dQBhLStHx_0OUqqlv64kjDHnDw';

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
