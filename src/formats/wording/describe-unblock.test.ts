import { describe, expect, it } from 'vitest';
import type { Plan, SingleUnblock } from '../../engine/model/plan';
import { loadShipped } from '../../testing/build';
import {
  describeNoUnblock,
  describeUnblock,
  describeUnblockByHand,
  describeUnblockRisk,
} from './describe-unblock';

const { catalog } = loadShipped('worked-example');

describe('changes that are made together', () => {
  const changes: SingleUnblock[] = [
    { code: 'unpin', entry: 'billing' },
    { code: 'unpin', entry: 'checkout', also: ['laptops'] },
    { code: 'allow-skips' },
    { code: 'retire', entry: 'ci' },
    { code: 'retire', entry: 'kiosk' },
  ];
  const together = { code: 'together' as const, changes };

  it('are said in one sentence, those of one kind at once', () => {
    expect(describeUnblock(together, catalog)).toBe(
      'Unpin billing, checkout and laptops; and skip releases that the vendor asks to stop at; and take ci and kiosk out of the inventory',
    );
  });

  it('say each risk, and each way to make them, once', () => {
    expect(describeUnblockRisk(together)).toBe(
      'Such hops are not tested by the vendor, and data may not be carried over. Only if it is switched off before the upgrade begins: as it is, it would lose the server.',
    );
    expect(describeUnblockByHand(together)).toBe(
      'take "pinned" out of the inventory; --allow-skips; delete its entry',
    );
  });
});

describe('where nothing is offered', () => {
  const blocked = (unblockSearch?: Plan['unblockSearch']) => describeNoUnblock({ unblockSearch });

  it('says that nothing helps of what is tried', () => {
    expect(blocked('done')).toMatch(/^None of the changes that Causeway tries opens a way, neither alone/);
  });

  it('says that it is not known where not all was tried, or a plan of another time does not say', () => {
    for (const search of ['cut-short', undefined] as const)
      expect(blocked(search)).toMatch(/Whether there is one is not known\.$/);
  });
});
