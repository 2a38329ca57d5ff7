/** Why does nothing get to a version that could build an entry? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import type { Goal } from '../model';
import { planUpgrade } from '../plan-upgrade';

/** Apps of 1.0.0 are lost at the server of 3.0.0, and nothing but clients builds them. */
const releases: readonly Draft[] = [
  { version: '1.0.0', protocols: { api: [1, 1], mesh: [1, 1] } },
  { version: '2.0.0', protocols: { api: [1, 1], mesh: [1, 2] } },
  { version: '3.0.0', protocols: { api: [1, 1], mesh: [2, 2] } },
  { version: '4.0.0', protocols: { api: [1, 1], mesh: [2, 2] } },
];
const components = {
  server: { name: 'Server', role: 'server' },
  client: { name: 'Client', role: 'client', speaks: ['api'] },
  app: { name: 'App', role: 'agent', speaks: ['mesh'], builtWith: ['client'] },
};
const incident = (versions: string) => ({
  id: `not-${versions}`,
  component: 'client',
  versions,
  severity: 'broken',
  summary: 's',
  source: 's',
});
const server = { name: 'server', component: 'server', version: '1.0.0' };
const client = { name: 'ci', component: 'client', version: '1.0.0' };
const app = { name: 'web', component: 'app', version: '1.0.0' };

function causeOf(fields: Draft, goal: Goal, entries: readonly Draft[] = [server, app, client]) {
  const catalog = buildCatalog({
    protocols: { api: { name: 'API' }, mesh: { name: 'Mesh' } },
    components,
    releases,
    ...fields,
  });
  const { causes } = planUpgrade(catalog, buildInventory(catalog, entries), goal);
  return causes.find((cause) => cause.code === 'builder');
}

describe('what builds an entry', () => {
  it('is refused release by release from the one that is needed on: what must not be moved to, what would clash, what is past the target', () => {
    const withdrawn = releases.map((release) =>
      release.version === '2.0.0'
        ? { ...release, avoid: [{ reason: 'it hangs', source: 's', components: ['client'] }] }
        : release,
    );
    const cause = causeOf({ releases: withdrawn, incidents: [incident('3.0.0')] }, { target: '3.0.0' });
    expect(cause).toMatchObject({ entry: 'web', builders: ['client'], needed: '2.0.0' });
    expect(cause?.refused?.map(({ version, refusal, clash }) => [version, refusal, clash?.kind])).toEqual([
      ['2.0.0', 'avoided', undefined],
      ['3.0.0', undefined, 'incident'],
      ['4.0.0', 'past-target', undefined],
    ]);
  });

  it('is needed at the target where all come along, unless the entry must not be moved there', () => {
    const entries = [server, app, { ...client, pinned: 'vendor image' }];
    const neededFor = (fields: Draft, consumers: 'align' | 'keep') =>
      causeOf(fields, { target: '3.0.0', consumers }, entries)?.needed;
    expect(neededFor({}, 'align')).toBe('3.0.0');
    expect(neededFor({}, 'keep')).toBe('2.0.0');
    const without = releases.map((release) =>
      release.version === '3.0.0' ? { ...release, components: { app: null } } : release,
    );
    expect(neededFor({ releases: without }, 'align')).toBe('2.0.0');
  });

  it('could be held by a pin, or by a goal that names too old a version', () => {
    const desk = { name: 'desk', component: 'client', version: '1.0.0' };
    const entries = [server, app, { ...client, pinned: 'vendor image' }, desk];
    const cause = causeOf({}, { target: '3.0.0', entries: { desk: '1.0.0' } }, entries);
    expect(cause?.held).toEqual([
      { entry: 'ci', version: '1.0.0', pinned: 'vendor image' },
      { entry: 'desk', version: '1.0.0', target: '1.0.0' },
    ]);
  });

  it('is far enough, but does not work with the server as it is', () => {
    // It comes to work with the target, when the app would be lost already.
    const ahead = { ...client, version: '3.0.0' };
    const old = { ...app, protocols: { mesh: [1, 1] } };
    const early = { ...incident('3.0.0'), server: '<3.0.0' };
    const cause = causeOf({ incidents: [early] }, { target: '3.0.0' }, [server, old, ahead]);
    expect(cause?.held).toMatchObject([
      { entry: 'ci', version: '3.0.0', server: '1.0.0', clash: { kind: 'incident' } },
    ]);
  });

  it('is held by no one where none could get there if he were let go', () => {
    const unreleased = releases.map((release) =>
      release.version === '1.0.0' ? release : { ...release, components: { client: null } },
    );
    const cause = causeOf({ releases: unreleased }, { target: '3.0.0' });
    expect(cause).toMatchObject({ entry: 'web', needed: '2.0.0' });
    expect(cause).not.toHaveProperty('held');
  });
});
