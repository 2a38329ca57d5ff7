import { useDeferredValue } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import * as texts from '../texts/desk';
import * as pageTexts from '../texts/page';
import { Banner } from '../ui/banner';
import { deferred } from '../ui/deferred';
import { goTo } from '../ui/go-to';
import { showEntry } from './show-entry';
import { BehindDone } from './take-up-done';
import type { usePlanning } from './use-planning';
import styles from './workspace.module.css';

const TodayView = deferred(
  async () => (await import('../features/today/today-view')).TodayView,
  <p className={styles.note}>{pageTexts.loading}</p>,
);

function answer(fact: string): void {
  goTo(`question-${fact}`);
}

/** How the rows stand in which nothing is wrong, or what is missing to say so. */
export function TodayPane({
  loaded,
  planning,
}: {
  loaded: LoadedCatalog;
  planning: ReturnType<typeof usePlanning>;
}) {
  const { draft } = planning;
  // Of thousands of rows this takes longer than a keystroke may.
  const inventory = useDeferredValue(draft.sound?.inventory);
  if (inventory === undefined || inventory.product !== loaded.catalog.id) {
    return (
      <div className={styles.wait}>
        <Banner icon="question" role="status">
          {texts.nothingOfToday} {draft.otherProblems[0]?.message ?? texts.takesServer}
        </Banner>
      </div>
    );
  }
  return (
    <>
      <BehindDone moves={planning.doneMoves} next="today-heading" />
      <TodayView
        catalog={loaded.catalog}
        inventory={inventory}
        leftOut={draft.rowProblems.size}
        onShowEntry={showEntry}
        onAnswer={answer}
      />
    </>
  );
}
