import { describe, expect, it } from 'vitest';
import type { Cause } from '../../engine/model/plan';
import { loadShipped } from '../../testing/build';
import { describeCause } from './describe-cause';

const { catalog } = loadShipped('worked-example');
const incident = { kind: 'incident' as const, incident: 'client-5.4-needs-server-5.4' };
const entry = { entry: 'laptops', component: 'client', version: '5.4.0', server: '5.3.2', clash: incident };

describe('a cause that ends with a sentence of the catalog', () => {
  it.each<Cause>([
    { code: 'entry', ...entry },
    { code: 'entry', ...entry, pinned: 'policy' },
    { code: 'entry-goal', ...entry, target: '5.4.0' },
    { code: 'entry-goal', ...entry, version: '5.3.2', target: '5.4.0' },
    { code: 'conflict', ...entry },
  ])('ends with one full stop: $code $target', (cause) => {
    expect(describeCause(cause, catalog)).toMatch(/although they speak the same API versions\.$/);
  });

  it('ends with one where the clash brings none', () => {
    const clash = { kind: 'unknown' as const, protocol: 'api', missing: 'consumer' as const };
    expect(describeCause({ code: 'conflict', ...entry, clash }, catalog)).toMatch(/is not known\.$/);
  });
});

describe('what nothing builds', () => {
  const cause = { code: 'builder' as const, entry: 'billing', component: 'entrypoint', builders: ['client'] };
  const clash = {
    kind: 'protocol' as const,
    protocol: 'api',
    consumer: [3, 4] as [number, number],
    server: [1, 2] as [number, number],
    outdated: 'server-outdated' as const,
  };

  it('says what would be needed, why each release of the builder is none, and what to do', () => {
    const refused = [
      { component: 'client', version: '5.4.0', refusal: 'withdrawn' as const, detail: 'It loses data.' },
      { component: 'client', version: '6.0.0', server: '5.1.0', clash },
      { component: 'client', version: '6.1.0', refusal: 'past-target' as const },
    ];
    const held = [{ entry: 'ci', version: '5.1.0', pinned: 'frozen' }];
    expect(describeCause({ ...cause, version: '3.3.0', needed: '5.4.0', refused, held }, catalog)).toBe(
      'billing has to be rebuilt at 5.4.0 or newer, and no CLI in the inventory gets that far in time. ' +
        'ci is pinned at 5.1.0 (frozen). CLI 5.4.0 was withdrawn: It loses data. ' +
        'CLI 6.0.0 speaks API 3–4; the server 5.1.0 speaks 1–2. 1 more reason stands in the way. ' +
        'Bring one of them to 5.4.0 or newer, or say that billing is built elsewhere (source: external), if that is so.',
    );
  });

  it('says who is far enough but does not work with the server', () => {
    const held = [{ entry: 'ci', version: '5.4.0', pinned: 'frozen', server: '4.2.0', clash }];
    expect(describeCause({ ...cause, needed: '5.4.0', refused: [], held }, catalog)).toBe(
      'billing has to be rebuilt at 5.4.0 or newer, and no CLI in the inventory that works with the server gets that far in time. ' +
        'ci is at 5.4.0, and speaks API 3–4; the server 4.2.0 speaks 1–2. ' +
        'Bring one that works to 5.4.0 or newer, or say that billing is built elsewhere (source: external), if that is so.',
    );
  });

  it('says who is kept by the goal, and where there is no release at all', () => {
    const held = [{ entry: 'ci', version: '4.0.1', target: '5.1.0' }];
    expect(describeCause({ ...cause, needed: '5.4.0', refused: [], held }, catalog)).toContain(
      'The goal asks for ci 5.1.0. Bring one',
    );
    expect(describeCause({ ...cause, needed: '7.0.0', refused: [] }, catalog)).toContain(
      'No release of CLI from 7.0.0 on can be moved to here.',
    );
  });

  it('says less where a plan of another time says less', () => {
    expect(describeCause(cause, catalog)).toBe(
      'billing has to be rebuilt, and no CLI in the inventory gets to a version that could build it.',
    );
  });
});
