import { useId } from 'react';
import { formatList } from '../../formats/wording/names';
import * as texts from '../../texts/import';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { InlineCode } from '../../ui/inline-code';
import styles from './import.module.css';
import { ImportColumns } from './import-columns';
import { FIRST_WAY, focusInDialog } from './import-focus';
import type { Answer } from './import-reading';
import { type BroughtSource, chooseColumns, chooseReader } from './import-source';
import { isUnsure, type ReadFile, type ReadInventory } from './reading';

const BY_CONTENT = '';
const MOST_NAMED = 200;

/** Options hold no code. */
const plain = (name: string) => name.replaceAll('`', '');

/** Equal ones once, with their number. */
function countEqual(names: readonly string[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts];
}

function LeftAside({ file }: { file: ReadFile }) {
  const ignored = countEqual(file.ignored);
  return (
    <>
      {file.secrets.length > 0 && (
        <p className={styles.secrets}>
          <Icon name="warning" size={14} />
          <span>{texts.secrets(formatList([...new Set(file.secrets)].slice(0, MOST_NAMED)))}</span>
        </p>
      )}
      {file.alreadyKnown > 0 && <p className={styles.aside}>{texts.alreadyKnown(file.alreadyKnown)}</p>}
      {ignored.length > 0 && (
        <details className={styles.ignored}>
          <summary>{texts.ignored(file.ignored.length)}</summary>
          <ul>
            {ignored.slice(0, MOST_NAMED).map(([name, count]) => (
              <li key={name}>
                {name.slice(0, 200)}
                {count > 1 && texts.times(count)}
              </li>
            ))}
            {ignored.length > MOST_NAMED && <li>{texts.andMore(ignored.length - MOST_NAMED)}</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** A file may hold several outputs. */
const listRead = ({ recognised, alsoRead }: ReadFile) =>
  recognised === undefined ? [] : [recognised, ...alsoRead];

function explainReading(file: ReadFile): string {
  const reasons = listRead(file).map(({ why }) => why);
  return reasons.length === 0 ? texts.wasNotRead : reasons.join(' ');
}

function ReaderChoice({
  source,
  file,
  readers,
  whoId,
  onChoose,
}: {
  source: BroughtSource;
  file: ReadFile | undefined;
  readers: ReadInventory['readers'];
  whoId: string;
  onChoose: (reader: string | undefined) => void;
}) {
  const labelId = useId();
  const read = file === undefined ? [] : listRead(file);
  const alone = read.length > 1 ? [] : read;
  const likely = [...alone, ...(file?.alternatives ?? [])];
  const others = readers.filter(({ reader }) => !likely.some((one) => one.reader === reader));
  return (
    <div className={styles.reader}>
      <span id={labelId}>{texts.readAs}</span>
      <select
        aria-labelledby={`${labelId} ${whoId}`}
        value={source.reader ?? BY_CONTENT}
        onChange={(event) => onChoose(event.target.value === BY_CONTENT ? undefined : event.target.value)}
      >
        <option value={BY_CONTENT}>
          {source.reader === undefined && read.length > 0
            ? plain(read.map(({ name }) => name).join('; '))
            : source.reader === undefined
              ? texts.nothingKnown
              : texts.asContentSays}
        </option>
        {likely
          .filter((one) => source.reader !== undefined || !alone.includes(one))
          .map(({ reader, name }) => (
            <option key={reader} value={reader}>
              {plain(name)}
            </option>
          ))}
        <optgroup label={texts.otherKinds}>
          {others.map(({ reader, name }) => (
            <option key={reader} value={reader}>
              {plain(name)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

function SourceItem({
  source,
  file,
  result,
  onChange,
  onRemove,
}: {
  source: BroughtSource;
  /** Absent until it was read. */
  file: ReadFile | undefined;
  result: ReadInventory | undefined;
  onChange: (source: BroughtSource) => void;
  onRemove: () => void;
}) {
  const whoId = useId();
  const shown = source.name.slice(0, 200);
  const columns = file?.columns ?? [];
  return (
    <li className={styles.source}>
      <div className={styles.sourceHead}>
        <strong id={whoId} dir="auto">
          {shown}
        </strong>
        {file !== undefined && <span>{texts.countRows(file.rows)}</span>}
        <IconButton
          icon="remove"
          label={texts.leaveOut(shown)}
          onClick={(event) => {
            focusInDialog(event.currentTarget, FIRST_WAY);
            onRemove();
          }}
        />
      </div>
      {result !== undefined && file !== undefined && (
        <>
          <ReaderChoice
            source={source}
            file={file}
            readers={result.readers}
            whoId={whoId}
            onChoose={(reader) => onChange(chooseReader(source, reader))}
          />
          <p className={styles.aside}>
            <InlineCode text={explainReading(file)} />
          </p>
          <LeftAside file={file} />
          {columns.length > 0 && !isUnsure(file) && (
            <details>
              <summary>{texts.countColumns(columns.length)}</summary>
              <ImportColumns
                name={shown}
                columns={columns}
                catalog={result.catalog}
                onChoose={(chosen) => onChange(chooseColumns(source, chosen))}
              />
            </details>
          )}
        </>
      )}
    </li>
  );
}

/** What was brought, what each was taken for and why, and what was left aside. */
export function ImportSources({
  sources,
  answer,
  onSources,
}: {
  sources: readonly BroughtSource[];
  answer: Answer | undefined;
  onSources: (sources: readonly BroughtSource[]) => void;
}) {
  const fileOf = (id: string) => answer?.result.files[answer.sources.findIndex((one) => one.id === id)];
  return (
    <ul className={styles.sources} aria-label={texts.brought}>
      {sources.map((source) => (
        <SourceItem
          key={source.id}
          source={source}
          file={fileOf(source.id)}
          result={answer?.result}
          onChange={(now) => onSources(sources.map((one) => (one === source ? now : one)))}
          onRemove={() => onSources(sources.filter((one) => one !== source))}
        />
      ))}
    </ul>
  );
}
