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
import { componentName, formatList } from '../../formats/wording/names';
import * as texts from '../../texts/compare';
import { formatNumber } from '../../texts/numbers';
import * as targetTexts from '../../texts/target';
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
  const what = consumers === 'keep' ? targetTexts.keep : targetTexts.align;
  return allowSkips ? texts.withSkips(what) : what;
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
        title: texts.moves(componentName(catalog, component)),
        tell: ({ moved }: PlanSummary) => formatNumber(moved.get(component) ?? 0),
      })),
    { title: texts.hops, tell: ({ hops }) => String(hops) },
    { title: texts.stepsAndStages, tell: ({ steps, stages }) => texts.stepsIn(steps, stages) },
    {
      title: texts.movers,
      tell: ({ movers }) =>
        movers.length === 0
          ? texts.nothing
          : `${movers
              .slice(0, NAMES_SHOWN)
              .map(({ entry, to }) => texts.mover(entry.slice(0, 40), to))
              .join(
                ', ',
              )}${movers.length > NAMES_SHOWN ? texts.moreMovers(movers.length - NAMES_SHOWN) : ''}`,
    },
    ...order
      .filter((component) => present.has(component))
      .map((component) => ({
        title: texts.atTheEnd(componentName(catalog, component)),
        tell: ({ ends }: PlanSummary) =>
          [...(ends.get(component) ?? [])]
            .map(([version, count]) => `${version} × ${formatNumber(count)}`)
            .join(', '),
      })),
    {
      title: texts.pauses,
      tell: ({ pauses, stages }) =>
        stages < 2
          ? texts.noneNeeded
          : pauses.length === 0
            ? texts.nowhere
            : texts.afterStages(pauses.length, formatList(pauses.map(String))),
    },
    {
      title: texts.noWayBack,
      tell: ({ pointOfNoReturn }) =>
        pointOfNoReturn === undefined ? texts.backFromEverywhere : texts.fromStage(pointOfNoReturn),
    },
    {
      title: texts.skipped,
      tell: ({ skips }) =>
        skips.length === 0
          ? texts.none
          : skips.map(({ from, to, skips: range = '' }) => texts.skip(from, to, range)).join('; '),
    },
    {
      title: texts.notes,
      tell: ({ notes }) => (notes === 0 ? texts.none : texts.countNotes(notes)),
    },
    {
      title: texts.questions,
      tell: (_, { plan }) => {
        const open = plan.openFacts?.length ?? 0;
        return open === 0 ? texts.none : texts.answers(open);
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
          {texts.title}
        </h2>
        <p>{texts.aside}</p>
      </header>
      <ScrollBox className={styles.scroll} label={texts.title}>
        <table className={styles.table} aria-busy={other === undefined && trouble === undefined}>
          <caption className="visually-hidden">{texts.caption}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <span className={styles.which}>{texts.chosen}</span>
                <span className={styles.target}>{mine.goal.target}</span>
                <span className={styles.words}>{describeGoal(mine.goal)}</span>
              </th>
              <th scope="col">
                <span className={styles.which}>{texts.beside}</span>
                <select
                  aria-label={texts.otherRelease}
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
                  aria-label={texts.otherConsumers}
                  value={otherGoal.consumers}
                  onChange={(event) =>
                    onChange({ consumers: event.target.value === 'align' ? 'align' : 'keep' })
                  }
                >
                  <option value="keep">{targetTexts.keep}</option>
                  <option value="align">{targetTexts.align}</option>
                </select>
                <label htmlFor={skipsId} className={styles.skips}>
                  <input
                    id={skipsId}
                    type="checkbox"
                    checked={otherGoal.allowSkips}
                    onChange={(event) => onChange({ allowSkips: event.target.checked })}
                  />
                  {texts.otherSkips}
                </label>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{texts.outcome}</th>
              <td>
                <Outcome compared={mine} />
              </td>
              <td>{other === undefined ? (trouble ?? texts.workingOut) : <Outcome compared={other} />}</td>
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
                    {differs && <span className="visually-hidden">{texts.differs}</span>}
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
                  {texts.take}
                </Button>
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </div>
  );
}
