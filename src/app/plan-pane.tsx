import { useCallback, useEffect } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { Catalog } from '../engine/model/catalog';
import type { Unblock } from '../engine/model/plan';
import { showRow } from '../features/inventory/show-row';
import { NoPlanYet } from '../features/plan/no-plan-yet';
import { isOvertaken } from '../formats/plan-progress';
import { applyUnblock, rowOfEntry } from '../session/apply-unblock';
import { useInputs } from '../session/store';
import { undoable } from '../session/undoable';
import * as texts from '../texts/desk';
import * as pageTexts from '../texts/page';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { deferred } from '../ui/deferred';
import { goTo } from '../ui/go-to';
import { notify } from '../ui/notices';
import { PrintButton } from './printing';
import { ExportButton, FromLink, ShareButton } from './sharing';
import { BehindDone, takeUp } from './take-up-done';
import { useDrawnPlan } from './use-drawn-plan';
import type { usePlanning } from './use-planning';
import { useTitle } from './use-title';
import styles from './workspace.module.css';

const PlanView = deferred(
  async () => (await import('../features/plan/plan-view')).PlanView,
  <p className={styles.note}>{pageTexts.loading}</p>,
);

export const preloadPlanView = PlanView.preload;

function onApply(unblock: Unblock): void {
  if (unblock.code === 'look-up') {
    showRow(rowOfEntry(unblock.entry), 'details');
    return;
  }
  const undoing = undoable(() => applyUnblock(unblock));
  // The button that was pressed goes with the plan that it changed.
  goTo('plan-heading');
  notify(texts.changed, undoing);
}

function whatIsMissing(planning: ReturnType<typeof usePlanning>): string {
  const { draft, goalProblems, hasTarget } = planning;
  const rows = draft.rowProblems.size;
  if (rows > 0) return texts.rowsNeedSomething(rows);
  const [first] = draft.otherProblems;
  if (first !== undefined) return first.message;
  if (!hasTarget) return texts.chooseTarget;
  return goalProblems[0]?.message ?? '';
}

/** How many of the catalog's questions have one of its answers. */
function countAnswered({ facts: questions }: Catalog, facts: Readonly<Record<string, string>>): number {
  return Object.entries(questions).filter(
    ([id, { options }]) => Object.hasOwn(facts, id) && Object.hasOwn(options, facts[id] ?? ''),
  ).length;
}

/** A plan that takes long, or that was stopped. */
function PlanningUnderWay({
  fraction,
  isStopped,
  onStop,
  onGoOn,
}: {
  fraction: number | undefined;
  isStopped: boolean;
  onStop: () => void;
  onGoOn: () => void;
}) {
  if (isStopped) {
    return (
      <Banner
        icon="warning"
        role="status"
        actions={
          <Button icon="redo" onClick={onGoOn}>
            {texts.workItOut}
          </Button>
        }
      >
        <strong>{texts.stopped}</strong> {texts.noPlanOfNow}
      </Banner>
    );
  }
  return (
    <Banner icon="arrow" role="status" actions={<Button onClick={onStop}>{texts.stop}</Button>}>
      <strong>{texts.workingOut}</strong> {texts.takesLong}{' '}
      <progress aria-label={texts.searched} value={fraction} />
    </Banner>
  );
}

/** The plan of the inputs as they are, or what is missing for one. */
export function PlanPane({
  loaded,
  planning,
}: {
  loaded: LoadedCatalog;
  planning: ReturnType<typeof usePlanning>;
}) {
  const { planned, isAsked, hasTarget, progress, isStopped, stop, doneMoves } = planning;
  const facts = useInputs((inputs) => inputs.facts);
  const goal = useInputs((inputs) => inputs.goal);
  // While the plan is worked out, and after what is seen before it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(PlanView.preload));
    return () => cancelAnimationFrame(frame);
  }, []);
  const onAnswer = useCallback((fact: string) => goTo(`question-${fact}`), []);
  const drawn = useDrawnPlan(hasTarget ? planned.data : undefined);
  const shown = drawn?.catalog === loaded.catalog ? drawn : undefined;
  const isStale = planned.isPlaceholderData || !isAsked || drawn !== planned.data;
  useTitle(shown);
  const done = doneMoves.flatMap(({ steps }) => steps);
  const isBehind = shown !== undefined && isOvertaken(shown.plan, done);
  const canBeShared =
    shown !== undefined &&
    !isStale &&
    !isBehind &&
    (shown.plan.status === 'blocked' || shown.verification.ok);

  if (planned.isError && isAsked) {
    return (
      <div className={styles.wait}>
        <Banner
          icon="warning"
          role="alert"
          actions={
            <Button icon="redo" onClick={() => void planned.refetch()}>
              {pageTexts.tryAgain}
            </Button>
          }
        >
          <strong>{texts.noPlan}</strong> {pageTexts.whyKept(planned.error.message)}
        </Banner>
        <FromLink loaded={loaded} shown={undefined} isComing={false} />
      </div>
    );
  }
  const underWay =
    isStopped || progress !== undefined ? (
      <PlanningUnderWay
        fraction={progress}
        isStopped={isStopped}
        onStop={stop}
        onGoOn={() => void planned.refetch()}
      />
    ) : undefined;
  if (shown === undefined) {
    if (underWay !== undefined)
      return (
        <div className={styles.wait}>
          {underWay}
          <FromLink loaded={loaded} shown={undefined} isComing={!isStopped} />
        </div>
      );
    return (
      <div className={styles.wait}>
        <Banner icon={isAsked ? 'arrow' : 'question'} role="status">
          {isAsked ? pageTexts.workingOut : texts.noPlanYet(whatIsMissing(planning))}
        </Banner>
        <FromLink loaded={loaded} shown={undefined} isComing={isAsked} />
        {!isAsked && (
          <NoPlanYet
            entries={planning.draft.sound?.inventory.entries.length ?? 0}
            isWhole={planning.draft.whole !== undefined}
            questions={Object.keys(loaded.catalog.facts).length}
            answered={countAnswered(loaded.catalog, facts)}
            target={goal.target}
          />
        )}
      </div>
    );
  }
  return (
    <>
      {!isAsked && (
        <div className={styles.stale}>
          <Banner icon="warning" role="status">
            <strong>{texts.planFromBefore}</strong> {whatIsMissing(planning)}
          </Banner>
        </div>
      )}
      {underWay !== undefined && <div className={styles.stale}>{underWay}</div>}
      {isBehind && (
        <div className={styles.stale}>
          <BehindDone moves={doneMoves} next="plan-heading">
            {texts.planBehind}
          </BehindDone>
        </div>
      )}
      <PlanView
        shown={shown}
        isStale={isStale}
        isOvertaken={isBehind}
        tools={
          canBeShared && (
            <>
              <PrintButton loaded={loaded} shown={shown} />
              <ExportButton loaded={loaded} shown={shown} />
              <ShareButton loaded={loaded} shown={shown} />
            </>
          )
        }
        fromLink={<FromLink loaded={loaded} shown={isStale ? undefined : shown} isComing={isAsked} />}
        onApply={onApply}
        onTakeUp={doneMoves.length === 0 ? undefined : () => takeUp(doneMoves, 'plan-heading')}
        onAnswer={onAnswer}
      />
    </>
  );
}
