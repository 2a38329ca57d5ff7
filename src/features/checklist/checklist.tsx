import { type ReactNode, useMemo } from 'react';
import { reportPlan } from '../../formats/plan-report';
import * as texts from '../../texts/print';
import { Sentence } from '../../ui/sentence';
import { AfterStage } from './after-stage';
import styles from './checklist.module.css';
import type { Choices } from './choices';
import { DoneSteps, keysOfDone } from './done-steps';
import { Summary, TitleBlock } from './front-page';
import type { PrintedPlan } from './printed-plan';
import { KeepsTicks } from './prose';
import { RecordPage } from './record-page';
import { StepBatchRows } from './step-batch-rows';
import { batchSteps } from './step-batches';
import { usePageStyle } from './use-page-style';

/** The plan as it is carried out with a pen: it flows over pages of any size, and means nothing by colour. */
export function Checklist({
  printed,
  choices,
  timeline,
  link,
}: {
  printed: PrintedPlan;
  choices: Choices;
  /** Drawn for paper. */
  timeline: ReactNode;
  /** To be printed as a code; absent where none was asked for. */
  link?: string | undefined;
}) {
  const { catalog, inventory, goal, plan, verification, back, parameters, progress, title, printedOn } =
    printed;
  const { parts, size } = choices;
  usePageStyle(title, printedOn, size);
  const report = useMemo(
    () => reportPlan(catalog, inventory, goal, plan, verification, parameters),
    [catalog, inventory, goal, plan, verification, parameters],
  );
  const stages = useMemo(
    () => report.stages.map((stage) => ({ stage, batches: batchSteps(stage.steps) })),
    [report],
  );
  return (
    <KeepsTicks value={report.keepsTicks}>
      <DoneSteps value={keysOfDone(plan, progress)}>
        <article className={styles.checklist} lang="en">
          <TitleBlock printed={printed} report={report} link={link} />
          <Summary report={report} isWhole={parts.summary} />
          {parts.timeline && (
            <section className={styles.timeline}>
              <h2>{plan.status === 'ready' ? texts.timeline : texts.today}</h2>
              {timeline}
            </section>
          )}
          {stages.length > 0 && parts.commands && (
            <p className={styles.legend}>
              <Sentence
                parts={texts.legend(<code>›</code>, (words) => (
                  <span className={styles.longWord}>{words}</span>
                ))}
              />
            </p>
          )}
          {stages.map(({ stage, batches }) => (
            <section key={stage.number} className={styles.stage}>
              <h2>
                <span>{texts.stage(stage.number)}</span> {stage.title}
                {stage.steps.length > 1 && <small> {texts.anyOrder}</small>}
              </h2>
              {stage.number === back.pointOfNoReturn && (
                <p className={styles.noReturn}>{texts.pointOfNoReturn}</p>
              )}
              {batches.map((batch) => (
                <StepBatchRows key={batch.steps[0]?.number} batch={batch} choices={choices} />
              ))}
              <AfterStage catalog={catalog} back={back} stage={stage.number} hasWayBack={parts.wayBack} />
            </section>
          ))}
          {parts.record && plan.status === 'ready' && <RecordPage />}
        </article>
      </DoneSteps>
    </KeepsTicks>
  );
}
