import { memo, type ReactNode, useId } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { CellProblem } from '../../session/draft-entry';
import type { DraftRow } from '../../session/inputs';
import * as texts from '../../texts/inventory';
import { IconButton } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import { CellEditor } from './cell-editor';
import styles from './grid.module.css';
import { type GridColumn, whoIs } from './grid-columns';
import { RowDetails } from './row-details';
import type { RowFinding } from './row-finding';

const STATUS: Readonly<Record<RowFinding['status'], { icon: IconName; words: string }>> = {
  server: { icon: 'check', words: texts.server },
  compatible: { icon: 'check', words: texts.works },
  limited: { icon: 'warning', words: texts.limited },
  unknown: { icon: 'question', words: texts.unknown },
  incompatible: { icon: 'stop', words: texts.broken },
};

const BUTTONS = { more: 'chevron', duplicate: 'copy', delete: 'remove' } as const;
const LABELS = { more: texts.moreOf, duplicate: texts.duplicateRow, delete: texts.deleteRow } as const;

export interface GridRowProps {
  row: DraftRow;
  /** Among all rows, from 1. */
  number: number;
  /** Among the rows that are shown, from 0. */
  index: number;
  columns: readonly GridColumn[];
  catalog: Catalog;
  problems: readonly CellProblem[];
  finding: RowFinding | undefined;
  isOpen: boolean;
  /** The column where the keys are; -1: in another row. */
  activeColumn: number;
  /** `fresh`: what is typed takes the place of what is there. */
  editing: 'fresh' | 'at-end' | undefined;
  /** What is chosen of the row; none where `from` is -1. */
  chosenFrom: number;
  chosenTo: number;
  /** Whether what is chosen is about to be filled in here. */
  isFilling: boolean;
  /** The column with the handle for filling; -1: none. */
  handleColumn: number;
  measure: (element: HTMLElement | null) => (() => void) | undefined;
}

function Status({ problems, finding }: Pick<GridRowProps, 'problems' | 'finding'>) {
  if (problems.length > 0) {
    const isAside = problems.every((problem) => problem.code === 'missing');
    const words = isAside ? texts.toDo : texts.check;
    return (
      <span className={styles.todo} title={words}>
        <Icon name="warning" size={14} /> <span>{words}</span>
      </span>
    );
  }
  if (finding === undefined) return null;
  const { icon, words } = STATUS[finding.status];
  return (
    <span title={words}>
      <Icon name={icon} size={14} /> <span>{words}</span>
    </span>
  );
}

function Remarks({ id, problems, finding }: Pick<GridRowProps, 'problems' | 'finding'> & { id: string }) {
  const remarks = problems.length === 0 ? (finding?.remarks ?? []) : [];
  if (problems.length === 0 && remarks.length === 0) return null;
  return (
    <ul id={id} className={styles.remarks}>
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
  );
}

function GridRowView(props: GridRowProps) {
  const { row, number, index, columns, catalog, problems, finding, isOpen, activeColumn } = props;
  const remarksId = useId();
  const who = whoIs(row.name, number);
  const component = Object.hasOwn(catalog.components, row.component)
    ? catalog.components[row.component]
    : undefined;
  const hasRemarks = problems.length > 0 || (finding?.remarks.length ?? 0) > 0;
  const tail = columns.length;
  const cell = (column: number) => ({
    'aria-colindex': column + 1,
    'data-column': column,
    tabIndex: column === activeColumn ? 0 : -1,
  });
  const button = (kind: keyof typeof BUTTONS, column: number, rest: object = {}) => (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      data-column={column}
      data-tail={kind}
      className={styles.action}
    >
      <IconButton
        {...rest}
        icon={BUTTONS[kind]}
        label={LABELS[kind](who)}
        tabIndex={column === activeColumn ? 0 : -1}
        data-action={kind}
      />
    </div>
  );
  const content = (column: GridColumn, at: number): ReactNode => {
    const isWrong = problems.some((problem) => problem.field === column.field);
    if (at === activeColumn && props.editing !== undefined) {
      return (
        <CellEditor
          row={row}
          column={column}
          label={column.labelOf(who)}
          catalog={catalog}
          isFresh={props.editing === 'fresh'}
          isWrong={isWrong}
        />
      );
    }
    const text = row[column.field];
    if (text !== '') return <span className={styles.text}>{text}</span>;
    return (
      <span className={styles.placeholder} aria-hidden="true">
        {column.placeholder}
      </span>
    );
  };
  return (
    <div
      ref={props.measure}
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      data-role={component?.role}
      data-row={row.id}
      data-index={index}
      data-open={isOpen || undefined}
    >
      {columns.map((column, at) => {
        const isChosen = at >= props.chosenFrom && at <= props.chosenTo && props.chosenFrom >= 0;
        const isWrong = problems.some((problem) => problem.field === column.field);
        return (
          <div
            key={column.field}
            {...cell(at)}
            role={column.field === 'name' ? 'rowheader' : 'gridcell'}
            className={styles.cell}
            data-field={column.field}
            dir="auto"
            aria-selected={isChosen}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? remarksId : undefined}
            data-unlisted={(column.field === 'version' && finding?.isListed === false) || undefined}
            data-filling={(props.isFilling && isChosen) || undefined}
          >
            {column.field === 'name' && (
              <span className={styles.number} data-gutter data-number={number} aria-hidden="true" />
            )}
            {content(column, at)}
            {column.field === 'name' && row.pinned.trim() !== '' && (
              <span className={styles.pin} title={texts.pinned(row.pinned.slice(0, 200))}>
                <Icon name="pin" size={14} />
                <span className="visually-hidden">{texts.isPinned}</span>
              </span>
            )}
            {at === props.handleColumn && (
              <span className={styles.handle} data-handle title={texts.drawToFill} aria-hidden="true" />
            )}
          </div>
        );
      })}
      <div
        {...cell(tail)}
        role="gridcell"
        className={styles.status}
        data-status={finding?.status}
        aria-readonly="true"
        aria-describedby={hasRemarks ? remarksId : undefined}
      >
        <Status problems={problems} finding={finding} />
      </div>
      {button('more', tail + 1, { id: `more-${row.id}`, 'aria-expanded': isOpen })}
      {button('duplicate', tail + 2)}
      {button('delete', tail + 3)}
      {(hasRemarks || isOpen) && (
        <div role="gridcell" aria-colindex={tail + 5} className={styles.below}>
          <Remarks id={remarksId} problems={problems} finding={finding} />
          {isOpen && (
            <RowDetails row={row} catalog={catalog} problems={problems} problemsId={remarksId} who={who} />
          )}
        </div>
      )}
    </div>
  );
}

function haveSameProblems(a: readonly CellProblem[], b: readonly CellProblem[]): boolean {
  return a.length === b.length && a.every((problem, i) => problem.message === b[i]?.message);
}

/** Drawn again only when something in it reads differently: tables are long, and every keystroke passes here. */
export const GridRow = memo(GridRowView, (before, now) =>
  (Object.keys(now) as (keyof GridRowProps)[]).every((key) => {
    if (key === 'finding') return before.finding?.key === now.finding?.key;
    if (key === 'problems') return haveSameProblems(before.problems, now.problems);
    return before[key] === now[key];
  }),
);
