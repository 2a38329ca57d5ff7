import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan, Unblock } from '../../engine/model/plan';
import { describeCause } from '../../formats/wording/describe-cause';
import {
  describeNoUnblock,
  describeUnblock,
  describeUnblockedCost,
  describeUnblockRisk,
} from '../../formats/wording/describe-unblock';
import { formatList } from '../../formats/wording/names';
import * as texts from '../../texts/plan';
import { Button } from '../../ui/button';
import { deferred } from '../../ui/deferred';
import { Icon } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import styles from './plan.module.css';

const NAMES_SHOWN = 12;

/** Most plans need none; where they cannot be loaded, the words say it all. */
const BlockedDrawings = deferred(async () => (await import('./blocked-drawings')).BlockedDrawings, null, {
  isAside: true,
});

export const preloadBlockedDrawings = BlockedDrawings.preload;

/** Why there is no plan, and what would help. */
export function BlockedPlan({
  catalog,
  inventory,
  goal,
  plan,
  onApply,
}: {
  catalog: Catalog;
  inventory: Inventory;
  goal: ParsedGoal;
  plan: Plan;
  onApply: (unblock: Unblock) => void;
}) {
  const also = plan.alsoBlocking ?? [];
  return (
    <div className={styles.blocked}>
      <section aria-labelledby="blocked-causes">
        <h3 id="blocked-causes">{texts.inTheWay}</h3>
        <ul className={styles.causes}>
          {plan.causes.map((cause) => (
            <li key={JSON.stringify(cause)}>
              <Icon name="stop" />
              <span>
                <InlineCode text={describeCause(cause, catalog)} />
              </span>
            </li>
          ))}
        </ul>
        <BlockedDrawings catalog={catalog} inventory={inventory} goal={goal} causes={plan.causes} />
        {also.length > 0 && (
          <p className={styles.also}>
            {texts.alsoInTheWay(
              also.length,
              also.length > NAMES_SHOWN
                ? `${also.slice(0, NAMES_SHOWN).join(', ')} ${texts.andMore(also.length - NAMES_SHOWN)}`
                : formatList(also),
            )}
          </p>
        )}
      </section>
      <section aria-labelledby="blocked-help">
        <h3 id="blocked-help">{texts.wouldHelp}</h3>
        {plan.unblock.length === 0 ? (
          <p className={styles.also}>{describeNoUnblock(plan)}</p>
        ) : (
          <>
            <p className={styles.also}>{texts.tried}</p>
            <ul className={styles.unblock}>
              {plan.unblock.map((unblock) => (
                <li key={JSON.stringify(unblock)}>
                  <Button onClick={() => onApply(unblock)}>{describeUnblock(unblock, catalog)}</Button>
                  <p>
                    {describeUnblockRisk(unblock)} {describeUnblockedCost(unblock, catalog)}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}
