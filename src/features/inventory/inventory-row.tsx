import { memo, useId } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { CellProblem } from '../../session/draft-entry';
import type { DraftRow, RowField } from '../../session/inputs';
import { editCell } from '../../session/store';
import { IconButton } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import styles from './inventory.module.css';
import type { RowFinding } from './row-finding';
import { versionListId } from './version-lists';

const STATUS: Readonly<Record<RowFinding['status'], { icon: IconName; words: string }>> = {
  server: { icon: 'check', words: 'server' },
  compatible: { icon: 'check', words: 'works' },
  limited: { icon: 'warning', words: 'limited' },
  unknown: { icon: 'question', words: 'unknown' },
  incompatible: { icon: 'stop', words: 'broken' },
};

interface InventoryRowProps {
  row: DraftRow;
  number: number;
  catalog: Catalog;
  problems: readonly CellProblem[];
  finding: RowFinding | undefined;
  isOpen: boolean;
  onToggle: (id: string) => void;
  onDuplicate: (id: string) => void;
  onDelete: (id: string) => void;
}

function Cell({
  row,
  field,
  label,
  problems,
  problemsId,
  ...rest
}: {
  row: DraftRow;
  field: RowField;
  label: string;
  problems: readonly CellProblem[];
  problemsId: string;
  list?: string;
  placeholder?: string;
  inputMode?: 'numeric';
}) {
  const isWrong = problems.some((problem) => problem.field === field);
  return (
    <input
      {...rest}
      className={styles.cell}
      type="text"
      value={row[field]}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? problemsId : undefined}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      data-field={field}
      onChange={(event) => editCell(row.id, field, event.target.value)}
    />
  );
}

function RowDetails({
  row,
  catalog,
  ...shared
}: Pick<InventoryRowProps, 'row' | 'catalog' | 'problems'> & { problemsId: string; who: string }) {
  const { who, ...cell } = { row, ...shared };
  const component = Object.hasOwn(catalog.components, row.component)
    ? catalog.components[row.component]
    : undefined;
  const protocols = component?.role === 'server' ? Object.keys(catalog.protocols) : (component?.speaks ?? []);
  const kept = Object.keys(row.more);
  return (
    <div className={styles.details}>
      <div className={styles.field}>
        <span>Pinned because</span>
        <Cell {...cell} field="pinned" label={`Why ${who} is pinned`} placeholder="empty: it may move" />
      </div>
      <div className={styles.field}>
        <span>Advertises</span>
        <Cell
          {...cell}
          field="protocols"
          label={`Protocol ranges that ${who} advertises`}
          placeholder={`empty: as the catalog says${protocols[0] === undefined ? '' : ` (else like ${protocols[0]} 1-2)`}`}
        />
      </div>
      <div className={styles.field}>
        <span>Labels</span>
        <Cell {...cell} field="labels" label={`Labels of ${who}`} placeholder="team=payments, zone=eu" />
      </div>
      {component?.builtWith !== undefined && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={row.source === 'external'}
            onChange={(event) => editCell(row.id, 'source', event.target.checked ? 'external' : '')}
          />
          <span>Built outside: no other entry of this inventory builds it</span>
        </label>
      )}
      {kept.length > 0 && <p className={styles.kept}>Kept as imported: {kept.join(', ')}</p>}
    </div>
  );
}

function InventoryRowView({
  row,
  number,
  catalog,
  problems,
  finding,
  isOpen,
  onToggle,
  onDuplicate,
  onDelete,
}: InventoryRowProps) {
  const problemsId = useId();
  const who = row.name.trim() === '' ? `row ${number}` : row.name.trim().slice(0, 80);
  const component = Object.hasOwn(catalog.components, row.component)
    ? catalog.components[row.component]
    : undefined;
  const remarks = problems.length === 0 ? (finding?.remarks ?? []) : [];
  const isAside = problems.every((problem) => problem.code === 'missing');
  const status = problems.length === 0 && finding !== undefined ? STATUS[finding.status] : undefined;
  const cell = { row, problems, problemsId };
  return (
    <>
      <tr
        className={styles.row}
        data-role={component?.role}
        data-row={row.id}
        data-open={isOpen || undefined}
      >
        <th scope="row">
          <Cell {...cell} field="name" label={`Name of ${who}`} placeholder="name" />
          {row.pinned.trim() !== '' && (
            <span className={styles.pin} title={`Pinned: ${row.pinned.slice(0, 200)}`}>
              <Icon name="pin" size={14} />
              <span className="visually-hidden">pinned</span>
            </span>
          )}
        </th>
        <td>
          <select
            className={styles.cell}
            value={row.component}
            aria-label={`Component of ${who}`}
            aria-invalid={problems.some((problem) => problem.field === 'component') || undefined}
            data-field="component"
            onChange={(event) => editCell(row.id, 'component', event.target.value)}
          >
            {component === undefined && (
              <option value={row.component}>
                {row.component === '' ? 'choose' : `${row.component.slice(0, 60)} (not known)`}
              </option>
            )}
            {Object.entries(catalog.components).map(([id, known]) => (
              <option key={id} value={id} title={known.description?.slice(0, 300)}>
                {id}
              </option>
            ))}
          </select>
        </td>
        <td>
          <Cell
            {...cell}
            field="version"
            label={`Version of ${who}`}
            list={versionListId(row.component)}
            placeholder="1.2.3"
          />
        </td>
        <td>
          <Cell {...cell} field="count" label={`Count of ${who}`} inputMode="numeric" placeholder="1" />
        </td>
        <td className={styles.status} data-status={finding?.status}>
          {problems.length > 0 ? (
            <span className={styles.todo}>
              <Icon name="warning" size={14} /> {isAside ? 'to do' : 'check'}
            </span>
          ) : (
            status !== undefined && (
              <span>
                <Icon name={status.icon} size={14} /> {status.words}
              </span>
            )
          )}
        </td>
        <td className={styles.actions}>
          <IconButton
            id={`more-${row.id}`}
            icon="chevron"
            label={`More of ${who}`}
            aria-expanded={isOpen}
            className={styles.toggle}
            onClick={() => onToggle(row.id)}
          />
          <IconButton icon="copy" label={`Duplicate ${who}`} onClick={() => onDuplicate(row.id)} />
          <IconButton icon="remove" label={`Delete ${who}`} onClick={() => onDelete(row.id)} />
        </td>
      </tr>
      {(problems.length > 0 || remarks.length > 0 || isOpen) && (
        <tr className={styles.below} data-role={component?.role}>
          <td colSpan={6}>
            <ul id={problemsId} className={styles.remarks}>
              {problems.map((problem) => (
                <li
                  key={`${problem.field}${problem.message}`}
                  data-tone={problem.code === 'missing' ? 'aside' : 'plain'}
                >
                  {problem.message}
                </li>
              ))}
              {remarks.map((remark) => (
                <li key={remark.words} data-tone={remark.tone}>
                  <InlineCode text={remark.words} />
                </li>
              ))}
            </ul>
            {isOpen && (
              <RowDetails row={row} catalog={catalog} problems={problems} problemsId={problemsId} who={who} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function haveSameProblems(a: readonly CellProblem[], b: readonly CellProblem[]): boolean {
  return a.length === b.length && a.every((problem, i) => problem.message === b[i]?.message);
}

/** Drawn again only when something in it reads differently: tables are long, and every keystroke passes here. */
export const InventoryRow = memo(
  InventoryRowView,
  (before, now) =>
    before.row === now.row &&
    before.number === now.number &&
    before.catalog === now.catalog &&
    before.isOpen === now.isOpen &&
    before.finding?.key === now.finding?.key &&
    haveSameProblems(before.problems, now.problems),
);
