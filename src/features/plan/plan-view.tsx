import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Unblock } from '../../engine/model/plan';
import type { Verification } from '../../engine/verification/verify-plan';
import type { AnsweredPlan } from '../../formats/answered-plan';
import { readProgress } from '../../formats/plan-progress';
import { describeGoingBack } from '../../formats/wording/describe-back';
import {
  countSkips,
  describeCost,
  describeKind,
  describeOptimality,
  describeStatus,
  describeVerification,
} from '../../formats/wording/describe-plan';
import { describeOpenFact } from '../../formats/wording/describe-unblock';
import { setView, useInputs } from '../../session/store';
import * as texts from '../../texts/plan';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { goToWhole } from '../../ui/go-to';
import { Icon } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import { useSoon } from '../../ui/use-soon';
import { BlockedPlan, preloadBlockedDrawings } from './blocked-plan';
import { CommandParameters } from './command-parameters';
import styles from './plan.module.css';
import { Progress } from './progress';
import { groupSteps, type StageGroup } from './step-groups';
import { StepList } from './step-list';
import { Timeline } from './timeline';

const VIOLATIONS_SHOWN = 20;

/** Leads to the step in the list; Escape leads back. */
function openStep(stages: readonly StageGroup[], index: number, from: HTMLElement): void {
  const group = stages.flatMap(({ groups }) => groups).find(({ indexes }) => indexes.includes(index));
  const step = document.getElementById(`step-${group?.index}`);
  if (step === null) return;
  const goBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    from.focus({ preventScroll: true });
    from.scrollIntoView({ block: 'nearest' });
  };
  step.addEventListener('keydown', goBack);
  const forget = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && step.contains(event.relatedTarget)) return;
    step.removeEventListener('keydown', goBack);
    step.removeEventListener('focusout', forget);
  };
  step.addEventListener('focusout', forget);
  goToWhole(step.id);
}

/** A plan that the independent check refused: it is not shown, only what is wrong with it. */
function RejectedPlan({ verification }: { verification: Extract<Verification, { ok: false }> }) {
  const { violations } = verification;
  return (
    <>
      <Banner tone="broken" role="alert">
        <strong>{describeVerification(verification)}</strong> {texts.rejected}
      </Banner>
      <ul className={styles.violations}>
        {violations.slice(0, VIOLATIONS_SHOWN).map((violation) => (
          <li key={JSON.stringify(violation)}>
            {violation.step === null ? '' : texts.stepIs(violation.step + 1)}
            {violation.message}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One plan, whatever became of it. */
export function PlanView({
  shown,
  isStale,
  isOvertaken = false,
  tools,
  fromLink,
  onApply,
  onTakeUp,
  onAnswer,
}: {
  shown: AnsweredPlan;
  /** Whether it is of inputs from before. */
  isStale: boolean;
  /** Whether it begins where something no longer is: it is shown as one that does not hold. */
  isOvertaken?: boolean;
  /** What can be done with the plan as a whole. */
  tools?: ReactNode;
  /** How it compares with the plan of the link that it was opened from. */
  fromLink?: ReactNode;
  onApply: (unblock: Unblock) => void;
  /** Takes what is done into the inventory; absent where it has all of it. */
  onTakeUp?: (() => void) | undefined;
  /** Leads to the question of a fact. */
  onAnswer: (fact: string) => void;
}) {
  const { catalog, inventory, goal, plan, verification, states, back } = shown;
  const lanes = useInputs((inputs) => inputs.view.lanes);
  const marks = useInputs((inputs) => inputs.progress);
  const progress = useMemo(() => readProgress(plan, marks), [plan, marks]);
  // On a phone the steps stand for the plan, and the timeline is one tap away; else the steps are below what is in sight.
  const [isWide] = useState(() => matchMedia('(min-width: 40rem)').matches);
  const [hasTimeline, setHasTimeline] = useState(isWide);
  const isSoon = useSoon();
  // The network may be gone by the time that they are needed.
  useEffect(() => {
    if (isSoon) preloadBlockedDrawings();
  }, [isSoon]);
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  const isRejected = plan.status !== 'blocked' && !verification.ok;
  const openFacts = plan.openFacts ?? [];
  const stages = useMemo(() => groupSteps(catalog, inventory, plan), [catalog, inventory, plan]);
  const timeline = (
    <Timeline
      catalog={catalog}
      inventory={inventory}
      plan={plan}
      states={states}
      back={back}
      progress={progress}
      lanes={lanes}
      onLanes={(chosen) => setView({ lanes: chosen })}
      onOpenStep={(step, from) => openStep(stages, step, from)}
    />
  );
  return (
    <div className={styles.plan} data-stale={isStale || isOvertaken || undefined} aria-busy={isStale}>
      <header className={styles.head}>
        <div className={styles.tools}>{tools}</div>
        <h2 id="plan-heading" tabIndex={-1}>
          <span className={styles.product}>
            {catalog.name}
            {inventory.name !== undefined && <span dir="auto"> · {inventory.name.slice(0, 120)}</span>}
          </span>
          <span className={styles.route}>
            {server?.version} <Icon name="arrow" size={20} />
            <span className="visually-hidden">{texts.to}</span> {goal.target}
          </span>
        </h2>
        <p className={styles.summary}>
          <strong>{describeStatus(plan)}</strong>{' '}
          {plan.status === 'ready' && `${describeCost(plan, catalog)} ${describeKind(plan)}`}
          {plan.status === 'done' && texts.allDone}
        </p>
      </header>
      {isRejected && !verification.ok ? (
        <RejectedPlan verification={verification} />
      ) : (
        <>
          {fromLink}
          {plan.status !== 'blocked' && (
            <Banner {...(countSkips(plan) > 0 ? { icon: 'warning' } : { tone: 'good' })}>
              {describeVerification(verification)}{' '}
              {plan.status === 'ready' && describeOptimality(plan, catalog)}
            </Banner>
          )}
          {openFacts.map((open) => (
            <Banner
              key={open.fact}
              actions={<Button onClick={() => onAnswer(open.fact)}>{texts.answer}</Button>}
            >
              <InlineCode text={describeOpenFact(open, catalog)} />
            </Banner>
          ))}
          {plan.status === 'blocked' && (
            <BlockedPlan catalog={catalog} inventory={inventory} goal={goal} plan={plan} onApply={onApply} />
          )}
          <details
            className={styles.section}
            open={isWide || undefined}
            onToggle={({ currentTarget }) => currentTarget.open && setHasTimeline(true)}
          >
            <summary>
              <h3>{plan.status === 'ready' ? texts.timeline : texts.today}</h3>
            </summary>
            {hasTimeline && timeline}
          </details>
          {plan.status === 'ready' && (isSoon || !isWide) && (
            <section className={styles.section} aria-labelledby="plan-steps">
              <h3 id="plan-steps">{texts.steps}</h3>
              <p className={styles.wayBack}>{describeGoingBack(back)}</p>
              <CommandParameters catalog={catalog} inventory={inventory} plan={plan} />
              {!isOvertaken && (
                <Progress
                  catalog={catalog}
                  inventory={inventory}
                  plan={plan}
                  progress={progress}
                  onTakeUp={isStale ? undefined : onTakeUp}
                />
              )}
              <StepList
                catalog={catalog}
                inventory={inventory}
                plan={plan.steps}
                stages={stages}
                states={states}
                back={back}
                done={progress.done}
                isStale={isStale || isOvertaken}
              />
            </section>
          )}
        </>
      )}
    </div>
  );
}
