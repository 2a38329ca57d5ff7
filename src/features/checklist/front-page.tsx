import type { ReactNode } from 'react';
import type { PlanReport } from '../../formats/plan-report';
import { describeSkips, describeVerified } from '../../formats/wording/describe-plan';
import { describeProgress } from '../../formats/wording/describe-progress';
import * as texts from '../../texts/print';
import styles from './checklist.module.css';
import { LinkCode } from './link-code';
import type { PrintedPlan } from './printed-plan';
import { Name, Prose } from './prose';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What was asked for beside the release, in words; empty where that is all. */
function describeWishes({ goal: { consumers, entries, allowSkips, prereleases } }: PrintedPlan): string {
  const exact = Object.keys(entries).length;
  return [
    consumers === 'align' ? texts.align : texts.keep,
    exact === 0 ? '' : texts.exact(exact),
    allowSkips ? texts.skips : '',
    prereleases ? texts.prereleases : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** Which plan this is, and whether it can be relied on: enough to find it again. */
export function TitleBlock({
  printed,
  report,
  link,
}: {
  printed: PrintedPlan;
  report: PlanReport;
  link: string | undefined;
}) {
  const { catalog, inventory, goal, plan, verification, progress, mark, file, printedOn } = printed;
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  const instances = inventory.entries.reduce((sum, entry) => sum + entry.count, 0);
  return (
    <header className={styles.title}>
      <div>
        <p className={styles.product}>
          {plan.status === 'ready' ? texts.checklist : texts.plan} · {catalog.name}
          {catalog.fictional === true && ` ${texts.madeUp}`}
        </p>
        <h1>
          {inventory.name !== undefined && (
            <span className={styles.fleet}>
              <Name text={inventory.name} />
            </span>
          )}
          <span className={styles.route}>
            {server?.version} → {goal.target}
          </span>
        </h1>
        <p className={styles.status}>
          {report.summary[0]} {describeSkips(plan)}
        </p>
        <dl className={styles.facts}>
          <Fact name={texts.printedOn}>{printedOn}</Fact>
          {plan.status !== 'blocked' && verification.ok && (
            <Fact name={texts.verified}>
              <Prose text={describeVerified(verification)} />
            </Fact>
          )}
          {progress.done.size > 0 && (
            <Fact name={texts.carriedOut}>
              <Prose text={describeProgress(plan, progress)} />
            </Fact>
          )}
          <Fact name={texts.fleet}>{texts.entriesAndInstances(inventory.entries.length, instances)}</Fact>
          <Fact name={texts.askedFor}>{describeWishes(printed)}</Fact>
          <Fact name={texts.catalog}>
            {texts.updated(mark.id, mark.updated)}
            <span className={styles.digest}>{mark.digest}</span>
          </Fact>
          <Fact name={texts.planFile}>
            <Prose text={file.name} />
            <span className={styles.digest}>{file.digest}</span>
          </Fact>
        </dl>
      </div>
      {link !== undefined && <LinkCode link={link} />}
    </header>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.lines}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Prose text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has to be known before anything is done. */
export function Summary({ report, isWhole }: { report: PlanReport; isWhole: boolean }) {
  const { summary, causes, alsoBlocking, unblock, noUnblock, openFacts, limits } = report;
  return (
    <>
      {isWhole && <Lines title={texts.summary} lines={summary.slice(1)} />}
      <Lines title={texts.because} lines={causes} />
      <Lines title={texts.alsoBlocking} lines={alsoBlocking} />
      <Lines title={texts.unblock} lines={unblock} />
      <Lines title={texts.noUnblock} lines={noUnblock} />
      <Lines title={texts.openFacts} lines={openFacts} />
      <Lines title={texts.limits} lines={limits} />
    </>
  );
}
