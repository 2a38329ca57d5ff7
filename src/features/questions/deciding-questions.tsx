import { memo, useId } from 'react';
import type { Catalog, Fact } from '../../engine/model/catalog';
import { answerFact, useInputs } from '../../session/store';
import * as texts from '../../texts/questions';
import { InlineCode } from '../../ui/inline-code';
import styles from './questions.module.css';

function Question({
  id,
  fact,
  answer,
  isDeciding,
}: {
  id: string;
  fact: Fact;
  answer: string;
  isDeciding: boolean;
}) {
  const labelId = useId();
  const options = Object.entries(fact.options);
  const isKnown = answer === '' || Object.hasOwn(fact.options, answer);
  return (
    <li className={styles.question} data-deciding={isDeciding || undefined} id={`question-${id}`}>
      <div className={styles.words}>
        <span id={labelId}>
          <InlineCode text={fact.question} />
        </span>
        {isDeciding && <strong className={styles.mark}>{texts.deciding}</strong>}
        {fact.help !== undefined && (
          <details className={styles.help}>
            <summary>{texts.howToFindOut}</summary>
            <p>
              <InlineCode text={fact.help} />
            </p>
          </details>
        )}
      </div>
      <select
        className={styles.select}
        aria-labelledby={labelId}
        data-open={answer === '' || undefined}
        value={answer}
        onChange={(event) => answerFact(id, event.target.value)}
      >
        <option value="">{texts.notAnswered}</option>
        {!isKnown && <option value={answer}>{texts.notKnown(answer.slice(0, 60))}</option>}
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label.replaceAll('`', '')}
          </option>
        ))}
      </select>
    </li>
  );
}

/** The catalog's questions. Those that nobody answered and that don't change the plan are one click away. */
export const DecidingQuestions = memo(function DecidingQuestions({
  catalog,
  openFacts,
}: {
  catalog: Catalog;
  /** Facts that the plan says would change it. */
  openFacts: ReadonlySet<string>;
}) {
  const answers = useInputs((inputs) => inputs.facts);
  const questions = Object.entries(catalog.facts).map(([id, fact], i) => {
    const answer = Object.hasOwn(answers, id) ? (answers[id] ?? '') : '';
    const isDeciding = openFacts.has(id);
    // The first is the one that a catalog's author holds for the most telling.
    const isShown = i === 0 || answer !== '' || isDeciding;
    return {
      isShown,
      line: <Question key={id} id={id} fact={fact} answer={answer} isDeciding={isDeciding} />,
    };
  });
  const others = questions.filter(({ isShown }) => !isShown);
  return (
    <>
      <ul className={styles.questions}>
        {questions.filter(({ isShown }) => isShown).map(({ line }) => line)}
      </ul>
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{texts.more(others.length)}</summary>
          <ul className={styles.questions}>{others.map(({ line }) => line)}</ul>
        </details>
      )}
    </>
  );
});
