import type { Catalog } from '../../engine/model/catalog';
import * as texts from '../../texts/import';
import { InlineCode } from '../../ui/inline-code';
import styles from './import-preview.module.css';

/** Which answers to the questions that decide would be others. */
export function ImportFacts({
  catalog,
  before,
  now = {},
}: {
  catalog: Catalog;
  before: Readonly<Record<string, string>>;
  now: Readonly<Record<string, string>> | undefined;
}) {
  const wordsOf = (fact: string, answer: string | undefined) =>
    answer === undefined ? texts.noAnswer : `“${catalog.facts[fact]?.options[answer] ?? answer}”`;
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (fact) => before[fact] !== now[fact] && Object.hasOwn(catalog.facts, fact),
  );
  if (changed.length === 0) return null;
  return (
    <ul className={styles.facts} aria-label={texts.answersThatChange}>
      {changed.map((fact) => (
        <li key={fact}>
          <InlineCode
            text={texts.answerBecomes(
              catalog.facts[fact]?.question ?? fact,
              wordsOf(fact, before[fact]),
              wordsOf(fact, now[fact]),
            )}
          />
        </li>
      ))}
    </ul>
  );
}
