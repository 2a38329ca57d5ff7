import type { LoadedCatalog } from '../catalogs/load-catalog';
import { compareVersions, readVersion } from '../engine/model/version';
import { parseGoal } from '../engine/parsing/parse-goal';
import type { OtherGoal } from '../features/compare/compare-view';
import type { DraftGoal } from '../session/inputs';
import { readGoal } from '../session/read-draft';
import { setGoal, useInputs } from '../session/store';
import { undoable } from '../session/undoable';
import * as texts from '../texts/desk';
import * as pageTexts from '../texts/page';
import { Banner } from '../ui/banner';
import { deferred } from '../ui/deferred';
import { notify } from '../ui/notices';
import type { Question } from './engine-queries';
import { BehindDone } from './take-up-done';
import { useAlternative } from './use-alternative';
import type { usePlanning } from './use-planning';
import styles from './workspace.module.css';

const CompareView = deferred(
  async () => (await import('../features/compare/compare-view')).CompareView,
  <p className={styles.note}>{pageTexts.loading}</p>,
);

/** Where nobody has said with what: the same target, with the others brought along or not. */
function otherOf({ target, consumers, allowSkips }: DraftGoal): OtherGoal {
  return { target, consumers: consumers === 'keep' ? 'align' : 'keep', allowSkips };
}

/** The plan as chosen beside another one, which is worked out aside so that the plan never waits for it. */
export function ComparePane({
  loaded,
  planning,
  chosen,
  onChoose,
}: {
  loaded: LoadedCatalog;
  planning: ReturnType<typeof usePlanning>;
  /** What it is compared with; absent: nobody has said. */
  chosen: OtherGoal | undefined;
  onChoose: (other: OtherGoal) => void;
}) {
  const { catalog } = loaded;
  const { planned, inventory, serverVersion, isAsked } = planning;
  const rows = useInputs((inputs) => inputs.rows);
  const goal = useInputs((inputs) => inputs.goal);
  const other = chosen ?? otherOf(goal);
  const parsed =
    inventory === undefined || other.target === ''
      ? undefined
      : parseGoal(readGoal({ rows, goal: { ...goal, ...other } }), catalog, inventory);
  const question: Question<NonNullable<typeof planned.data>['goal']> =
    parsed?.ok === true && inventory !== undefined ? { loaded, inventory, goal: parsed.value } : undefined;
  const answer = useAlternative(question);
  const mine = isAsked && !planned.isPlaceholderData ? planned.data : undefined;
  if (mine === undefined) {
    return (
      <div className={styles.wait}>
        <Banner icon="question" role="status">
          {isAsked ? pageTexts.workingOut : texts.nothingToCompare}
        </Banner>
      </div>
    );
  }
  const server = readVersion(serverVersion ?? '');
  const releases = catalog.releases.filter(
    ({ version }) => server === undefined || compareVersions(version, server) >= 0,
  );
  const take = () => {
    onChoose({ target: goal.target, consumers: goal.consumers, allowSkips: goal.allowSkips });
    notify(
      texts.taken,
      undoable(() => setGoal(other)),
    );
  };
  const compared = (
    <CompareView
      mine={mine}
      other={answer.data}
      otherGoal={other}
      releases={releases}
      trouble={parsed?.ok === false ? parsed.problems[0]?.message : answer.error?.message}
      onChange={(fields) => onChoose({ ...other, ...fields })}
      onTake={take}
    />
  );
  return (
    <>
      <BehindDone moves={planning.doneMoves} next="compare" />
      {compared}
    </>
  );
}
