import { memo, useState } from 'react';
import type { FieldChange, RowChange, TakeMode } from '../../session/compare-entries';
import * as texts from '../../texts/import';
import { formatNumber } from '../../texts/numbers';
import { Icon, type IconName } from '../../ui/icon';
import { Segments } from '../../ui/segments';
import { useGradually } from '../../ui/use-gradually';
import { Pager, usePages } from './import-pager';
import styles from './import-preview.module.css';
import { type ChangeKind, countKinds, KINDS } from './import-words';

const PAGE = 100;

/** So that no key waits for a page of them. */
const ROWS_AT_ONCE = 8;

const LOOKS: Readonly<Record<ChangeKind, { icon: IconName; words: string }>> = {
  add: { icon: 'add', words: texts.added },
  update: { icon: 'arrow', words: texts.updated },
  same: { icon: 'check', words: texts.same },
  missing: { icon: 'question', words: texts.missing },
};

const FIELD_NAMES: Readonly<Record<FieldChange['field'], string>> = texts.fieldNames;

/** Fields that have columns of their own. */
const OWN_COLUMNS: ReadonlySet<string> = new Set(['name', 'component', 'version', 'count']);

function Value({ text }: { text: string }) {
  return text === '' ? <em>{texts.nothing}</em> : <bdi>{text.slice(0, 200)}</bdi>;
}

function FromTo({ from, to }: { from: string; to: string }) {
  return (
    <span className={styles.change}>
      <span className="visually-hidden">{texts.was} </span>
      <del>
        <Value text={from} />
      </del>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">{texts.becomes} </span>
      <ins>
        <Value text={to} />
      </ins>
    </span>
  );
}

function Cell({ change, field }: { change: RowChange; field: 'name' | 'component' | 'version' | 'count' }) {
  const changed =
    change.kind === 'update' ? change.fields.find((candidate) => candidate.field === field) : undefined;
  if (changed !== undefined) return <FromTo {...changed} />;
  const text = change.row[field].trim();
  return <bdi>{field === 'count' && text === '' ? '1' : text.slice(0, 200)}</bdi>;
}

function Others({ change }: { change: RowChange }) {
  const others = change.kind === 'update' ? change.fields.filter(({ field }) => !OWN_COLUMNS.has(field)) : [];
  if (others.length > 0) {
    return (
      <ul>
        {others.map(({ field, from, to }) => (
          <li key={field}>
            {FIELD_NAMES[field]}: <FromTo from={from} to={to} />
          </li>
        ))}
      </ul>
    );
  }
  const { pinned, protocols, labels } = change.row;
  const parts = [pinned === '' ? '' : texts.pinned(pinned), protocols, labels].filter((part) => part !== '');
  return <bdi>{parts.join('; ').slice(0, 200)}</bdi>;
}

function fateOf(kind: ChangeKind, mode: TakeMode, isMissingRemoved: boolean): string {
  if (kind !== 'missing') return LOOKS[kind].words;
  return mode === 'replace' || isMissingRemoved ? texts.missingRemoved : texts.missingKept;
}

const ChangeItem = memo(function ChangeItem({ change, fate }: { change: RowChange; fate: string }) {
  return (
    <tr data-kind={change.kind}>
      <th scope="row">
        <Cell change={change} field="name" />
      </th>
      <td>
        <Cell change={change} field="component" />
      </td>
      <td>
        <Cell change={change} field="version" />
      </td>
      <td>
        <Cell change={change} field="count" />
      </td>
      <td>
        <Others change={change} />
      </td>
      <td className={styles.kind}>
        <Icon name={LOOKS[change.kind].icon} size={14} /> {fate}
      </td>
    </tr>
  );
});

/** A page of them. */
function ChangeItems({
  shown,
  mode,
  isMissingRemoved,
}: {
  shown: readonly RowChange[];
  mode: TakeMode;
  isMissingRemoved: boolean;
}) {
  const count = useGradually(shown.length, ROWS_AT_ONCE, true);
  return shown
    .slice(0, count)
    .map((change) => (
      <ChangeItem key={change.row.id} change={change} fate={fateOf(change.kind, mode, isMissingRemoved)} />
    ));
}

/** Row by row what there will be, and what becomes of the rows that are there. */
export function ImportChanges({
  changes,
  mode,
  isMissingRemoved,
}: {
  changes: readonly RowChange[];
  mode: TakeMode;
  isMissingRemoved: boolean;
}) {
  const [wanted, setWanted] = useState<ChangeKind | 'all'>('all');
  const counts = countKinds(changes);
  // What was chosen may have gone with the mode or a file.
  const shownKind = wanted !== 'all' && counts[wanted] === 0 ? 'all' : wanted;
  const shown = shownKind === 'all' ? changes : changes.filter(({ kind }) => kind === shownKind);
  const pages = usePages(shown, PAGE);
  const choose = (kind: ChangeKind | 'all') => {
    setWanted(kind);
    pages.go(0);
  };
  const options = [
    { value: 'all' as const, label: texts.all(changes.length) },
    ...KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({
      value: kind,
      label: (
        <>
          <Icon name={LOOKS[kind].icon} size={14} /> {formatNumber(counts[kind])} {LOOKS[kind].words}
        </>
      ),
    })),
  ];
  return (
    <>
      <div className={styles.partHead}>
        <Segments
          name="changes"
          label={texts.rowsToShow}
          value={shownKind}
          options={options}
          onChoose={choose}
        />
        <Pager pages={pages} what="rows" />
      </div>
      <table className={styles.changes}>
        <caption className="visually-hidden">{texts.whatBecomes}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.component}</th>
            <th scope="col">{texts.version}</th>
            <th scope="col">{texts.count}</th>
            <th scope="col">{texts.also}</th>
            <th scope="col">{texts.whatHappens}</th>
          </tr>
        </thead>
        <tbody>
          <ChangeItems
            key={`${shownKind} ${pages.first}`}
            shown={pages.shown}
            mode={mode}
            isMissingRemoved={isMissingRemoved}
          />
        </tbody>
      </table>
    </>
  );
}
