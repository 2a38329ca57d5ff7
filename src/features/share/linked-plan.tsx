import type { CatalogMark } from '../../formats/plan-file';
import type { LinkComparison } from '../../formats/plan-link/compare-with-link';
import type { LinkedStep } from '../../formats/plan-link/link-content';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './share.module.css';

const STEPS_SHOWN = 500;

function Steps({ title, status, steps }: { title: string; status: string; steps: readonly LinkedStep[] }) {
  return (
    <section className={styles.version}>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p>{status === 'blocked' ? 'No safe plan.' : 'Nothing to do.'}</p>
      ) : (
        <ScrollBox label={title} className={styles.scroll}>
          <table className={styles.steps}>
            <thead>
              <tr>
                <th scope="col">Stage</th>
                <th scope="col">Entry</th>
                <th scope="col">To</th>
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
      {steps.length > STEPS_SHOWN && <p>and {steps.length - STEPS_SHOWN} more</p>}
    </section>
  );
}

/** Of which catalog it was made, where that is another one here: enough to ask for the file. */
function OtherCatalog({ from, then, now }: { from: string; then: CatalogMark; now: CatalogMark }) {
  return (
    <p className={styles.aside}>
      Catalog of the {from}: {then.updated.slice(0, 20)}, SHA-256{' '}
      <code className={styles.digest}>{then.digest.slice(0, 64) || 'not said'}</code>. Here: {now.updated},{' '}
      <code className={styles.digest}>{now.digest}</code>.
    </p>
  );
}

/** What became of the plan that was shared. */
function tell(from: string, comparison: LinkComparison, isChanged: boolean, updated: string) {
  const { isSameCatalog, isSamePlan, catalog } = comparison;
  const dates = `(${catalog.updated.slice(0, 20)}; now ${updated})`;
  const changed = `The catalog has changed since the ${from} was made ${dates}`;
  if (isSamePlan === undefined) {
    return {
      isGood: false,
      title: `No plan has come of the ${from} yet.`,
      words: isSameCatalog ? '' : `${changed}.`,
    };
  }
  if (isSamePlan && !isChanged) {
    const words = isSameCatalog
      ? `This is the plan of the ${from}, step by step.`
      : `${changed}. The plan has not: it is the one of the ${from}, step by step.`;
    return { isGood: true, title: '', words };
  }
  if (isSamePlan) {
    const words = `What is entered has been changed since the ${from} was opened. The plan is the one of the ${from}, step by step.`;
    return { isGood: false, title: '', words };
  }
  const title = `This is not the plan of the ${from}.`;
  const advice = 'Talk to whoever shared it before you carry out either.';
  if (isChanged) {
    const also = isSameCatalog ? '' : ` ${changed}, too.`;
    return {
      isGood: false,
      title,
      words: `What is entered has been changed since it was opened.${also} ${advice}`,
    };
  }
  const why = isSameCatalog
    ? 'The catalog is the same, but this version of Causeway plans otherwise.'
    : `${changed}, and the plan with it.`;
  return { isGood: false, title, words: `${why} ${advice}` };
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
  from: 'link' | 'file';
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
  const shared = <Steps title="As it was shared" status={status} steps={steps} />;
  return (
    <>
      <Banner
        {...(isGood && remarks.length === 0
          ? { tone: 'good', role: 'status' }
          : { icon: 'warning', role: 'alert' })}
        actions={
          <>
            {onTakeCatalog !== undefined && <Button onClick={onTakeCatalog}>Use its catalog</Button>}
            {(!isGood || remarks.length > 0) && <Button onClick={onDismiss}>Dismiss</Button>}
          </>
        }
      >
        {title !== '' && <strong>{title}</strong>} {words}
        {onTakeCatalog !== undefined &&
          ` It brings its catalog, which would take the place of yours of the same id.`}
        {remarks.length > 0 && (
          <>
            {' '}
            Not all of the {from} means something here:
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
              <summary>Both plans side by side</summary>
              <div className={styles.sides}>
                {shared}
                <Steps title="As it is now" status={now.status} steps={now.steps} />
              </div>
            </details>
          )}
    </>
  );
}
