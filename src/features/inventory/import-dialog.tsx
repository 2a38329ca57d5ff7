import { type ChangeEvent, useEffect, useId, useState } from 'react';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './import.module.css';
import type { ImportSource, ReadInventories, ReadInventory, ReadProgress } from './reading';

const ROWS_SHOWN = 8;
const PROBLEMS_SHOWN = 50;

type Reading =
  | { readonly state: 'reading'; readonly progress?: ReadProgress }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'read'; readonly result: ReadInventory };

async function readSource(
  source: ImportSource,
  read: ReadInventories,
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void,
): Promise<Exclude<Reading, { state: 'reading' }>> {
  const { name } = source;
  try {
    // With one source its name would be said with every problem.
    return { state: 'read', result: await read([{ ...source, name: '' }], { signal, onProgress }) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { state: 'failed', message: `${name} could not be read. ${detail}`.trim() };
  }
}

function describeProgress(progress: ReadProgress | undefined): string {
  if (progress === undefined) return 'Reading…';
  const { bytesRead, bytes, rows } = progress;
  const toMegabytes = (size: number) => (size / 1_000_000).toFixed(1);
  return `Reading… ${toMegabytes(bytesRead)} of ${toMegabytes(bytes)} MB, ${rows.toLocaleString('en')} rows so far.`;
}

function placeOf({ line, column, path }: ReadInventory['problems'][number]): string {
  const parts = [
    line === undefined ? '' : `line ${line}`,
    column === undefined ? '' : `column ${column}`,
    path ?? '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}

function Preview({ result }: { result: ReadInventory }) {
  const { entries, problems, rows, files } = result;
  const recognised = files[0]?.recognised;
  return (
    <>
      <p>
        {recognised === undefined ? (
          <strong>Nothing could be read.</strong>
        ) : (
          <>
            {recognised.why}{' '}
            <strong>
              {rows === 1 ? '1 row' : `${rows} rows`} for {result.catalog.name}, {entries.length} of them can
              be taken
              {problems.length > 0 &&
                `, ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`}
              .
            </strong>
          </>
        )}
      </p>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="Problems">
          {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
            <li key={`${placeOf(problem)}${problem.message}`}>
              <span className={styles.place}>{placeOf(problem)}</span>
              {problem.message}
              {rows > 0 && (problem.isDropped ? ' Left out.' : ' Kept.')}
            </li>
          ))}
          {problems.length > PROBLEMS_SHOWN && <li>and {problems.length - PROBLEMS_SHOWN} more</li>}
        </ul>
      )}
      {entries.length > 0 && (
        <table className={styles.preview}>
          <caption className="visually-hidden">The first rows</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Component</th>
              <th scope="col">Version</th>
              <th scope="col">Count</th>
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, ROWS_SHOWN).map((entry) => (
              <tr key={entry.name}>
                <th scope="row" dir="auto">
                  {entry.name.slice(0, 200)}
                </th>
                <td>{entry.component}</td>
                <td>{entry.version}</td>
                <td>{entry.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.length > ROWS_SHOWN && (
        <p className={styles.aside}>and {entries.length - ROWS_SHOWN} more rows</p>
      )}
    </>
  );
}

/** Takes a file or pasted text, shows what was recognised, and takes it over only when told to. */
export function ImportDialog({
  initial,
  hasRows,
  read,
  onTake,
  onClose,
}: {
  /** A file that was dropped, or text that was pasted elsewhere. */
  initial: ImportSource | undefined;
  hasRows: boolean;
  read: ReadInventories;
  onTake: (result: ReadInventory, mode: 'replace' | 'merge') => void;
  onClose: () => void;
}) {
  const [source, setSource] = useState(initial);
  const [reading, setReading] = useState<Reading | undefined>();
  const [mode, setMode] = useState<'replace' | 'merge'>('replace');
  const pasteId = useId();

  useEffect(() => {
    if (source === undefined) return;
    const calledOff = new AbortController();
    setReading({ state: 'reading' });
    let told = 0;
    const onProgress = (progress: ReadProgress) => {
      // In tenths: it is read out.
      const tenths = Math.floor((10 * progress.bytesRead) / progress.bytes);
      if (tenths <= told || calledOff.signal.aborted) return;
      told = tenths;
      setReading({ state: 'reading', progress });
    };
    void readSource(source, read, calledOff.signal, onProgress).then((outcome) => {
      if (!calledOff.signal.aborted) setReading(outcome);
    });
    return () => calledOff.abort();
  }, [source, read]);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) setSource({ name: file.name, content: file });
    event.target.value = '';
  };
  const paste = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const text = event.target.value;
    if (text.trim() === '') {
      setSource(undefined);
      setReading(undefined);
    } else {
      setSource({ name: 'What you pasted', content: text });
    }
  };
  const result = reading?.state === 'read' ? reading.result : undefined;
  const pasted = typeof source?.content === 'string' && source.content.length < 200_000 ? source.content : '';
  return (
    <Modal title="Upload or paste an inventory" onClose={onClose}>
      <div className={styles.import}>
        <div className={styles.ways}>
          <label className={styles.file}>
            <span>A file</span>
            <input
              type="file"
              accept=".json,.csv,.tsv,.txt,.yaml,.yml,.log,.xlsx,.xlsm,application/json,text/csv,text/plain"
              onChange={choose}
            />
          </label>
          <label htmlFor={pasteId}>or text</label>
          <textarea
            id={pasteId}
            className={styles.paste}
            rows={5}
            spellCheck={false}
            value={pasted}
            placeholder={'name,component,version,count\nserver,server,0.10.5,1'}
            onChange={paste}
          />
        </div>
        <div className={styles.outcome} aria-live="polite">
          {source !== undefined && typeof source.content !== 'string' && (
            <p className={styles.aside} dir="auto">
              {source.name.slice(0, 200)}
            </p>
          )}
          {reading?.state === 'reading' && <p>{describeProgress(reading.progress)}</p>}
          {reading?.state === 'failed' && (
            <Banner icon="warning" role="alert">
              {reading.message} Nothing of what you had has changed.
            </Banner>
          )}
          {result !== undefined && <Preview result={result} />}
        </div>
        {result !== undefined && result.entries.length > 0 && hasRows && (
          <fieldset className={styles.mode}>
            <legend className="visually-hidden">What becomes of the rows that are there</legend>
            <label>
              <input
                type="radio"
                name="mode"
                checked={mode === 'replace'}
                onChange={() => setMode('replace')}
              />
              Replace what is there
            </label>
            <label>
              <input type="radio" name="mode" checked={mode === 'merge'} onChange={() => setMode('merge')} />
              Merge: rows of the same name are updated, others are added
            </label>
          </fieldset>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            weight="primary"
            disabled={result === undefined || result.entries.length === 0}
            onClick={() => result !== undefined && onTake(result, mode)}
          >
            {result === undefined || result.entries.length === 0
              ? 'Take it'
              : result.entries.length === 1
                ? 'Take 1 row'
                : `Take ${result.entries.length} rows`}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
