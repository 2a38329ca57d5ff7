import { nameOfPlan } from '../../session/plans';
import { setPlanName, useInputs } from '../../session/store';
import * as texts from '../../texts/page';
import { Button } from '../../ui/button';
import styles from './plans.module.css';

/** What the plan is called, changed in place, and the way to the others. */
export function PlanName({ onPlans }: { onPlans: () => void }) {
  const planName = useInputs((inputs) => inputs.planName);
  const inventoryName = useInputs((inputs) => inputs.inventoryName);
  return (
    <div className={styles.naming}>
      <input
        type="text"
        value={planName}
        aria-label={texts.planName}
        placeholder={nameOfPlan({ planName: '', inventoryName })}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setPlanName(event.target.value)}
      />
      <Button weight="quiet" icon="plans" aria-haspopup="dialog" onClick={onPlans}>
        {texts.plans}
      </Button>
    </div>
  );
}
