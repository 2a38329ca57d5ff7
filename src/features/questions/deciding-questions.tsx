import { useId } from 'react';
import type { Catalog, Fact } from '../../engine/model/catalog';
import { answerFact, useInputs } from '../../session/store';
import { Segments } from '../../ui/segments';
import styles from './questions.module.css';

const SEGMENTS_UP_TO = 28;

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
  const isShort = options.reduce((length, [, label]) => length + label.length, 0) <= SEGMENTS_UP_TO;
  const isKnown = answer === '' || Object.hasOwn(fact.options, answer);
  return (
    <li className={styles.question} data-deciding={isDeciding || undefined} id={`question-${id}`}>
      <div className={styles.words}>
        <span id={labelId}>{fact.question}</span>
        {isDeciding && <strong className={styles.mark}>changes the plan</strong>}
        {fact.help !== undefined && (
          <details className={styles.help}>
            <summary>How to find out</summary>
            <p>{fact.help}</p>
          </details>
        )}
      </div>
      {isShort ? (
        <Segments
          name={`fact-${id}`}
          label={fact.question}
          value={answer}
          options={[
            ...options.map(([value, label]) => ({ value, label })),
            { value: '', label: 'Not answered' },
          ]}
          onChoose={(value) => answerFact(id, value)}
        />
      ) : (
        <select
          className={styles.select}
          aria-labelledby={labelId}
          value={answer}
          onChange={(event) => answerFact(id, event.target.value)}
        >
          <option value="">Not answered</option>
          {!isKnown && <option value={answer}>{answer.slice(0, 60)} (not known)</option>}
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

/** The catalog's questions; those whose answer would change the plan are marked. */
export function DecidingQuestions({
  catalog,
  openFacts,
}: {
  catalog: Catalog;
  /** Facts that the plan says would change it. */
  openFacts: ReadonlySet<string>;
}) {
  const answers = useInputs((inputs) => inputs.facts);
  return (
    <ul className={styles.questions}>
      {Object.entries(catalog.facts).map(([id, fact]) => (
        <Question
          key={id}
          id={id}
          fact={fact}
          answer={Object.hasOwn(answers, id) ? (answers[id] ?? '') : ''}
          isDeciding={openFacts.has(id)}
        />
      ))}
    </ul>
  );
}
