/** Which other versions are looked at, and in which order? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import type { Catalog, Goal } from '../model';
import { requireGoal } from '../parsing/parse-goal';
import { olderVersions, otherEntryTargets, otherTargets } from './nearby-versions';

/** Releases 1.0.0, 1.1.0 … that all work with each other. */
function catalogOf(releases: number, more: Draft = {}): Catalog {
  return buildCatalog({
    releases: Array.from({ length: releases }, (_, i) => ({
      version: `1.${i}.0`,
      protocols: { api: [1, 1] },
    })),
    ...more,
  });
}

function inventoryOf(catalog: Catalog, server: string, client: Draft = {}) {
  return buildInventory(catalog, [
    { name: 'server', component: 'server', version: server },
    { name: 'ci', component: 'client', version: '1.0.0', ...client },
  ]);
}

/** The minor numbers of other targets than `1.N.0`, for a server of 1.0.0. */
function minorsOf(releases: number, target: number): number[] {
  const catalog = catalogOf(releases);
  const inventory = inventoryOf(catalog, '1.0.0');
  const goal = requireGoal({ target: `1.${target}.0` }, catalog, inventory);
  return otherTargets(catalog, inventory, goal).map((change) => {
    if (change.code !== 'target') throw new Error('only targets are asked for');
    return Number(change.target.split('.')[1]);
  });
}

describe('other targets', () => {
  it('are all that are above the server, those below the target first, the nearest first', () => {
    expect(minorsOf(7, 4)).toEqual([3, 2, 1, 5, 6]);
    expect(minorsOf(2, 1)).toEqual([]);
  });

  it('are 64 where there are many, and then some further and further away', () => {
    const minors = minorsOf(251, 250);
    expect(minors.slice(0, 64)).toEqual(Array.from({ length: 64 }, (_, i) => 249 - i));
    expect(minors.slice(64)).toEqual([185, 153, 105, 33]);
  });

  it('are fewer of thousands', () => {
    const minors = minorsOf(2001, 2000);
    expect(minors.slice(0, 16)).toEqual(Array.from({ length: 16 }, (_, i) => 1999 - i));
    const gaps = minors.slice(16).map((minor, i) => (minors[15 + i] ?? 0) - minor);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(minors.length).toBeLessThan(32);
    expect(minors.at(-1)).toBeLessThan(1000);
  });
});

describe('other versions for an entry that the goal names', () => {
  function targetsOf(wanted: Goal, client: Draft = {}, releases = 8) {
    const catalog = catalogOf(releases);
    const inventory = inventoryOf(catalog, '1.0.0', client);
    const goal = requireGoal(wanted, catalog, inventory);
    const [, ci] = inventory.entries;
    if (ci === undefined) throw new Error('there is ci');
    return otherEntryTargets(catalog, goal, ci).map((change) => 'target' in change && change.target);
  }

  it('are the nearest on both sides, from what it has to what the server goes to; last, none at all', () => {
    const goal = { target: '1.6.0', entries: { ci: '1.4.0' } };
    expect(targetsOf(goal, { version: '1.1.0' })).toEqual([
      '1.3.0',
      '1.5.0',
      '1.2.0',
      '1.6.0',
      '1.1.0',
      false,
    ]);
  });

  it('are a dozen, and none at all', () => {
    const goal = { target: '1.39.0', entries: { ci: '1.20.0' } };
    const targets = targetsOf(goal, {}, 40);
    expect(targets).toHaveLength(13);
    expect(targets.slice(0, 4)).toEqual(['1.19.0', '1.21.0', '1.18.0', '1.22.0']);
  });

  it('are that it stays, where all come along and it is not pinned; else there are none', () => {
    const align: Goal = { target: '1.6.0', consumers: 'align' };
    expect(targetsOf(align, { version: '1.1.0' })).toEqual(['1.1.0']);
    expect(targetsOf(align, { version: '1.1.0', pinned: 'in use' })).toEqual([]);
    expect(targetsOf({ target: '1.6.0' }, { version: '1.1.0' })).toEqual([]);
  });

  it('go past the target of the server on a line of its own', () => {
    const catalog = buildCatalog({
      components: {
        server: { name: 'Server', role: 'server' },
        client: {
          name: 'Client',
          role: 'client',
          speaks: ['api'],
          releases: ['5.0.0', '6.0.0', '7.0.0'].map((version) => ({ version, protocols: { api: [1, 1] } })),
        },
      },
    });
    const inventory = inventoryOf(catalog, '1.0.0', { version: '5.0.0' });
    const [, ci] = inventory.entries;
    const goal = requireGoal({ target: '1.0.0', entries: { ci: '6.0.0' } }, catalog, inventory);
    expect(ci && otherEntryTargets(catalog, goal, ci)).toEqual([
      { code: 'entry-target', entry: 'ci', target: '5.0.0' },
      { code: 'entry-target', entry: 'ci', target: '7.0.0' },
      { code: 'entry-target', entry: 'ci' },
    ]);
  });
});

describe('older versions of an entry', () => {
  const releases = Array.from({ length: 16 }, (_, i) => ({
    version: `1.${i}.0`,
    protocols: { api: i === 13 ? [2, 2] : [1, 1] },
    ...(i === 12 && { withdrawn: 'it loses data' }),
  }));
  const catalog = catalogOf(0, { releases });
  const versionsOf = (client: Draft) => {
    const inventory = inventoryOf(catalog, '1.0.0', client);
    const [, ci] = inventory.entries;
    if (ci === undefined) throw new Error('there is ci');
    const goal = requireGoal({ target: '1.0.0' }, catalog, inventory);
    return olderVersions(catalog, inventory, goal, ci).map((change) => 'version' in change && change.version);
  };

  it('are the newest dozen of those that work with the server as it is, and may be moved to', () => {
    const minors = [14, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(versionsOf({ version: '1.15.0' })).toEqual(minors.map((minor) => `1.${minor}.0`));
    expect(versionsOf({ version: '1.2.0' })).toEqual(['1.1.0', '1.0.0']);
  });

  it('are none where it is pinned', () => {
    expect(versionsOf({ version: '1.2.0', pinned: 'in use' })).toEqual([]);
  });
});
