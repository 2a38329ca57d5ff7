import { useMemo } from 'react';
import type { AnsweredPlan } from '../../formats/answered-plan';
import { renderCsv } from '../../formats/plan-csv';
import { type CatalogMark, writePlanFile } from '../../formats/plan-file';
import { readProgress } from '../../formats/plan-progress';
import { reportPlan, titleStages } from '../../formats/plan-report';
import { renderMarkdown } from '../../formats/plan-report-markdown';
import { whyNoRunbook, writeRunbook } from '../../formats/runbook/write-runbook';
import { describeNoRunbook } from '../../formats/wording/describe-runbook';
import { useInputs } from '../../session/store';
import * as texts from '../../texts/export';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { Modal } from '../../ui/modal';
import { Sentence } from '../../ui/sentence';
import { CalendarForm } from './calendar-form';
import { PictureExport } from './picture-export';
import styles from './share.module.css';

const DRY_RUN = 'sh FILE --dry-run';
const VERIFY = 'causeway verify';

export interface SavedFile {
  /** After the name: `csv`. */
  readonly ending: string;
  readonly type: string;
  readonly text: string | Blob;
}

/** The plan in the forms that other programs take. */
export function ExportDialog({
  shown,
  mark,
  onSave,
  onClose,
}: {
  shown: AnsweredPlan;
  mark: CatalogMark;
  onSave: (file: SavedFile) => void;
  onClose: () => void;
}) {
  const { catalog, inventory, goal, plan, verification } = shown;
  const parameters = useInputs((inputs) => inputs.parameters);
  const marks = useInputs((inputs) => inputs.progress);
  const planned = useMemo(() => ({ ...shown, progress: readProgress(shown.plan, marks) }), [shown, marks]);
  const lanes = useInputs((inputs) => inputs.view.lanes);
  const stages = useMemo(() => titleStages(catalog, plan), [catalog, plan]);
  // Of a large plan each of the forms takes a while: made when it is taken.
  const report = () => reportPlan(catalog, inventory, goal, plan, verification, parameters);
  const markdown = () => renderMarkdown(report());
  const runbook = { catalog, mark, inventory, goal, plan, verification, parameters };
  const none = whyNoRunbook(runbook);
  const save = (ending: string, type: string, text: string) => onSave({ ending, type, text });
  return (
    <Modal title={texts.title} onClose={onClose}>
      <div className={styles.share}>
        <section className={styles.form} aria-labelledby="export-markdown">
          <h3 id="export-markdown">{texts.markdown}</h3>
          <p className={styles.aside}>
            {plan.status === 'blocked' ? texts.markdownAsideBlocked : texts.markdownAside}
          </p>
          <div className={styles.row}>
            <CopyButton text={markdown} label={texts.copyMarkdown} />
            <Button icon="download" onClick={() => save('md', 'text/markdown', markdown())}>
              {texts.saveMarkdown}
            </Button>
          </div>
        </section>
        {stages.length > 0 && (
          <>
            <section className={styles.form} aria-labelledby="export-script">
              <h3 id="export-script">{texts.script}</h3>
              <p className={styles.aside}>
                <Sentence parts={texts.scriptAside(<code>{DRY_RUN}</code>)} />
              </p>
              {none === undefined ? (
                <div className={styles.row}>
                  <Button
                    icon="download"
                    onClick={() => save('sh', 'application/x-sh', writeRunbook(runbook))}
                  >
                    {texts.saveScript}
                  </Button>
                </div>
              ) : (
                describeNoRunbook(none, catalog).map((line) => <p key={line}>{line}</p>)
              )}
            </section>
            <section className={styles.form} aria-labelledby="export-calendar">
              <h3 id="export-calendar">{texts.calendar}</h3>
              <p className={styles.aside}>{texts.calendarAside}</p>
              <CalendarForm
                stages={stages}
                report={report}
                onSave={(text) => save('ics', 'text/calendar', text)}
              />
            </section>
            <section className={styles.form} aria-labelledby="export-csv">
              <h3 id="export-csv">{texts.table}</h3>
              <p className={styles.aside}>{texts.tableAside}</p>
              <div className={styles.row}>
                <Button icon="download" onClick={() => save('csv', 'text/csv', renderCsv(report()))}>
                  {texts.saveTable}
                </Button>
              </div>
            </section>
          </>
        )}
        <PictureExport planned={planned} verification={verification} lanes={lanes} onSave={onSave} />
        <section className={styles.form} aria-labelledby="export-json">
          <h3 id="export-json">{texts.planFile}</h3>
          <p className={styles.aside}>
            <Sentence parts={texts.planFileAside(<code>{VERIFY}</code>)} />
          </p>
          <div className={styles.row}>
            <Button
              icon="download"
              onClick={() =>
                save('plan.json', 'application/json', writePlanFile({ ...runbook, progress: marks }))
              }
            >
              {texts.savePlanFile}
            </Button>
          </div>
        </section>
      </div>
    </Modal>
  );
}
