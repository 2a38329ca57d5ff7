import { describe, expect, it } from 'vitest';
import { goingBack, planUpgrade } from '../../engine';
import { loadShipped } from '../../testing/build';
import { describeGoingBack, describePause, describeSingleMovesBack, describeWayBack } from './describe-back';

const { catalog, inventory } = loadShipped('worked-example');
const goal = { target: '6.0.0' };
const plan = planUpgrade(catalog, inventory, goal);
const back = goingBack(catalog, inventory, plan);
const stateAfter = (stage: number) =>
  back.states[stage] ?? { stage, serverVersion: '', broken: [], limited: [], entries: [] };

describe('going back, told', () => {
  it('says so where a plan is too long for it', () => {
    const steps = Array.from({ length: 800 }, (_, i) => {
      const [from, to] = [`1.${i}.0`, `1.${i + 1}.0`];
      return { entry: 'server', component: 'server', from, to, stage: i + 1, required: true };
    });
    expect(describeGoingBack(goingBack(catalog, inventory, { ...plan, steps }))).toBe(
      'The plan is too long to work out a way back from every stage.',
    );
  });

  it('names what can go back at once, what cannot and why, and the snapshot that it takes', () => {
    expect(describePause(stateAfter(1))).toBe('You may pause here: everything works together.');
    expect(describeSingleMovesBack(stateAfter(1), catalog)).toEqual([
      'The server can go back to 5.1.0 at once, with the snapshot taken before stage 1.',
    ]);
    const [entries, server] = describeSingleMovesBack(stateAfter(2), catalog);
    expect(entries).toBe('Can go back at once: ci to 4.0.1.');
    expect(server).toMatch(
      /^The server can go back to 5\.1\.0 only after ci does, with the snapshot taken before stage 1: at 5\.4\.0 ci .*[^.]\.$/,
    );
    expect(describeSingleMovesBack(stateAfter(4), catalog)[0]).toBe(
      'ci cannot go back to 4.0.1 while the server is here: it speaks API 3–4; the server 6.0.0 speaks 5–6. Nor can billing to 3.3.0.',
    );
  });

  it('tells the whole way, and what the plan needs for it', () => {
    expect(describeWayBack(stateAfter(0))).toBe('');
    expect(describeWayBack(stateAfter(4))).toBe(
      'All the way back: server to 5.4.0 (snapshot from before stage 4), then ci to 4.0.1, then server to 5.1.0 (snapshot from before stage 1), then billing to 3.3.0.',
    );
    expect(describeGoingBack(back)).toBe(
      'A safe way leads back from every stage; from stage 1 on it needs the snapshots taken before the server’s steps.',
    );
  });

  it('names who works within limits only where one may pause', () => {
    const { inventory: limited } = loadShipped('worked-example', (entries) =>
      entries.flatMap((entry) => {
        if (entry.name === 'server') return [{ ...entry, version: '4.2.0' }];
        return entry.name === 'laptops' ? [entry] : [];
      }),
    );
    const { states } = goingBack(catalog, limited, planUpgrade(catalog, limited, goal));
    expect(states.map(describePause)).toEqual([
      'You may pause here: nothing is broken; laptops works within limits.',
      ...states.slice(1).map(() => 'You may pause here: everything works together.'),
    ]);
    expect(states.length).toBeGreaterThan(1);
  });

  it('names the point of no return: what the upgrade mended cannot be broken again', () => {
    // ci is ahead of a server that refuses it; the last stage mends that. Built elsewhere, billing does not wait for it.
    const changes = new Map<unknown, object>([
      ['ci', { version: '5.4.0' }],
      ['billing', { source: 'external' }],
    ]);
    const { inventory: broken } = loadShipped('worked-example', (entries) =>
      entries.map((entry) => ({ ...entry, ...changes.get(entry.name) })),
    );
    const mended = goingBack(catalog, broken, planUpgrade(catalog, broken, goal));
    expect(mended.pointOfNoReturn).toBe(2);
    expect(describePause(mended.states[0] ?? stateAfter(0))).toBe(
      'No place to pause: ci does not work with the server here.',
    );
    expect(describeWayBack(mended.states[2] ?? stateAfter(2))).toContain('No safe way leads back');
    expect(describeGoingBack(mended)).toContain('Stage 2 is the point of no return');
  });
});
