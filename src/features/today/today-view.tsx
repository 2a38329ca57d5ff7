import { useMemo } from 'react';
import { assessInventory } from '../../engine/assessment/assess-inventory';
import { findFurthestBehind } from '../../engine/assessment/furthest-behind';
import { findOpenToday } from '../../engine/assessment/open-today';
import { protocolsInUse } from '../../engine/assessment/protocols-in-use';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import { componentName, formatList, protocolName } from '../../formats/wording/names';
import { formatNumber } from '../../texts/numbers';
import * as texts from '../../texts/today';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import { EntryNames } from './entry-names';
import { type Finding, groupFindings } from './group-findings';
import { HeldList } from './held-list';
import { layOutMatrices } from './lay-out-matrix';
import { MatrixTable } from './matrix-table';
import { summariseStanding } from './summarise-standing';
import styles from './today.module.css';

const FINDINGS_SHOWN = 12;
const KINDS: Readonly<Record<Finding['kind'], { icon: IconName; title: string }>> = {
  broken: { icon: 'stop', title: texts.broken },
  unknown: { icon: 'question', title: texts.unknown },
  limited: { icon: 'warning', title: texts.limited },
};

function useStanding(catalog: Catalog, inventory: Inventory) {
  return useMemo(() => {
    const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
    const version = server?.version ?? '';
    const assessments = assessInventory(catalog, inventory);
    const uses = protocolsInUse(catalog, inventory).protocols;
    const matrices = layOutMatrices(inventory, uses, assessments);
    return {
      version,
      summary: summariseStanding(inventory, assessments),
      findings: groupFindings(catalog, inventory, assessments, version),
      open: findOpenToday(catalog, inventory),
      entries: new Map(inventory.entries.map((entry) => [entry.name, entry])),
      protocols: uses.flatMap((use, i) => {
        const matrix = matrices[i];
        return matrix === undefined
          ? []
          : [{ use, matrix, behind: findFurthestBehind(catalog, version, use) }];
      }),
    };
  }, [catalog, inventory]);
}

/** How the fleet stands today: what is broken, which protocol versions are in use, and who holds them back. */
export function TodayView({
  catalog,
  inventory,
  leftOut,
  onShowEntry,
  onAnswer,
}: {
  catalog: Catalog;
  inventory: Inventory;
  /** Rows that are not among it, since something is wrong with them. */
  leftOut: number;
  /** Leads to the row of an entry. */
  onShowEntry: (name: string) => void;
  /** Leads to the question of a fact. */
  onAnswer: (fact: string) => void;
}) {
  const { version, summary, findings, open, entries, protocols } = useStanding(catalog, inventory);
  const spoken = protocols.filter(({ matrix }) => matrix.rows.length > 0);
  const unused = protocols.filter(({ matrix }) => matrix.rows.length === 0);
  return (
    <div className={styles.today}>
      <header>
        <h2 id="today-heading" tabIndex={-1}>
          {texts.title(version)}
        </h2>
        <p className={styles.summary}>{summary}</p>
      </header>
      {leftOut > 0 && (
        <Banner icon="warning" role="status">
          {texts.notCounted(leftOut)}
        </Banner>
      )}
      {open.map(({ fact, entries: names }) => (
        <Banner key={fact} actions={<Button onClick={() => onAnswer(fact)}>{texts.answer}</Button>}>
          <InlineCode text={catalog.facts[fact]?.question ?? fact} /> {texts.notAnswered(names.length)}
        </Banner>
      ))}
      {findings.length > 0 && (
        <section aria-labelledby="today-findings">
          <h3 id="today-findings">{texts.findings}</h3>
          <ul className={styles.findings}>
            {findings.slice(0, FINDINGS_SHOWN).map((finding) => {
              const { icon, title } = KINDS[finding.kind];
              return (
                <li
                  key={JSON.stringify([finding.kind, finding.component, finding.version, finding.reasons])}
                  data-kind={finding.kind}
                  data-role={catalog.components[finding.component]?.role}
                >
                  <span className={styles.kind}>
                    <Icon name={icon} /> {title}
                  </span>
                  <div>
                    <EntryNames entries={finding.entries} onShowEntry={onShowEntry} />{' '}
                    <span className={styles.component}>
                      {componentName(catalog, finding.component)} {finding.version} ×{' '}
                      {formatNumber(finding.instances)}
                    </span>
                    {finding.reasons.map((reason) => (
                      <p key={reason}>
                        <InlineCode text={reason.endsWith('.') ? reason : `${reason}.`} />
                      </p>
                    ))}
                  </div>
                </li>
              );
            })}
          </ul>
          {findings.length > FINDINGS_SHOWN && (
            <p className={styles.summary}>{texts.moreFindings(findings.length - FINDINGS_SHOWN)}</p>
          )}
        </section>
      )}
      {spoken.map(({ use, matrix, behind }) => {
        const name = protocolName(catalog, use.protocol);
        return (
          <section key={use.protocol} aria-labelledby={`today-${use.protocol}`}>
            <h3 id={`today-${use.protocol}`}>{name}</h3>
            <div className={styles.parts}>
              <MatrixTable
                catalog={catalog}
                matrix={matrix}
                name={name}
                server={version}
                onShowEntry={onShowEntry}
              />
              <HeldList
                catalog={catalog}
                name={name}
                behind={behind}
                entries={entries}
                isUsed={use.negotiated.length > 0}
                onShowEntry={onShowEntry}
              />
            </div>
          </section>
        );
      })}
      {unused.length > 0 && (
        <p className={styles.summary}>
          {texts.nobodySpeaks(
            formatList(
              unused.map(({ use }) => protocolName(catalog, use.protocol)),
              texts.or,
            ),
          )}
        </p>
      )}
    </div>
  );
}
