import type { LoadedCatalog } from '../catalogs/load-catalog';
import { fillsWindow, InventoryGrid } from '../features/inventory/inventory-grid';
import { DecidingQuestions } from '../features/questions/deciding-questions';
import { describeSkips, hasRequiredStops } from '../features/target/describe-skips';
import { TargetChooser } from '../features/target/target-chooser';
import { answerFact, clearInventory, setInventoryName, useInputs } from '../session/store';
import { undoable } from '../session/undoable';
import * as texts from '../texts/desk';
import * as pageTexts from '../texts/page';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { notify } from '../ui/notices';
import { useSame } from '../ui/use-same';
import { useSoon } from '../ui/use-soon';
import { BehindDone } from './take-up-done';
import { useAlternative } from './use-alternative';
import type { usePlanning } from './use-planning';
import styles from './workspace.module.css';

/** What the operator enters: what runs now, answers, and where to. */
export function InputsPane({
  loaded,
  planning,
  openFacts,
  onPasteRows,
}: {
  loaded: LoadedCatalog;
  planning: ReturnType<typeof usePlanning>;
  openFacts: ReadonlySet<string>;
  onPasteRows: (text: string) => void;
}) {
  const { catalog } = loaded;
  const { draft, findings, inventory, serverVersion, reached, goalProblems } = planning;
  const { asked } = planning;
  // What is below rows that fill the window can come right after them.
  const isSoon = useSoon();
  const isTime = isSoon || !fillsWindow(planning.inputs.rows.length);
  const hasStops = asked !== undefined && hasRequiredStops(catalog, serverVersion ?? '', asked.goal.target);
  // The same goal with the other choice of skips: what that choice means for this target.
  const otherSkips = useAlternative(
    hasStops ? { ...asked, goal: { ...asked.goal, allowSkips: !asked.goal.allowSkips } } : undefined,
  );
  const planned = planning.planned.isPlaceholderData ? undefined : planning.planned.data?.plan;
  const ways = [planned, otherSkips.data?.plan] as const;
  const [strict, skipping] = asked?.goal.allowSkips === true ? [ways[1], ways[0]] : ways;
  const told = strict === undefined || skipping === undefined ? [] : describeSkips(catalog, strict, skipping);
  const skips = useSame(asked === undefined ? [] : hasStops ? told : [texts.nothingToSkip]);
  const inventoryName = useInputs((inputs) => inputs.inventoryName);
  const instances = (draft.sound?.inventory.entries ?? []).reduce((sum, entry) => sum + entry.count, 0);
  const entries = draft.sound?.inventory.entries.length ?? 0;
  const clear = () => notify(texts.cleared, undoable(clearInventory));
  return (
    <div className={`${styles.pane} ${styles.inputs}`}>
      <section id="inventory" className={styles.section} aria-labelledby="inventory-title" tabIndex={-1}>
        <div className={styles.sectionHead}>
          <h2 id="inventory-title">{pageTexts.whatRunsNow}</h2>
          <input
            className={styles.inventoryName}
            type="text"
            value={inventoryName}
            aria-label={texts.inventoryName}
            placeholder={texts.inventoryNameHint}
            autoComplete="off"
            dir="auto"
            onChange={(event) => setInventoryName(event.target.value)}
          />
          {entries > 0 && <p>{texts.entriesAndInstances(entries, instances)}</p>}
          <Button weight="quiet" onClick={clear}>
            {texts.clear}
          </Button>
        </div>
        {draft.otherProblems.length > 0 && (
          <div className={styles.general}>
            {draft.otherProblems.map((problem) => {
              const fact = /^facts\.([\w.-]+)$/.exec(problem.path)?.[1];
              return (
                <Banner
                  key={problem.path + problem.message}
                  icon="warning"
                  actions={
                    fact !== undefined && (
                      <Button onClick={() => answerFact(fact, '')}>{texts.removeAnswer}</Button>
                    )
                  }
                >
                  {problem.message}
                </Banner>
              );
            })}
          </div>
        )}
        <InventoryGrid
          catalog={catalog}
          problems={draft.rowProblems}
          findings={findings}
          onPasteRows={onPasteRows}
        />
      </section>
      {isTime && (
        <>
          {Object.keys(catalog.facts).length > 0 && (
            <section
              id="questions"
              className={styles.section}
              aria-labelledby="questions-title"
              tabIndex={-1}
            >
              <div className={styles.sectionHead}>
                <h2 id="questions-title">{pageTexts.questionsThatDecide}</h2>
                <p>{texts.questionsAside}</p>
              </div>
              <DecidingQuestions catalog={catalog} openFacts={openFacts} />
            </section>
          )}
          <section
            id="target"
            className={`${styles.section} ${styles.target}`}
            aria-labelledby="target-title"
            tabIndex={-1}
          >
            <div className={styles.sectionHead}>
              <h2 id="target-title">{pageTexts.whereTo}</h2>
              <p>{serverVersion === undefined ? texts.everyRelease : texts.fromServer(serverVersion)}</p>
            </div>
            <BehindDone moves={planning.doneMoves} next="target" command="take-up-done" />
            <TargetChooser
              catalog={catalog}
              inventory={inventory}
              serverVersion={serverVersion}
              reached={reached.data}
              isReaching={reached.isFetching || reached.isPlaceholderData}
              problems={goalProblems}
              skips={skips}
            />
          </section>
          <p className={styles.privacy}>{texts.factsOf(catalog.name, loaded.isOwn, catalog.updated)}</p>
        </>
      )}
    </div>
  );
}
