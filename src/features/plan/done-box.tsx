import { useId, useState } from 'react';
import type { Step } from '../../engine/model/plan';
import { saidWith } from '../../formats/plan-progress';
import { setDone } from '../../session/store';
import * as texts from '../../texts/plan';
import type { StepGroup } from './step-groups';
import styles from './steps.module.css';

/** One box for steps, half ticked where only some of them are done. `children`: what it says. */
export function DoneBox({
  plan,
  steps,
  done,
  isOff,
  name,
  children,
}: {
  /** All steps of the plan: some are said along with others. */
  plan: readonly Step[];
  steps: readonly Step[];
  /** How many of them are done. */
  done: number;
  /** Of a plan of inputs from before nothing can be said. */
  isOff: boolean;
  /** What it says and is about, where it says less than that. */
  name?: string;
  children: React.ReactNode;
}) {
  const isAll = done === steps.length;
  return (
    <label className={styles.done}>
      <input
        type="checkbox"
        checked={isAll}
        disabled={isOff}
        aria-label={name}
        ref={(box) => {
          if (box !== null) box.indeterminate = done > 0 && !isAll;
        }}
        onChange={() => setDone(saidWith(plan, steps, !isAll), !isAll)}
      />
      <span>{children}</span>
    </label>
  );
}

/** The boxes of steps that are told together: one for all, and one for each where that is asked for. */
export function DoneBoxes({
  plan,
  group: { step, names, indexes },
  done,
  isOff,
}: {
  plan: readonly Step[];
  group: StepGroup;
  done: ReadonlySet<number>;
  isOff: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const count = indexes.filter((index) => done.has(index)).length;
  const steps = names.map((entry) => ({ ...step, entry }));
  const [first = ''] = names;
  if (names.length === 1) {
    return (
      <DoneBox
        plan={plan}
        steps={steps}
        done={count}
        isOff={isOff}
        name={texts.doneOfStep(first, step.from, step.to)}
      >
        {texts.done}
      </DoneBox>
    );
  }
  return (
    <div className={styles.doneMany}>
      <DoneBox
        plan={plan}
        steps={steps}
        done={count}
        isOff={isOff}
        name={texts.allDoneOfSteps(names.length, first, step.from, step.to)}
      >
        {texts.allDoneOf(names.length)}
      </DoneBox>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary id={id}>{texts.doneOf(count, names.length)}</summary>
        {isOpen && (
          <ul aria-labelledby={id}>
            {steps.map((one, i) => (
              <li key={one.entry}>
                <DoneBox plan={plan} steps={[one]} done={done.has(indexes[i] ?? -1) ? 1 : 0} isOff={isOff}>
                  <span dir="auto">{one.entry}</span>
                </DoneBox>
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}
