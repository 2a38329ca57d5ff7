import type { LinkComparison } from '../../formats/plan-link/compare-with-link';
import type { LinkedStep } from '../../formats/plan-link/link-content';
import { Banner } from '../../ui/banner';
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

/** Whether the plan on screen is the one that was shared, and if not, both. */
export function LinkedPlan({
  from,
  comparison,
  now,
  updated,
}: {
  /** What it was shared by. */
  from: 'link' | 'file';
  comparison: LinkComparison;
  /** The plan on screen. */
  now: { readonly status: string; readonly steps: readonly LinkedStep[] };
  /** When the catalog in use was brought up to date. */
  updated: string;
}) {
  const { isSameCatalog, isSamePlan, catalogUpdated, status, steps } = comparison;
  if (isSamePlan) {
    return (
      <Banner tone="good" role="status">
        {isSameCatalog
          ? `This is the plan of the ${from}, step by step.`
          : `The catalog has changed since the ${from} was made (${catalogUpdated}; now ${updated}). The plan has not: it is the one of the ${from}, step by step.`}
      </Banner>
    );
  }
  return (
    <>
      <Banner icon="warning" role="alert">
        <strong>This is not the plan of the {from}.</strong>{' '}
        {isSameCatalog
          ? 'The catalog is the same, but this version of Causeway plans otherwise.'
          : `The catalog has changed since the ${from} was made (${catalogUpdated}; now ${updated}), and the plan with it.`}{' '}
        Talk to whoever shared it before you carry out either.
      </Banner>
      <details>
        <summary>Both plans side by side</summary>
        <div className={styles.sides}>
          <Steps title="As it was shared" status={status} steps={steps} />
          <Steps title="As it is now" status={now.status} steps={now.steps} />
        </div>
      </details>
    </>
  );
}
