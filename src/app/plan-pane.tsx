import { lazy, Suspense, useCallback } from 'react';
import type { Unblock } from '../engine/model/plan';
import { applyUnblock, rowOfEntry } from '../session/apply-unblock';
import { undo } from '../session/store';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { goTo } from '../ui/go-to';
import { notify } from '../ui/notices';
import type { usePlanning } from './use-planning';
import styles from './workspace.module.css';

const PlanView = lazy(async () => ({ default: (await import('../features/plan/plan-view')).PlanView }));

function onApply(unblock: Unblock): void {
  if (unblock.code === 'look-up') {
    const id = `more-${rowOfEntry(unblock.entry)}`;
    const more = document.getElementById(id);
    if (more?.getAttribute('aria-expanded') === 'false') more.click();
    goTo(id);
    return;
  }
  applyUnblock(unblock);
  // The button that was pressed goes with the plan that it changed.
  goTo('plan-heading');
  notify('Changed. The plan follows.', { label: 'Undo', run: undo });
}

function whatIsMissing(planning: ReturnType<typeof usePlanning>): string {
  const { draft, goalProblems, hasTarget } = planning;
  const rows = draft.rowProblems.size;
  if (rows > 0)
    return rows === 1
      ? '1 row of the inventory needs something.'
      : `${rows} rows of the inventory need something.`;
  const [first] = draft.otherProblems;
  if (first !== undefined) return first.message;
  if (!hasTarget) return 'Choose where to go.';
  return goalProblems[0]?.message ?? '';
}

/** The plan of the inputs as they are, or what is missing for one. */
export function PlanPane({ planning }: { planning: ReturnType<typeof usePlanning> }) {
  const { planned, isAsked, hasTarget } = planning;
  const onAnswer = useCallback((fact: string) => goTo(`question-${fact}`), []);
  const shown = hasTarget ? planned.data : undefined;
  const isStale = planned.isPlaceholderData || !isAsked;

  if (planned.isError && isAsked) {
    return (
      <div className={styles.wait}>
        <Banner
          icon="warning"
          role="alert"
          actions={
            <Button icon="redo" onClick={() => void planned.refetch()}>
              Try again
            </Button>
          }
        >
          <strong>No plan could be worked out.</strong> {planned.error.message} What you entered is kept.
        </Banner>
      </div>
    );
  }
  if (shown === undefined) {
    return (
      <div className={styles.wait}>
        <Banner icon={isAsked ? 'arrow' : 'question'} role="status">
          {isAsked ? 'Working out the plan…' : <>No plan yet. {whatIsMissing(planning)}</>}
        </Banner>
      </div>
    );
  }
  return (
    <>
      {!isAsked && (
        <div className={styles.stale}>
          <Banner icon="warning" role="status">
            <strong>This is the plan from before your last change.</strong> {whatIsMissing(planning)}
          </Banner>
        </div>
      )}
      <Suspense fallback={<p className={styles.note}>Loading…</p>}>
        <PlanView shown={shown} isStale={isStale} onApply={onApply} onAnswer={onAnswer} />
      </Suspense>
    </>
  );
}
