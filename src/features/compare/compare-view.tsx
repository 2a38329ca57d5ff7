import { type ReactNode, useId } from 'react';
import type { ReachedRelease } from '../../engine/assessment/reach';
import type { ParsedGoal } from '../../engine/model/goal';
import { disruptionOrder } from '../../engine/planning/cost';
import type { AnsweredPlan } from '../../formats/answered-plan';
import { describeCause } from '../../formats/wording/describe-cause';
import {
  describeOptimality,
  describeStatus,
  describeVerification,
} from '../../formats/wording/describe-plan';
import { componentName, formatCount, formatList } from '../../formats/wording/names';
import { Button } from '../../ui/button';
import { InlineCode } from '../../ui/inline-code';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './compare.module.css';
import { type PlanSummary, summarisePlan } from './summarise-plan';

const NAMES_SHOWN = 6;

export interface OtherGoal {
  readonly target: string;
  readonly consumers: ParsedGoal['consumers'];
  readonly allowSkips: boolean;
}

function isPlan({ plan, verification }: AnsweredPlan): boolean {
  return plan.status !== 'blocked' && verification.ok;
}

function describeGoal({ consumers, allowSkips }: OtherGoal): string {
  const what = consumers === 'keep' ? 'Move only what must' : 'Bring everything along';
  return allowSkips ? `${what}, required stops may be skipped` : what;
}

/** What becomes of it: the plan in a line, or why there is none. */
function Outcome({ compared }: { compared: AnsweredPlan }) {
  const { catalog, plan, verification } = compared;
  if (plan.status === 'blocked') {
    const [cause] = plan.causes;
    return (
      <>
        <strong>{describeStatus(plan)}</strong>{' '}
        {cause !== undefined && <InlineCode text={describeCause(cause, catalog)} />}
      </>
    );
  }
  return (
    <>
      <strong>{describeStatus(plan)}</strong> {describeVerification(verification)}
      {verification.ok && plan.status === 'ready' && ` ${describeOptimality(plan, catalog)}`}
    </>
  );
}

interface Row {
  readonly title: string;
  readonly tell: (summary: PlanSummary, compared: AnsweredPlan) => string;
}

function rowsOf(a: AnsweredPlan, b: AnsweredPlan | undefined): Row[] {
  const { catalog, goal } = a;
  const moving = new Set([a, b].flatMap((side) => side?.plan.steps.map(({ component }) => component) ?? []));
  const present = new Set(a.inventory.entries.map(({ component }) => component));
  const order = disruptionOrder(catalog, goal);
  return [
    ...order
      .filter((component) => moving.has(component))
      .map((component) => ({
        title: `Moves, ${componentName(catalog, component)}`,
        tell: ({ moved }: PlanSummary) => (moved.get(component) ?? 0).toLocaleString('en'),
      })),
    { title: 'Server hops', tell: ({ hops }) => String(hops) },
    { title: 'Steps, stages', tell: ({ steps, stages }) => `${steps} in ${formatCount(stages, 'stage')}` },
    {
      title: 'What moves',
      tell: ({ movers }) =>
        movers.length === 0
          ? 'nothing'
          : `${movers
              .slice(0, NAMES_SHOWN)
              .map(({ entry, to }) => `${entry.slice(0, 40)} to ${to}`)
              .join(', ')}${movers.length > NAMES_SHOWN ? ` and ${movers.length - NAMES_SHOWN} more` : ''}`,
    },
    ...order
      .filter((component) => present.has(component))
      .map((component) => ({
        title: `${componentName(catalog, component)} at the end`,
        tell: ({ ends }: PlanSummary) =>
          [...(ends.get(component) ?? [])].map(([version, count]) => `${version} × ${count}`).join(', '),
      })),
    {
      title: 'Pauses',
      tell: ({ pauses, stages }) =>
        stages < 2
          ? 'none is needed'
          : pauses.length === 0
            ? 'nowhere before the end'
            : `after ${pauses.length === 1 ? 'stage' : 'stages'} ${formatList(pauses.map(String))}`,
    },
    {
      title: 'No way back',
      tell: ({ pointOfNoReturn }) =>
        pointOfNoReturn === undefined
          ? 'a safe way leads back from everywhere'
          : `from stage ${pointOfNoReturn} on`,
    },
    {
      title: 'Skipped stops',
      tell: ({ skips }) =>
        skips.length === 0
          ? 'none'
          : skips
              .map(({ from, to, skips: range }) => `${from} to ${to}, which only takes servers in ${range}`)
              .join('; '),
    },
    {
      title: 'Notes to act on',
      tell: ({ notes }) => (notes === 0 ? 'none' : formatCount(notes, 'note')),
    },
    {
      title: 'Open questions',
      tell: (_, { plan }) => {
        const open = plan.openFacts?.length ?? 0;
        return open === 0 ? 'none' : `${formatCount(open, 'answer')} would change it`;
      },
    },
  ];
}

/** The plan as it is chosen, and another one, side by side. */
export function CompareView({
  mine,
  other,
  otherGoal,
  releases,
  trouble,
  onChange,
  onTake,
}: {
  mine: AnsweredPlan;
  /** Absent until it is worked out. */
  other: AnsweredPlan | undefined;
  otherGoal: OtherGoal;
  /** What can be chosen. */
  releases: readonly Pick<ReachedRelease, 'version'>[];
  /** Why the other one cannot be planned for. */
  trouble: string | undefined;
  onChange: (fields: Partial<OtherGoal>) => void;
  onTake: () => void;
}) {
  const skipsId = useId();
  const sides = [mine, other] as const;
  const [mineSummary, otherSummary] = sides.map((side) =>
    side !== undefined && isPlan(side) ? summarisePlan(side) : undefined,
  );
  const cell = (summary: PlanSummary | undefined, side: AnsweredPlan | undefined, row: Row): ReactNode =>
    summary === undefined || side === undefined ? '–' : row.tell(summary, side);
  return (
    <div className={styles.compare}>
      <header>
        <h2 id="compare-heading" tabIndex={-1}>
          Two ways side by side
        </h2>
        <p>What differs stands out. Both are planned from what runs now, with the same answers.</p>
      </header>
      <ScrollBox className={styles.scroll} label="Two ways side by side">
        <table className={styles.table} aria-busy={other === undefined && trouble === undefined}>
          <caption className="visually-hidden">The plan as chosen, and another one beside it</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <span className={styles.which}>As chosen</span>
                <span className={styles.target}>{mine.goal.target}</span>
                <span className={styles.words}>{describeGoal(mine.goal)}</span>
              </th>
              <th scope="col">
                <span className={styles.which}>Beside it</span>
                <select
                  aria-label="Other release"
                  value={otherGoal.target}
                  onChange={(event) => onChange({ target: event.target.value })}
                >
                  {!releases.some(({ version }) => version === otherGoal.target) && (
                    <option value={otherGoal.target}>{otherGoal.target.slice(0, 60)}</option>
                  )}
                  {releases.toReversed().map(({ version }) => (
                    <option key={version}>{version}</option>
                  ))}
                </select>
                <select
                  aria-label="What else moves in the other way"
                  value={otherGoal.consumers}
                  onChange={(event) =>
                    onChange({ consumers: event.target.value === 'align' ? 'align' : 'keep' })
                  }
                >
                  <option value="keep">Move only what must</option>
                  <option value="align">Bring everything along</option>
                </select>
                <label htmlFor={skipsId} className={styles.skips}>
                  <input
                    id={skipsId}
                    type="checkbox"
                    checked={otherGoal.allowSkips}
                    onChange={(event) => onChange({ allowSkips: event.target.checked })}
                  />
                  Skip required stops
                </label>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Outcome</th>
              <td>
                <Outcome compared={mine} />
              </td>
              <td>{other === undefined ? (trouble ?? 'Working it out…') : <Outcome compared={other} />}</td>
            </tr>
            {rowsOf(mine, other).map((row) => {
              const [here, there] = [cell(mineSummary, mine, row), cell(otherSummary, other, row)];
              const differs = otherSummary !== undefined && here !== there;
              return (
                <tr key={row.title} data-differs={differs || undefined}>
                  <th scope="row">{row.title}</th>
                  <td>{here}</td>
                  <td>
                    {there}
                    {differs && <span className="visually-hidden">, which differs</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td />
              <td>
                <Button onClick={onTake} disabled={other === undefined}>
                  Take this one instead
                </Button>
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </div>
  );
}
