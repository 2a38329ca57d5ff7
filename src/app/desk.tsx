import type { LoadedCatalog } from '../catalogs/load-catalog';
import { goTo } from '../ui/go-to';
import { InputsPane } from './inputs-pane';
import { PlanPane } from './plan-pane';
import { usePlanning } from './use-planning';
import styles from './workspace.module.css';

const PARTS = [
  ['inventory', 'Now'],
  ['questions', 'Questions'],
  ['target', 'Target'],
  ['plan', 'Plan'],
] as const;

/** Inputs on one side, the plan on the other. */
export function Desk({
  loaded,
  onPasteRows,
}: {
  loaded: LoadedCatalog;
  onPasteRows: (text: string) => void;
}) {
  const planning = usePlanning(loaded);
  const plan = planning.planned.data?.plan;
  const openFacts = new Set(
    planning.isAsked && !planning.planned.isPlaceholderData ? plan?.openFacts?.map(({ fact }) => fact) : [],
  );
  return (
    <>
      <nav className={styles.jump} aria-label="Parts of the page">
        {PARTS.map(([id, title]) => (
          <button key={id} type="button" onClick={() => goTo(id)}>
            {title}
          </button>
        ))}
      </nav>
      <main className={styles.panes}>
        <h1 className="visually-hidden">Upgrade of {loaded.catalog.name}</h1>
        <InputsPane loaded={loaded} planning={planning} openFacts={openFacts} onPasteRows={onPasteRows} />
        <section
          id="plan"
          className={`${styles.pane} ${styles.planPane}`}
          aria-label="Plan"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
          tabIndex={0}
        >
          <PlanPane loaded={loaded} planning={planning} />
        </section>
      </main>
    </>
  );
}
