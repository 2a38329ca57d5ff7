import type { ReactNode } from 'react';
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
      title: 'What runs now',
      isDone: isWhole,
      words: isWhole
        ? `${entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`}. Is there everything that speaks with the server?`
        : 'The server and all that speaks with it, each with its version.',
    },
    ...(questions === 0
      ? []
      : [
          {
            id: 'questions',
            title: 'Questions that decide',
            isDone: answered === questions,
            words: `${answered} of ${questions} answered. They can wait: what is open counts as the worst, and the plan says which answer would change it.`,
          },
        ]),
    {
      id: 'target',
      title: 'Where to',
      isDone: target !== '',
      words: target !== '' ? `${target}.` : 'Every release says there what it would take from here.',
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
              {isDone && <span className="visually-hidden"> done</span>}
              <p>{words}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.willBe}>
        Then the plan stands here, and follows each change: stage by stage what moves and why, what would
        break without it, the commands for your platform, where you may pause, and the way back.
      </p>
    </>
  );
}
