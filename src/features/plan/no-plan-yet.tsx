import type { ReactNode } from 'react';
import * as texts from '../../texts/desk';
import * as pageTexts from '../../texts/page';
import { goTo } from '../../ui/go-to';
import { Icon } from '../../ui/icon';
import styles from './plan.module.css';

interface Need {
  /** Of the part of the page where it is entered. */
  readonly id: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly words: ReactNode;
}

/** Where there is no plan yet: what it takes, how far that is, and what will stand here. */
export function NoPlanYet({
  entries,
  isWhole,
  questions,
  answered,
  target,
}: {
  entries: number;
  /** Whether every row is right. */
  isWhole: boolean;
  questions: number;
  answered: number;
  target: string;
}) {
  const needs: Need[] = [
    {
      id: 'inventory',
      title: pageTexts.whatRunsNow,
      isDone: isWhole,
      words: isWhole ? texts.isEverythingThere(entries) : texts.needServer,
    },
    ...(questions === 0
      ? []
      : [
          {
            id: 'questions',
            title: pageTexts.questionsThatDecide,
            isDone: answered === questions,
            words: texts.needAnswers(answered, questions),
          },
        ]),
    {
      id: 'target',
      title: pageTexts.whereTo,
      isDone: target !== '',
      words: target !== '' ? `${target}.` : texts.needTarget,
    },
  ];
  return (
    <>
      <ol className={styles.needs}>
        {needs.map(({ id, title, isDone, words }) => (
          <li key={id}>
            <span className={styles.needMark}>{isDone && <Icon name="check" />}</span>
            <div>
              <button type="button" className={styles.need} onClick={() => goTo(id)}>
                {title}
              </button>
              {isDone && <span className="visually-hidden"> {texts.needDone}</span>}
              <p>{words}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.willBe}>{texts.willBe}</p>
    </>
  );
}
