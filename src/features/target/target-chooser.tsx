import { memo, useId, useLayoutEffect, useRef } from 'react';
import type { ReachedRelease } from '../../engine/assessment/reach';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Problem } from '../../engine/model/problem';
import { compareVersions, isPrerelease, readVersion } from '../../engine/model/version';
import { describeReached } from '../../formats/wording/describe-reached';
import { setGoal, useInputs } from '../../session/store';
import * as texts from '../../texts/target';
import { InlineCode } from '../../ui/inline-code';
import { Segments } from '../../ui/segments';
import { DisruptionOrder } from './disruption-order';
import { ExactTargets } from './exact-targets';
import styles from './target.module.css';

type Choice = Pick<ReachedRelease, 'version' | 'date'> & Partial<ReachedRelease>;

function choicesOf(
  catalog: Catalog,
  serverVersion: string | undefined,
  reached: readonly ReachedRelease[] | undefined,
): readonly Choice[] {
  if (reached !== undefined) return reached.toReversed();
  return catalog.releases
    .filter((release) => serverVersion === undefined || compareVersions(release.version, serverVersion) >= 0)
    .map(({ version, date }) => ({ version, ...(date !== undefined && { date }) }))
    .toReversed();
}

/** Where to: every release at or above the server's, with what it costs from here. */
export const TargetChooser = memo(function TargetChooser({
  catalog,
  inventory,
  serverVersion,
  reached,
  isReaching,
  problems,
  skips,
}: {
  catalog: Catalog;
  /** There where nothing in it is wrong. */
  inventory: Inventory | undefined;
  serverVersion: string | undefined;
  /** Absent until it is worked out. */
  reached: readonly ReachedRelease[] | undefined;
  isReaching: boolean;
  problems: readonly Problem[];
  /** What skipping would mean for this target; empty where it is not known. */
  skips: readonly string[];
}) {
  const goal = useInputs((inputs) => inputs.goal);
  const list = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const server = serverVersion === undefined ? undefined : readVersion(serverVersion);
  const choices = choicesOf(catalog, server, reached);
  const isListed = goal.target === '' || choices.some((choice) => choice.version === goal.target);

  const hasChoices = choices.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view when the list is there, not while choosing
  useLayoutEffect(() => {
    // With the frame, which lays the page out anyway.
    const frame = requestAnimationFrame(() => {
      const chosen = list.current?.querySelector<HTMLElement>('label:has(:checked)');
      // Nothing moves away from under the pointer.
      if (chosen && list.current && !list.current.matches(':hover'))
        list.current.scrollTop = chosen.offsetTop - list.current.clientHeight / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [hasChoices, catalog]);

  return (
    <>
      {problems.map((problem) => (
        <p key={problem.path + problem.message} className={styles.problem}>
          {problem.message}
        </p>
      ))}
      {!hasChoices && serverVersion !== undefined && (
        <p className={styles.problem}>{texts.noReleases(catalog.name, serverVersion)}</p>
      )}
      <div
        ref={list}
        className={styles.releases}
        role="radiogroup"
        aria-label={texts.releases}
        aria-busy={isReaching}
        data-stale={isReaching || undefined}
      >
        {!isListed && (
          <label className={styles.release} data-status="blocked">
            <input type="radio" name="target" checked readOnly />
            <span className={styles.station} />
            <span className={styles.version}>{goal.target.slice(0, 60)}</span>
            <span className={styles.cost}>{texts.notListed}</span>
          </label>
        )}
        {choices.map((choice) => {
          const cost = choice.status === undefined ? '' : describeReached(choice as ReachedRelease, catalog);
          return (
            <label key={choice.version} className={styles.release} data-status={choice.status}>
              <input
                type="radio"
                name="target"
                value={choice.version}
                checked={choice.version === goal.target}
                onChange={() => setGoal({ target: choice.version })}
              />
              <span className={styles.station} aria-hidden="true" />
              <span className={styles.version}>{choice.version}</span>
              <span className={styles.cost}>
                <InlineCode text={cost} />
              </span>
              {choice.date !== undefined && <span className={styles.date}>{choice.date}</span>}
            </label>
          );
        })}
      </div>
      <div className={styles.options}>
        <Segments
          name="consumers"
          label={texts.others}
          value={goal.consumers}
          options={[
            { value: 'keep', label: texts.keep },
            { value: 'align', label: texts.align },
          ]}
          onChoose={(consumers) => setGoal({ consumers })}
        />
        <label className={styles.option}>
          <input
            type="checkbox"
            checked={goal.allowSkips}
            aria-describedby={helpId}
            onChange={(event) => setGoal({ allowSkips: event.target.checked })}
          />
          <span>
            {texts.allowSkips}
            <small id={helpId}>
              {texts.skipsHelp}{' '}
              {skips.map((words) => (
                <span key={words} className={styles.skips}>
                  <InlineCode text={words} />{' '}
                </span>
              ))}
            </small>
          </span>
        </label>
        {catalog.releases.some((release) => isPrerelease(release.version)) && (
          <label className={styles.option}>
            <input
              type="checkbox"
              checked={goal.prereleases}
              onChange={(event) => setGoal({ prereleases: event.target.checked })}
            />
            <span>{texts.allowPrereleases}</span>
          </label>
        )}
        <ExactTargets catalog={catalog} inventory={inventory} />
        <DisruptionOrder catalog={catalog} inventory={inventory} />
      </div>
    </>
  );
});
