import type { ReactNode } from 'react';
import { actionNumber, type ReportStep } from '../../formats/plan-report';
import { showPlainly } from '../../formats/plan-report-text';
import { formatNumber } from '../../texts/numbers';
import * as texts from '../../texts/print';
import styles from './checklist.module.css';
import type { Choices } from './choices';
import { StepBox } from './done-steps';
import { Name, Prose } from './prose';
import type { StepBatch } from './step-batches';
import { StepDetails, type Told } from './step-details';

/** What is longer than about half a page may go on over the page, between what is to be read and done. */
const KEPT_WHOLE = 3000;
/** A longer name stands below its row, as wide as the page. */
const LONG_NAME = 160;
const NAME_SHOWN = 40;
const COLUMNS = 6;

/** Of several procedures only one is done, and which one nobody knows yet: their actions have no numbers. */
function actionNumbersOf(step: ReportStep): string[] {
  const { number, builder, procedures } = step;
  const own = procedures[0]?.actions.map((_, i) => actionNumber(number, step, i)) ?? [];
  return [builder === undefined ? undefined : `${number}.1`, ...own].filter((each) => each !== undefined);
}

/** What may go on over the page says again at the top of each where it belongs. */
function LongStep({ place, children }: { place: string; children: ReactNode }) {
  return (
    <table className={styles.step} role="presentation">
      <thead>
        <tr>
          <td className={styles.place}>{place}</td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td className={styles.whole}>{children}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** A long name is not said again and again. */
function nameShortly(entry: string): string {
  return entry.length > NAME_SHOWN ? `${[...entry].slice(0, NAME_SHOWN).join('')}…` : entry;
}

function What({ step: { step, component, instances } }: { step: ReportStep }) {
  const { entry } = step;
  return (
    <>
      <strong className={styles.entry}>
        <Name text={entry.length > LONG_NAME ? `${[...entry].slice(0, NAME_SHOWN).join('')}…` : entry} />
      </strong>
      <span className={styles.component}>
        {component}
        {instances > 1 && ` × ${formatNumber(instances)}`}
      </span>
    </>
  );
}

function LongName({ text }: { text: string }) {
  if (text.length <= LONG_NAME) return null;
  return (
    <p className={styles.longName}>
      <b>{texts.nameInFull}</b> <Name text={text} />
    </p>
  );
}

/** A step with all that is to be done for it. */
function WholeStep({ step, told, choices }: { step: ReportStep; told: Told; choices: Choices }) {
  const { number, component } = step;
  const { stage, from, to, entry } = step.step;
  const whole = (
    <>
      <div className={styles.stepHead}>
        <StepBox step={step.step} />
        <span className={styles.number}>{number}</span>
        <div>
          <What step={step} />
        </div>
        <span>
          {from} → <b>{to}</b>
        </span>
        <span className={styles.field}>{texts.owner}</span>
        <span className={styles.field}>{texts.time}</span>
        <span className={styles.field}>{texts.signature}</span>
      </div>
      <div className={styles.details}>
        <LongName text={entry} />
        <StepDetails told={told} hasBoxes choices={choices} />
      </div>
    </>
  );
  if (JSON.stringify([entry, told]).length < KEPT_WHOLE)
    return <section className={styles.shortStep}>{whole}</section>;
  return (
    <LongStep place={texts.placeOfStep(stage, number, showPlainly(nameShortly(entry)), component, from, to)}>
      {whole}
    </LongStep>
  );
}

/** One action is ticked with its step. */
function ActionBoxes({ numbers }: { numbers: readonly string[] }) {
  if (numbers.length < 2) return null;
  return (
    <span className={styles.ticks}>
      {numbers.map((number) => (
        <span key={number}>
          <span className={styles.box} />
          {number}
        </span>
      ))}
    </span>
  );
}

/** Steps for which the same is done: a row for each, with a box for each of the actions above. */
function StepTable({
  steps,
  hasActions,
  hasReasons,
}: {
  steps: readonly ReportStep[];
  /** Whether actions are told above. */
  hasActions: boolean;
  /** Whether each has a reason of its own. */
  hasReasons: boolean;
}) {
  return (
    <table className={styles.steps}>
      <thead>
        <tr>
          <th className={styles.tick}>{texts.step}</th>
          <th>{texts.entry}</th>
          <th className={styles.versions}>{texts.fromTo}</th>
          <th className={styles.owner}>{texts.owner}</th>
          <th className={styles.time}>{texts.time}</th>
          <th className={styles.signature}>{texts.signature}</th>
        </tr>
      </thead>
      {steps.map((step) => (
        <tbody key={step.number}>
          <tr>
            <td className={styles.tick}>
              <StepBox step={step.step} />
              <span className={styles.number}>{step.number}</span>
            </td>
            <td>
              <What step={step} />
              {hasActions && <ActionBoxes numbers={actionNumbersOf(step)} />}
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

/** What is told once for several steps calls their number by this. */
const ANY_STEP = 'N';

/** Steps that have something to read or to do in common: that first, once. */
export function StepBatchRows({ batch, choices }: { batch: StepBatch; choices: Choices }) {
  const { steps, ...shared } = batch;
  const { reason, procedures } = shared;
  const [first] = steps;
  if (first === undefined) return null;
  if (steps.length === 1)
    return <WholeStep step={first} told={{ ...shared, number: first.number }} choices={choices} />;
  const { component, step } = first;
  const isAlike = procedures !== undefined || !choices.parts.commands;
  const range = `${first.number}–${steps.at(-1)?.number}`;
  const told = { ...shared, number: ANY_STEP };
  const details = <StepDetails told={told} hasBoxes={false} choices={choices} />;
  const hasNumbers = procedures !== undefined && actionNumbersOf(first).length > 0;
  return (
    <section className={styles.batch}>
      <h3>
        {texts.forEach(
          steps.length,
          hasNumbers && choices.parts.commands ? `${ANY_STEP} = ` : '',
          range,
          component,
          step.from,
          step.to,
        )}
      </h3>
      {JSON.stringify(told).length < KEPT_WHOLE ? (
        details
      ) : (
        <LongStep place={texts.placeOfSteps(step.stage, range, component, step.from, step.to)}>
          {details}
        </LongStep>
      )}
      {isAlike ? (
        <StepTable steps={steps} hasActions={choices.parts.commands} hasReasons={reason === undefined} />
      ) : (
        steps.map((member) => (
          <WholeStep
            key={member.number}
            step={member}
            told={{
              number: member.number,
              builder: member.builder,
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
