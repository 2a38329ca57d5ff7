import { type ReactNode, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { OtherGoal } from '../features/compare/compare-view';
import type { SessionInputs } from '../session/inputs';
import { setView, useInputs } from '../session/store';
import * as texts from '../texts/desk';
import { lostKeys } from '../ui/lost-keys';
import { Segments } from '../ui/segments';
import { useSame } from '../ui/use-same';
import { startPlanner } from '../worker/engine-client';
import { ComparePane } from './compare-pane';
import { goToPart } from './go-to-part';
import { InputsPane } from './inputs-pane';
import { PlanPane, preloadPlanView } from './plan-pane';
import { askForPlan } from './questions';
import { TodayPane } from './today-pane';
import { usePlanning } from './use-planning';
import styles from './workspace.module.css';

export { askForPlan, preloadPlanView };

// While the catalog is read.
startPlanner();

const PARTS = [
  ['inventory', texts.now],
  ['questions', texts.questions],
  ['target', texts.target],
  ['today', texts.today],
  ['plan', texts.plan],
] as const;

/** Marks what follows from the inputs for as long as what was entered last has not been taken up yet. */
function Beside({ of, children }: { of: SessionInputs; children: ReactNode }) {
  const isBehind = useInputs(
    ({ rows, facts, goal }) => rows !== of.rows || facts !== of.facts || goal !== of.goal,
  );
  return (
    <div className={`${styles.pane} ${styles.beside}`} data-behind={isBehind || undefined}>
      {children}
    </div>
  );
}

/** Inputs on one side; on the other what follows from them: how it stands today, the plan, or two ways. */
export function Desk({
  loaded,
  onPasteRows,
}: {
  loaded: LoadedCatalog;
  onPasteRows: (text: string) => void;
}) {
  const planning = usePlanning(loaded);
  const beside = useInputs((inputs) => inputs.view.beside);
  const [other, setOther] = useState<OtherGoal>();
  // A plan that was opened, with what was pressed for that gone.
  const takeKeys = useEffectEvent(() => {
    if (lostKeys() !== undefined) document.getElementById(beside)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => takeKeys(), []);
  const plan = planning.planned.data?.plan;
  const open = useSame(
    planning.isAsked && !planning.planned.isPlaceholderData
      ? (plan?.openFacts ?? []).map(({ fact }) => fact)
      : [],
  );
  const openFacts = useMemo(() => new Set(open), [open]);
  return (
    <>
      <nav className={styles.jump} aria-label={texts.parts}>
        {PARTS.map(([id, title]) => (
          <button key={id} type="button" onClick={() => goToPart(id)}>
            {title}
          </button>
        ))}
      </nav>
      <main className={styles.panes}>
        <h1 className="visually-hidden">{texts.upgradeOf(loaded.catalog.name)}</h1>
        <InputsPane loaded={loaded} planning={planning} openFacts={openFacts} onPasteRows={onPasteRows} />
        <Beside of={planning.inputs}>
          <div className={styles.switch}>
            <Segments
              name="beside"
              label={texts.shownBeside}
              value={beside}
              options={[
                { value: 'today', label: texts.today },
                { value: 'plan', label: texts.plan },
                { value: 'compare', label: texts.compare },
              ]}
              onChoose={(chosen) => setView({ beside: chosen })}
            />
          </div>
          {beside === 'today' && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
            <section id="today" className={styles.planPane} aria-label={texts.today} tabIndex={0}>
              <TodayPane loaded={loaded} planning={planning} />
            </section>
          )}
          {beside === 'compare' && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
            <section id="compare" className={styles.planPane} aria-label={texts.compare} tabIndex={0}>
              <ComparePane loaded={loaded} planning={planning} chosen={other} onChoose={setOther} />
            </section>
          )}
          {/* Kept while it is not in sight, with all that is open in it; paper shows it always. */}
          <section
            id="plan"
            className={styles.planPane}
            aria-label={texts.plan}
            hidden={beside !== 'plan'}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
            tabIndex={0}
          >
            <PlanPane loaded={loaded} planning={planning} />
          </section>
        </Beside>
      </main>
    </>
  );
}
