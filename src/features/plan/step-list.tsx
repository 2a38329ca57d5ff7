import { useMemo } from 'react';
import type { GoingBack } from '../../engine/assessment/going-back';
import type { TracedState } from '../../engine/assessment/trace-plan';
import { notesForStep } from '../../engine/explanation/notes-for-step';
import { proceduresForStep } from '../../engine/explanation/procedure-for-step';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Step } from '../../engine/model/plan';
import { describePause, describeSingleMovesBack, describeWayBack } from '../../formats/wording/describe-back';
import { describeLimits } from '../../formats/wording/describe-limits';
import { describeStage } from '../../formats/wording/describe-plan';
import { componentName } from '../../formats/wording/names';
import { formatNumber } from '../../texts/numbers';
import * as texts from '../../texts/plan';
import { Icon } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import { useSame } from '../../ui/use-same';
import { DoneBox, DoneBoxes } from './done-box';
import type { StageGroup, StepGroup } from './step-groups';
import { StepMore } from './step-more';
import { countKinds, NotesOfStep, OtherNotes } from './step-notes';
import { ProcedureOfStep } from './step-procedure';
import styles from './steps.module.css';

const NAMES_SHOWN = 6;
/** Of more steps than these the notes and procedures are made once they are opened. */
const MANY_STEPS = 24;

function Names({ names }: { names: readonly string[] }) {
  if (names.length <= NAMES_SHOWN) return <span dir="auto">{names.join(', ')}</span>;
  return (
    <details className={styles.names}>
      <summary>
        <span dir="auto">{names.slice(0, NAMES_SHOWN - 1).join(', ')}</span>{' '}
        {texts.andMore(names.length - NAMES_SHOWN + 1)}
      </summary>
      <p dir="auto">{names.slice(NAMES_SHOWN - 1).join(', ')}</p>
    </details>
  );
}

function StepItem({
  catalog,
  facts,
  plan,
  group,
  done,
  isStale,
  isLate,
}: {
  catalog: Catalog;
  facts: Inventory['facts'];
  plan: readonly Step[];
  group: StepGroup;
  done: ReadonlySet<number>;
  isStale: boolean;
  isLate: boolean;
}) {
  const {
    names,
    instances,
    numbers: [first, last],
  } = group;
  // With each key the plan is another one, and most of its steps are the same.
  const step = useSame(group.step);
  const notes = useMemo(() => notesForStep(catalog, { facts }, step), [catalog, facts, step]);
  const procedures = useMemo(() => proceduresForStep(catalog, { facts }, step), [catalog, facts, step]);
  const commands = procedures
    .flatMap(({ procedure }) => procedure.actions)
    .filter((action) => action.command).length;
  const actions = procedures.reduce((sum, { procedure }) => sum + procedure.actions.length, 0);
  return (
    <li
      className={styles.step}
      id={`step-${group.index}`}
      tabIndex={-1}
      data-role={catalog.components[step.component]?.role}
      data-optional={!step.required || undefined}
      data-done={group.indexes.every((index) => done.has(index)) || undefined}
    >
      <div className={styles.stepTop}>
        <h4 className={styles.stepHead}>
          <Names names={names} />
          <span className={styles.versions}>
            {step.from} <Icon name="arrow" size={14} />
            <span className="visually-hidden">{texts.to}</span> {step.to}
          </span>
          <span className={styles.what}>
            {componentName(catalog, step.component)}
            {instances > 1 && ` × ${formatNumber(instances)}`}
            {` · ${first === last ? texts.step(first) : texts.stepsFrom(first, last)}`}
          </span>
        </h4>
        <DoneBoxes plan={plan} group={group} done={done} isOff={isStale} />
      </div>
      <p>{group.reason}</p>
      {group.remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
      {notes.applies.length > 0 && (
        <StepMore
          isLate={isLate}
          summary={
            <>
              {texts.notes} <span>{countKinds(notes.applies)}</span>
            </>
          }
        >
          <NotesOfStep catalog={catalog} notes={notes.applies} />
        </StepMore>
      )}
      {notes.others.length > 0 && (
        <StepMore isLate={isLate} isAside summary={texts.othersOf(notes.others.length)}>
          <OtherNotes notes={notes.others} />
        </StepMore>
      )}
      {procedures.length > 0 ? (
        <StepMore
          isLate={isLate}
          summary={
            <>
              {texts.procedure}{' '}
              <span>
                {procedures.length > 1 ? texts.waysOpen(procedures.length) : texts.actions(actions, commands)}
              </span>
            </>
          }
        >
          <ProcedureOfStep catalog={catalog} step={step} isOne={names.length === 1} procedures={procedures} />
        </StepMore>
      ) : (
        <p className={styles.none}>{texts.noProcedure}</p>
      )}
    </li>
  );
}

/** Whether one may pause after a stage, and what could go back then. */
function AfterStage({
  catalog,
  stage,
  back,
  limits,
}: {
  catalog: Catalog;
  stage: number;
  back: GoingBack;
  /** Who begins to work within limits here. */
  limits: readonly string[];
}) {
  const state = back.states.find((candidate) => candidate.stage === stage);
  if (state === undefined) return null;
  const isLast = stage === back.states.at(-1)?.stage;
  const isLost = stage === back.pointOfNoReturn;
  const lines = [...describeSingleMovesBack(state, catalog), describeWayBack(state)].filter(Boolean);
  return (
    <div className={styles.after}>
      {isLost && <p className={styles.noReturn}>{texts.noReturn}</p>}
      {limits.length > 0 && (
        <div className={styles.limits}>
          {texts.limits}
          <ul>
            {limits.map((text) => (
              <li key={text}>
                <InlineCode text={text} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {!isLast && <p>{describePause(state)}</p>}
      {lines.length > 0 && (
        <details className={styles.more}>
          <summary>
            {texts.wayBack} <span>{state.wayBack === undefined ? texts.noWayBack : texts.wayBackHere}</span>
          </summary>
          <ul>
            {lines.map((line) => (
              <li key={line}>
                <InlineCode text={line} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The plan to read through: stage by stage, each step with its reason, its notes and how it is done. */
export function StepList({
  catalog,
  inventory,
  plan,
  stages,
  states,
  back,
  done,
  isStale,
}: {
  catalog: Catalog;
  inventory: Inventory;
  /** All of its steps. */
  plan: readonly Step[];
  stages: readonly StageGroup[];
  states: readonly TracedState[];
  back: GoingBack;
  /** Indexes of the steps that are done. */
  done: ReadonlySet<number>;
  /** Whether it is of inputs from before. */
  isStale: boolean;
}) {
  const facts = useSame(inventory.facts);
  const limits = useMemo(() => describeLimits(catalog, states), [catalog, states]);
  const isLate = stages.reduce((sum, { groups }) => sum + groups.length, 0) > MANY_STEPS;
  return (
    <ol className={styles.stages}>
      {stages.map(({ stage, steps, groups }) => (
        <li key={stage} className={styles.stage}>
          <h3 className={styles.stageHead}>
            <span
              className={styles.number}
              data-done={
                groups.every(({ indexes }) => indexes.every((index) => done.has(index))) || undefined
              }
            >
              {stage}
            </span>
            <span>
              <span className="visually-hidden">{texts.stage(stage)} </span>
              {describeStage(steps, catalog)}
            </span>
            {steps.length > 1 && <small>{texts.anyOrder}</small>}
          </h3>
          {groups.length > 1 && (
            <DoneBox
              plan={plan}
              steps={steps}
              done={groups.flatMap(({ indexes }) => indexes.filter((index) => done.has(index))).length}
              isOff={isStale}
            >
              {texts.stageDone(steps.length, stage)}
            </DoneBox>
          )}
          <ol className={styles.steps}>
            {groups.map((group) => (
              <StepItem
                key={group.index}
                catalog={catalog}
                facts={facts}
                plan={plan}
                group={group}
                done={done}
                isStale={isStale}
                isLate={isLate}
              />
            ))}
          </ol>
          <AfterStage
            catalog={catalog}
            stage={stage}
            back={back}
            limits={limits.filter((begun) => begun.stage === stage).map(({ text }) => text)}
          />
        </li>
      ))}
    </ol>
  );
}
