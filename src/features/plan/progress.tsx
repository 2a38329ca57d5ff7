import { useMemo } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import { listDone, type PlanProgress } from '../../formats/plan-progress';
import { describeAhead, describeBrokenNow, describeProgress } from '../../formats/wording/describe-progress';
import * as texts from '../../texts/plan';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import styles from './plan.module.css';

/** How far the plan has been carried out, and what comes next. */
export function Progress({
  catalog,
  inventory,
  plan,
  progress,
  onTakeUp,
}: {
  catalog: Catalog;
  inventory: Inventory;
  plan: Plan;
  progress: PlanProgress;
  /** Takes what is done into the inventory; absent where there is nothing to take. */
  onTakeUp: (() => void) | undefined;
}) {
  const ahead = describeAhead(plan, progress);
  const broken = useMemo(
    () => (ahead === '' ? '' : describeBrokenNow(catalog, inventory, listDone(plan, progress))),
    [ahead, catalog, inventory, plan, progress],
  );
  const isLeft = progress.next !== undefined;
  return (
    <>
      <div className={styles.progress} role="status">
        <p>
          <progress max={plan.steps.length} value={progress.done.size} aria-hidden="true" />{' '}
          <span dir="auto">{describeProgress(plan, progress)}</span>
        </p>
        {ahead !== '' && (
          <p className={styles.ahead}>
            <Icon name="warning" />{' '}
            <span dir="auto">
              {ahead} {broken}
            </span>
          </p>
        )}
      </div>
      {onTakeUp !== undefined && (
        <p className={styles.takeUp}>
          <Button onClick={onTakeUp}>{isLeft ? texts.planOn : texts.bringUp}</Button>{' '}
          {isLeft ? texts.planOnHelp : texts.bringUpHelp}
        </p>
      )}
    </>
  );
}
