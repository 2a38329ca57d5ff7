import type { CatalogMark } from '../../formats/plan-file';
import type { LinkComparison } from '../../formats/plan-link/compare-with-link';
import type { LinkedStep } from '../../formats/plan-link/link-content';
import * as texts from '../../texts/linked';
import type { From } from '../../texts/opening';
import * as pageTexts from '../../texts/page';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ScrollBox } from '../../ui/scroll-box';
import { Sentence } from '../../ui/sentence';
import styles from './share.module.css';

const STEPS_SHOWN = 500;

function Steps({ title, status, steps }: { title: string; status: string; steps: readonly LinkedStep[] }) {
  return (
    <section className={styles.version}>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p>{status === 'blocked' ? texts.noSafePlan : texts.nothingToDo}</p>
      ) : (
        <ScrollBox label={title} className={styles.scroll}>
          <table className={styles.steps}>
            <thead>
              <tr>
                <th scope="col">{texts.stage}</th>
                <th scope="col">{texts.entry}</th>
                <th scope="col">{texts.to}</th>
              </tr>
            </thead>
            <tbody>
              {steps.slice(0, STEPS_SHOWN).map(({ stage, entry, to }) => (
                <tr key={`${stage} ${entry} ${to}`}>
                  <td>{stage}</td>
                  <th scope="row" dir="auto">
                    {entry.slice(0, 200)}
                  </th>
                  <td>{to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {steps.length > STEPS_SHOWN && <p>{texts.andMore(steps.length - STEPS_SHOWN)}</p>}
    </section>
  );
}

/** Of which catalog it was made, where that is another one here: enough to ask for the file. */
function OtherCatalog({ from, then, now }: { from: From; then: CatalogMark; now: CatalogMark }) {
  return (
    <p className={styles.aside}>
      <Sentence
        parts={texts.catalogs(
          from,
          then.updated.slice(0, 20),
          <code className={styles.digest}>{then.digest.slice(0, 64) || texts.notSaid}</code>,
          now.updated,
          <code className={styles.digest}>{now.digest}</code>,
        )}
      />
    </p>
  );
}

/** What became of the plan that was shared. */
function tell(from: From, comparison: LinkComparison, isChanged: boolean, updated: string) {
  const { isSameCatalog, isSamePlan, catalog } = comparison;
  const changed = texts.changedCatalog(from, catalog.updated.slice(0, 20), updated);
  if (isSamePlan === undefined) {
    return {
      isGood: false,
      title: texts.noPlanYet(from),
      words: isSameCatalog ? '' : `${changed}.`,
    };
  }
  if (isSamePlan && !isChanged) {
    const words = isSameCatalog ? texts.samePlan(from) : texts.samePlanAfterChange(changed, from);
    return { isGood: true, title: '', words };
  }
  if (isSamePlan) {
    const words = texts.changedInputs(from);
    return { isGood: false, title: '', words };
  }
  const title = texts.otherPlan(from);
  if (isChanged) {
    const also = isSameCatalog ? [] : [texts.changedToo(changed)];
    return { isGood: false, title, words: [texts.changedSince, ...also, texts.advice].join(' ') };
  }
  const why = isSameCatalog ? texts.otherPlanner : texts.changedWithPlan(changed);
  return { isGood: false, title, words: `${why} ${texts.advice}` };
}

/** Whether the plan on screen is the one that was shared, and if not, both; what was shared where there is none. */
export function LinkedPlan({
  from,
  comparison,
  now,
  catalog,
  isChanged,
  remarks,
  onTakeCatalog,
  onDismiss,
}: {
  /** What it was shared by. */
  from: From;
  comparison: LinkComparison;
  /** The plan on screen. */
  now: { readonly status: string; readonly steps: readonly LinkedStep[] } | undefined;
  /** The one in use. */
  catalog: CatalogMark;
  /** Whether something else is entered than what was opened. */
  isChanged: boolean;
  /** What of it means nothing here. */
  remarks: readonly string[];
  /** Takes the catalog that came with it, where another one is here under its id. */
  onTakeCatalog: (() => void) | undefined;
  onDismiss: () => void;
}) {
  const { isSameCatalog, isSamePlan, status, steps } = comparison;
  const { isGood, title, words } = tell(from, comparison, isChanged, catalog.updated);
  const shared = <Steps title={texts.asShared} status={status} steps={steps} />;
  return (
    <>
      <Banner
        {...(isGood && remarks.length === 0
          ? { tone: 'good', role: 'status' }
          : { icon: 'warning', role: 'alert' })}
        actions={
          <>
            {onTakeCatalog !== undefined && <Button onClick={onTakeCatalog}>{texts.useCatalog}</Button>}
            {(!isGood || remarks.length > 0) && <Button onClick={onDismiss}>{pageTexts.dismiss}</Button>}
          </>
        }
      >
        {title !== '' && <strong>{title}</strong>} {words}
        {onTakeCatalog !== undefined && ` ${texts.bringsCatalog}`}
        {remarks.length > 0 && (
          <>
            {' '}
            {texts.meansNothing(from)}
            <ul className={styles.remarks} dir="auto">
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </>
        )}
      </Banner>
      {!isSameCatalog && <OtherCatalog from={from} then={comparison.catalog} now={catalog} />}
      {now === undefined
        ? shared
        : isSamePlan === false && (
            <details>
              <summary>{texts.bothPlans}</summary>
              <div className={styles.sides}>
                {shared}
                <Steps title={texts.asNow} status={now.status} steps={now.steps} />
              </div>
            </details>
          )}
    </>
  );
}
