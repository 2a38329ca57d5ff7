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
