import styles from './checklist.module.css';
import type { Choices } from './choices';
import { Name, Prose } from './prose';
import type { NumberedStep, StepBatch } from './step-batches';
import { StepDetails, type Told } from './step-details';

/** What is longer than about half a page may go on over the page, between what is to be read and done. */
const KEPT_WHOLE = 3000;
/** A longer name stands below its row, as wide as the page. */
const LONG_NAME = 160;
const NAME_SHOWN = 40;
const COLUMNS = 6;

/** Of several procedures only one is done: which one nobody knows yet. */
function countActions(procedures: StepBatch['procedures']): number {
  return procedures?.length === 1 ? (procedures[0]?.actions.length ?? 0) : 0;
}

function What({ step: { step, component, instances } }: { step: NumberedStep }) {
  const { entry } = step;
  return (
    <>
      <strong className={styles.entry}>
        <Name text={entry.length > LONG_NAME ? `${[...entry].slice(0, NAME_SHOWN).join('')}…` : entry} />
      </strong>
      <span className={styles.component}>
        {component}
        {instances > 1 && ` × ${instances}`}
      </span>
    </>
  );
}

function LongName({ text }: { text: string }) {
  if (text.length <= LONG_NAME) return null;
  return (
    <p className={styles.longName}>
      <b>Its name in full:</b> <Name text={text} />
    </p>
  );
}

/** A step with all that is to be done for it. */
function WholeStep({ step, told, choices }: { step: NumberedStep; told: Told; choices: Choices }) {
  const { from, to, entry } = step.step;
  const isShort = JSON.stringify([entry, told]).length < KEPT_WHOLE;
  return (
    <section className={isShort ? styles.shortStep : styles.step}>
      <div className={styles.stepHead}>
        <span className={styles.box} />
        <span className={styles.number}>{step.number}</span>
        <div>
          <What step={step} />
        </div>
        <span>
          {from} → <b>{to}</b>
        </span>
        <span className={styles.field}>Owner</span>
        <span className={styles.field}>Time</span>
        <span className={styles.field}>Signature</span>
      </div>
      <div className={styles.details}>
        <LongName text={entry} />
        <StepDetails told={told} hasBoxes choices={choices} />
      </div>
    </section>
  );
}

/** Steps for which the same is done: a row for each, with a box for each of the actions above. */
function StepTable({
  steps,
  actions,
  hasReasons,
}: {
  steps: readonly NumberedStep[];
  actions: number;
  /** Whether each has a reason of its own. */
  hasReasons: boolean;
}) {
  return (
    <table className={styles.steps}>
      <thead>
        <tr>
          <th className={styles.tick}>Step</th>
          <th>Entry</th>
          <th className={styles.versions}>From → to</th>
          <th className={styles.owner}>Owner</th>
          <th className={styles.time}>Time</th>
          <th className={styles.signature}>Signature</th>
        </tr>
      </thead>
      {steps.map((step) => (
        <tbody key={step.number}>
          <tr>
            <td className={styles.tick}>
              <span className={styles.box} />
              <span className={styles.number}>{step.number}</span>
            </td>
            <td>
              <What step={step} />
              {actions > 1 && (
                <span className={styles.ticks}>
                  {Array.from({ length: actions }, (_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: they are numbers
                    <span key={i}>
                      <span className={styles.box} />
                      {i + 1}
                    </span>
                  ))}
                </span>
              )}
            </td>
            <td>
              {step.step.from} → <b>{step.step.to}</b>
            </td>
            <td />
            <td />
            <td />
          </tr>
          {(hasReasons || step.step.entry.length > LONG_NAME) && (
            <tr>
              <td />
              <td colSpan={COLUMNS - 1}>
                <LongName text={step.step.entry} />
                {hasReasons && <Prose text={step.reason} />}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

/** Steps that have something to read or to do in common: that first, once. */
export function StepBatchRows({ batch, choices }: { batch: StepBatch; choices: Choices }) {
  const { steps, notes, remarks, reason, procedures } = batch;
  const [first] = steps;
  if (first === undefined) return null;
  if (steps.length === 1)
    return <WholeStep step={first} told={{ ...first, notes, remarks }} choices={choices} />;
  const { component, step } = first;
  const isAlike = procedures !== undefined || !choices.parts.commands;
  return (
    <section className={styles.batch}>
      <h3>
        For each of the {steps.length} steps {first.number}–{steps.at(-1)?.number}: {component} {step.from} →{' '}
        {step.to}
      </h3>
      <StepDetails told={batch} hasBoxes={false} choices={choices} />
      {isAlike ? (
        <StepTable
          steps={steps}
          actions={choices.parts.commands ? countActions(procedures) : 0}
          hasReasons={reason === undefined}
        />
      ) : (
        steps.map((member) => (
          <WholeStep
            key={member.number}
            step={member}
            told={{
              reason: reason === undefined ? member.reason : undefined,
              procedures: member.procedures,
              notes: [],
              remarks: [],
            }}
            choices={choices}
          />
        ))
      )}
    </section>
  );
}
