import { useId } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import * as texts from '../../texts/import';
import { Button } from '../../ui/button';
import { ScrollBox } from '../../ui/scroll-box';
import { Sentence } from '../../ui/sentence';
import styles from './import.module.css';
import { focusInDialog, OUTCOME } from './import-focus';
import preview from './import-preview.module.css';
import type { Answer } from './import-reading';
import { type BroughtSource, chooseColumns } from './import-source';
import { type ColumnMeaning, type FoundColumn, isUnsure } from './reading';

const PLAIN = [
  'none',
  'name',
  'component',
  'version',
  'count',
  'pinned',
  'source',
  'labels',
  'protocols',
] as const;

/** What a column may be taken for. Of equal meanings the key is equal. */
function meaningsFor(column: FoundColumn, index: number, catalog: Catalog) {
  const own = column.meaning.kind === 'label' ? column.meaning.label : column.heading;
  const label = own === '' ? texts.column(index + 1) : own;
  const options: { meaning: ColumnMeaning; words: string }[] = [
    ...PLAIN.map((kind) => ({ meaning: { kind }, words: texts.meanings[kind] })),
    { meaning: { kind: 'label', label }, words: texts.labelNamed(label) },
    ...Object.entries(catalog.protocols).flatMap(([protocol, { name }]) =>
      (['both', 'minimum', 'current'] as const).map((end) => ({
        meaning: { kind: 'protocol' as const, protocol, end },
        words: texts.rangeOf[end](name),
      })),
    ),
  ];
  return options.map((option) => ({ ...option, key: keyOf(option.meaning) }));
}

function keyOf(meaning: ColumnMeaning): string {
  if (meaning.kind === 'label') return 'label';
  return meaning.kind === 'protocol' ? `${meaning.protocol} ${meaning.end}` : meaning.kind;
}

const nameOf = ({ heading }: FoundColumn, index: number) => heading || texts.column(index + 1);

/** What the columns of a table are taken for, to be corrected over its first rows. */
export function ImportColumns({
  name,
  columns,
  catalog,
  onChoose,
}: {
  /** Of the table. */
  name: string;
  columns: readonly FoundColumn[];
  catalog: Catalog;
  onChoose: (columns: readonly ColumnMeaning[]) => void;
}) {
  const id = useId();
  const choose = (at: number, meaning: ColumnMeaning) =>
    onChoose(columns.map((column, i) => (i === at ? meaning : column.meaning)));
  const samples = Math.max(0, ...columns.map((column) => column.samples.length));
  const isAsking = columns.some(({ isCertain }) => !isCertain);
  const hasAll = (['component', 'version'] as const).every((kind) =>
    columns.some(({ meaning }) => meaning.kind === kind),
  );
  return (
    <div className={styles.columns}>
      <ScrollBox className={styles.columnsBox} label={texts.columnsOf(name)}>
        <table>
          <caption className="visually-hidden">{texts.columnsCaption}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => {
                const options = meaningsFor(column, i, catalog);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its position alone
                  <th key={i} scope="col" data-unsure={!column.isCertain || undefined}>
                    <span id={`${id}-${i}`} dir="auto">
                      {nameOf(column, i)}
                    </span>
                    <select
                      aria-labelledby={`${id}-${i} ${id}-holds`}
                      value={keyOf(column.meaning)}
                      onChange={(event) => {
                        const chosen = options.find(({ key }) => key === event.target.value);
                        if (chosen !== undefined) choose(i, chosen.meaning);
                      }}
                    >
                      {options.map(({ key, words }) => (
                        <option key={key} value={key}>
                          {words}
                          {!column.isCertain && key === keyOf(column.meaning) ? '?' : ''}
                        </option>
                      ))}
                    </select>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: samples }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file have no other name
              <tr key={row}>
                {columns.map((column, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={i} dir="auto">
                    {column.samples[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <span id={`${id}-holds`} hidden>
        {texts.holds}
      </span>
      {isAsking && (
        <p className={styles.confirm}>
          <span>{texts.confirm(hasAll)}</span>
          <Button
            disabled={!hasAll}
            onClick={(event) => {
              focusInDialog(event.currentTarget, OUTCOME);
              onChoose(columns.map(({ meaning }) => meaning));
            }}
          >
            {texts.readColumns}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Asks what the columns of tables hold whose headings don't tell. */
export function ImportUnsure({
  answer: { sources: answered, result },
  sources,
  onSources,
}: {
  answer: Answer;
  sources: readonly BroughtSource[];
  onSources: (sources: readonly BroughtSource[]) => void;
}) {
  const headingId = useId();
  const asking = sources.flatMap((source) => {
    const file = result.files[answered.findIndex(({ id }) => id === source.id)];
    return file !== undefined && isUnsure(file) ? [{ source, columns: file.columns ?? [] }] : [];
  });
  return asking.map(({ source, columns }) => (
    <section key={source.id} className={preview.part} aria-labelledby={`${headingId}-${source.id}`}>
      <h3 id={`${headingId}-${source.id}`}>
        <Sentence parts={texts.whatHold(<bdi>{source.name.slice(0, 200)}</bdi>)} />
      </h3>
      <ImportColumns
        name={source.name.slice(0, 200)}
        columns={columns}
        catalog={result.catalog}
        onChoose={(chosen) =>
          onSources(sources.map((one) => (one === source ? chooseColumns(source, chosen) : one)))
        }
      />
    </section>
  ));
}
