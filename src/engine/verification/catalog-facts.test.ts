/** What the verifier takes from a catalog, seen through its verdict on plans without a step. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { PLAN_FORMAT, type Plan } from '../model';
import { verifyPlan } from './verify-plan';

const NOTHING_TO_DO: Plan = {
  format: PLAN_FORMAT,
  status: 'done',
  kind: 'standard',
  optimality: 'proven',
  steps: [],
  causes: [],
  unblock: [],
};

describe('what the catalog says of a version', () => {
  const protocols = (low: number, high = low) => ({ api: [low, high] });
  const of = (fields: Draft) =>
    buildCatalog({
      releases: [
        { version: '1.2.0', protocols: protocols(1) },
        { version: '1.2.3', protocols: protocols(2) },
        { version: '1.2.9', protocols: protocols(3) },
        { version: '1.3.0', protocols: protocols(4) },
        { version: '2.0.0', protocols: protocols(1, 9), components: { client: null } },
      ],
      ...fields,
    });
  /** Whether a client at the version works with a server that speaks `api`. */
  const works = (fields: Draft, version: string, api: number, facts: Draft = {}, component = 'client') => {
    const demo = of(fields);
    const inventory = buildInventory(
      demo,
      [
        { name: 'server', component: 'server', version: '2.0.0', protocols: { api: [api, api] } },
        { name: 'it', component, version },
      ],
      facts,
    );
    return verifyPlan(demo, inventory, { target: '2.0.0' }, NOTHING_TO_DO).ok;
  };
  const minor = { granularity: 'minor' };

  it.each([
    ['1.2.4', 2],
    ['1.2.99', 3],
    ['1.2.0-rc.1', 1],
  ])('%s, which is not listed, speaks what the last of its series at or below it does', (version, speaks) => {
    for (const api of [1, 2, 3, 4]) expect(works(minor, version, api)).toBe(api === speaks);
    expect(works({}, version, speaks)).toBe(false);
  });

  it('nothing is known of a series that is not listed', () => {
    for (const api of [1, 2, 3, 4]) expect(works(minor, '1.4.0', api)).toBe(false);
  });

  it('the order in which a line of its own is listed does not matter', () => {
    const proxy = {
      name: 'Proxy',
      role: 'agent',
      speaks: ['api'],
      granularity: 'minor',
      releases: [
        { version: '20.1.5', protocols: protocols(2) },
        { version: '20.1.0', protocols: protocols(1) },
      ],
    };
    const fields = { components: { ...(of({}).components as Draft), proxy } };
    expect(works(fields, '20.1.7', 2, {}, 'proxy')).toBe(true);
    expect(works(fields, '20.1.2', 1, {}, 'proxy')).toBe(true);
  });

  it('an incident without versions is about all of them', () => {
    const facts = {
      site: { question: 'Is it so?', options: { yes: 'Yes', no: 'No' } },
      disk: { question: 'Is it slow?', options: { yes: 'Yes', no: 'No' } },
    };
    const incident = { id: 'i', component: 'client', severity: 'broken', summary: 's', source: 's' };
    expect(works({ incidents: [incident] }, '1.2.0', 1)).toBe(false);
    expect(works({ incidents: [{ ...incident, versions: '1.2.3' }] }, '1.2.0', 1)).toBe(true);
    const conditional = { facts, incidents: [{ ...incident, if: { site: ['yes'], disk: ['yes'] } }] };
    expect(works(conditional, '1.2.0', 1, { site: 'yes', disk: 'yes' })).toBe(false);
    expect(works(conditional, '1.2.0', 1, { site: 'yes', disk: 'no' })).toBe(true);
    expect(works(conditional, '1.2.0', 1, { disk: 'yes' })).toBe(false);
  });

  it('a line of its own is not brought along by align, whatever its numbers', () => {
    const proxy = {
      name: 'Proxy',
      role: 'agent',
      speaks: ['api'],
      releases: [
        { version: '1.0.0', protocols: protocols(1) },
        { version: '2.0.0', protocols: protocols(1) },
      ],
    };
    const demo = of({ components: { ...(of({}).components as Draft), proxy } });
    const inventory = buildInventory(demo, [
      { name: 'server', component: 'server', version: '2.0.0' },
      { name: 'edge', component: 'proxy', version: '1.0.0' },
    ]);
    expect(verifyPlan(demo, inventory, { target: '2.0.0', consumers: 'align' }, NOTHING_TO_DO).ok).toBe(true);
  });
});
