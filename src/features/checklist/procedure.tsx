import { actionNumber, type ReportAction, type ReportProcedure } from '../../formats/plan-report';
import { showPlainly } from '../../formats/plan-report-text';
import * as texts from '../../texts/print';
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

/** What a step has to be done, and what its actions are called by. */
export interface ToldActions {
  /** Of the step; a letter where several are told together. */
  readonly number: number | string;
  readonly builder: string | undefined;
  /** `undefined` where they are told elsewhere. */
  readonly procedures: readonly ReportProcedure[] | undefined;
}

function Action({
  action,
  number,
  hasBox,
  hasWayBack,
}: {
  action: ReportAction;
  number: string;
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
            <b>{texts.fillIn}</b> <Prose text={line} />
          </p>
        ))}
        {action.verify !== undefined && (
          <p>
            <b>{texts.verify}</b> <Prose text={action.verify} />
          </p>
        )}
        {hasWayBack && action.rollback !== undefined && (
          <p>
            <b>{texts.wayBack}</b> <Prose text={action.rollback} />
          </p>
        )}
      </div>
    </li>
  );
}

function OneProcedure({
  procedure: { title, source, confidence, dependsOn, actions },
  nameAction,
  hasBoxes,
  hasWayBack,
}: {
  procedure: ReportProcedure;
  nameAction: (index: number) => string;
  hasBoxes: boolean;
  hasWayBack: boolean;
}) {
  const [first, ...others] = actions.map((action, i) => (
    <Action
      key={action.title}
      action={action}
      number={nameAction(i)}
      hasBox={hasBoxes}
      hasWayBack={hasWayBack}
    />
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
            <b>{texts.onlyIf}</b> <Prose text={dependsOn.join(' ')} />
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
  told: { number, builder, procedures = [] },
  hasBoxes,
  hasWayBack,
}: {
  told: ToldActions;
  /** Whether each action is ticked here, or at the rows that follow. */
  hasBoxes: boolean;
  hasWayBack: boolean;
}) {
  return (
    <>
      {builder !== undefined && (
        <ol>
          <Action
            action={{ title: builder, fillIn: [] }}
            number={`${number}.1`}
            hasBox={hasBoxes}
            hasWayBack={hasWayBack}
          />
        </ol>
      )}
      {procedures.length === 0 && <p className={styles.none}>{texts.noProcedure}</p>}
      {procedures.map((procedure) => (
        <OneProcedure
          key={procedure.title}
          procedure={procedure}
          nameAction={(i) =>
            actionNumber(number, { ...(builder !== undefined && { builder }), procedures }, i) ?? `(${i + 1})`
          }
          hasBoxes={hasBoxes}
          hasWayBack={hasWayBack}
        />
      ))}
    </>
  );
}
