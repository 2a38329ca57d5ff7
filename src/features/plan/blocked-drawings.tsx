import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Cause } from '../../engine/model/plan';
import { BlockedBands } from './blocked-bands';
import { RefusedMoves } from './refused-moves';

/** The causes, drawn: the ranges that clash, and the moves that are refused. */
export function BlockedDrawings(props: {
  catalog: Catalog;
  inventory: Inventory;
  goal: ParsedGoal;
  causes: readonly Cause[];
}) {
  return (
    <>
      <BlockedBands {...props} />
      <RefusedMoves {...props} />
    </>
  );
}
