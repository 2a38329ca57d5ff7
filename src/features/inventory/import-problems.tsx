import { type FocusEvent, type FormEvent, useId, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import * as texts from '../../texts/import';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import { Pager, usePages } from './import-pager';
import styles from './import-preview.module.css';
import type { Answer } from './import-reading';
import type { BroughtSource, CorrectedRow } from './import-source';
import { listProblems, type RemarkItem, type RowItem } from './problem-list';
import type { CorrectedCells } from './reading';
import { VersionLists, versionListId } from './version-lists';

const PAGE = 25;
/** The table behind the dialog has lists of its own. */
const LISTS = 'brought';

function Where({ file, place }: { file: string; place: string }) {
  const where = [file.slice(0, 200), place].filter((part) => part !== '').join(', ');
  return where === '' ? null : <span className={styles.place}>{where}: </span>;
}

function CorrectionForm({
  item,
  catalog,
  problemsId,
  onCorrect,
}: {
  item: RowItem;
  catalog: Catalog;
  problemsId: string;
  onCorrect: (cells: CorrectedCells) => void;
}) {
  const [cells, setCells] = useState(item.cells);
  const [wasCorrected, setCorrected] = useState(item.isCorrected);
  if (wasCorrected !== item.isCorrected) {
    setCorrected(item.isCorrected);
    // Left out again: its cells are those of the file.
    if (wasCorrected) setCells(item.cells);
  }
  const who = item.name === '' ? texts.row(item.number) : item.name.slice(0, 80);
  const isWrong = (cell: keyof CorrectedCells) => item.problems.some(({ row }) => row?.cell === cell);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCorrect(cells);
  };
  // To leave the row is enough once a cell was changed that was wrong. That another one was is no word about it.
  const isMended = (['component', 'version', 'count', 'protocols'] as const).some(
    (field) => cells[field] !== item.cells[field] && (item.isCorrected || isWrong(field)),
  );
  const leave = (event: FocusEvent<HTMLFormElement>) => {
    if (isMended && !event.currentTarget.contains(event.relatedTarget)) onCorrect(cells);
  };
  const cell = (field: keyof CorrectedCells) => ({
    value: cells[field] ?? '',
    'aria-invalid': isWrong(field) || undefined,
    'aria-describedby': isWrong(field) ? problemsId : undefined,
  });
  const isKnown = Object.hasOwn(catalog.components, cells.component);
  return (
    <form className={styles.correction} onSubmit={submit} onBlur={leave}>
      <select
        {...cell('component')}
        aria-label={texts.componentOf(who)}
        onChange={(event) => setCells({ ...cells, component: event.target.value })}
      >
        {!isKnown && (
          <option value={cells.component}>
            {cells.component === '' ? texts.choose : texts.notKnown(cells.component.slice(0, 60))}
          </option>
        )}
        {Object.keys(catalog.components).map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
      <input
        {...cell('version')}
        type="text"
        aria-label={texts.versionOf(who)}
        list={versionListId(cells.component, LISTS)}
        placeholder="1.2.3"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setCells({ ...cells, version: event.target.value })}
      />
      <input
        {...cell('count')}
        type="text"
        aria-label={texts.countOfRow(who)}
        inputMode="numeric"
        placeholder="1"
        autoComplete="off"
        onChange={(event) => setCells({ ...cells, count: event.target.value })}
      />
      {cells.protocols !== undefined && (
        <input
          {...cell('protocols')}
          type="text"
          className={styles.ranges}
          aria-label={texts.protocolsOf(who)}
          placeholder={texts.protocolsHint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCells({ ...cells, protocols: event.target.value })}
        />
      )}
      <Button type="submit">{texts.correct}</Button>
    </form>
  );
}

function WrongRow({
  item,
  catalog,
  onCorrect,
}: {
  item: RowItem;
  catalog: Catalog;
  /** `undefined`: as it stands in the file. */
  onCorrect: (cells: CorrectedCells | undefined) => void;
}) {
  const problemsId = useId();
  return (
    <li data-corrected={item.isCorrected || undefined}>
      <div id={problemsId}>
        <p>
          <Where {...item} />
          <strong dir="auto">{item.name.slice(0, 200)}</strong>
        </p>
        {item.problems.map(({ code, message }) => (
          <p key={code + message}>
            <InlineCode text={message} />
          </p>
        ))}
        <p className={styles.fate}>
          {item.isCorrected ? (
            <>
              <Icon name="check" size={14} /> {texts.corrected}{' '}
              <Button
                weight="quiet"
                onClick={(event) => {
                  event.currentTarget.closest('li')?.querySelector('input')?.focus();
                  onCorrect(undefined);
                }}
              >
                {texts.leaveOutAgain}
              </Button>
            </>
          ) : (
            texts.leftOut
          )}
        </p>
      </div>
      <CorrectionForm item={item} catalog={catalog} problemsId={problemsId} onCorrect={onCorrect} />
    </li>
  );
}

function Remark({ item }: { item: RemarkItem }) {
  return (
    <li>
      <p>
        <Where {...item} />
        <InlineCode text={item.message} />
      </p>
      <p className={styles.fate}>{item.isDropped ? texts.leftOut : texts.keptRow}</p>
    </li>
  );
}

/** What is wrong, where, and what to do; rows are corrected in place. */
export function ImportProblems({
  answer,
  sources,
  onSources,
}: {
  answer: Answer;
  sources: readonly BroughtSource[];
  onSources: (sources: readonly BroughtSource[]) => void;
}) {
  const headingId = useId();
  const items = listProblems(answer);
  const pages = usePages(items, PAGE);
  const { catalog } = answer.result;
  const correct = ({ sourceId, number, name, place }: RowItem, cells: CorrectedCells | undefined) => {
    const own: CorrectedRow[] = cells === undefined ? [] : [{ number, name, place, ...cells }];
    onSources(
      sources.map((source) => {
        if (source.id !== sourceId) return source;
        const others = (source.corrections ?? []).filter((row) => row.number !== number);
        return { ...source, corrections: [...others, ...own] };
      }),
    );
  };
  if (items.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <div className={styles.partHead}>
        <h3 id={headingId}>{texts.problems}</h3>
        <Pager pages={pages} what="problems" />
      </div>
      <VersionLists catalog={catalog} prefix={LISTS} />
      <ul className={styles.problems} aria-labelledby={headingId}>
        {pages.shown.map((item) =>
          'problems' in item ? (
            <WrongRow
              key={item.key}
              item={item}
              catalog={catalog}
              onCorrect={(cells) => correct(item, cells)}
            />
          ) : (
            <Remark key={item.key} item={item} />
          ),
        )}
      </ul>
    </section>
  );
}
