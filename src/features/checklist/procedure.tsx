import type { ReportAction, ReportProcedure } from '../../formats/plan-report';
import { showPlainly } from '../../formats/plan-report-text';
import styles from './checklist.module.css';
import { Prose } from './prose';

/** Words that may be longer than a line: only these are broken within. */
const LONG_WORD = 60;

/**
 * All of it, to be typed as it stands. A mark stands before each of its lines; a line that the paper breaks goes on after a
 * blank, but for words that are longer than a line, which are underlined from end to end.
 */
function Command({ text }: { text: string }) {
  return (
    <pre className={styles.command}>
      {showPlainly(text)
        .split('\n')
        .map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a command have no other name
          <code key={i}>
            {line.split(/(\s+)/).map((part, k) =>
              k % 2 === 1 ? (
                part
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its words
                <span key={k} className={part.length > LONG_WORD ? styles.longWord : styles.word}>
                  {part}
                </span>
              ),
            )}
          </code>
        ))}
    </pre>
  );
}

function Action({
  action,
  number,
  hasBox,
  hasWayBack,
}: {
  action: ReportAction;
  number: number;
  hasBox: boolean;
  hasWayBack: boolean;
}) {
  return (
    <li className={styles.action}>
      <p className={styles.actionTitle}>
        {hasBox && <span className={styles.box} />}
        <span className={styles.actionNumber}>{number}</span>
        <span>
          <Prose text={action.title} />
        </span>
      </p>
      <div className={styles.actionBody}>
        {action.detail !== undefined && (
          <p>
            <Prose text={action.detail} />
          </p>
        )}
        {action.command !== undefined && <Command text={action.command.text} />}
        {action.fillIn.map((line) => (
          <p key={line}>
            <b>Fill in</b> <Prose text={line} />
          </p>
        ))}
        {action.verify !== undefined && (
          <p>
            <b>Verify</b> <Prose text={action.verify} />
          </p>
        )}
        {hasWayBack && action.rollback !== undefined && (
          <p>
            <b>Way back</b> <Prose text={action.rollback} />
          </p>
        )}
      </div>
    </li>
  );
}

function OneProcedure({
  procedure: { title, source, confidence, dependsOn, actions },
  hasBoxes,
  hasWayBack,
}: {
  procedure: ReportProcedure;
  hasBoxes: boolean;
  hasWayBack: boolean;
}) {
  const [first, ...others] = actions.map((action, i) => (
    <Action key={action.title} action={action} number={i + 1} hasBox={hasBoxes} hasWayBack={hasWayBack} />
  ));
  return (
    <div className={styles.procedure}>
      <div className={styles.together}>
        <p>
          <b>
            <Prose text={title} />
          </b>
          {[source, confidence]
            .filter((part) => part !== undefined && part !== '')
            .map((part) => (
              <small key={part}>
                {' '}
                · <Prose text={part ?? ''} />
              </small>
            ))}
        </p>
        {dependsOn.length > 0 && (
          <p>
            <b>Only if the answer says so:</b> <Prose text={dependsOn.join(' ')} />
          </p>
        )}
        <ol>{first}</ol>
      </div>
      {others.length > 0 && <ol>{others}</ol>}
    </div>
  );
}

/** How a step is done: commands in full, with how to see that it worked. */
export function Procedures({
  procedures,
  hasBoxes,
  hasWayBack,
}: {
  procedures: readonly ReportProcedure[];
  /** Whether each action is ticked here, or at the rows that follow. */
  hasBoxes: boolean;
  hasWayBack: boolean;
}) {
  if (procedures.length === 0)
    return (
      <p className={styles.none}>The catalog has no procedure for this step: go by the vendor’s guide.</p>
    );
  return procedures.map((procedure) => (
    <OneProcedure key={procedure.title} procedure={procedure} hasBoxes={hasBoxes} hasWayBack={hasWayBack} />
  ));
}
