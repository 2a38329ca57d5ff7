import { useMemo, useState } from 'react';
import { compareEntries, type Incoming, suggestMode, type TakeMode } from '../../session/compare-entries';
import { isBlankRow, type SessionInputs } from '../../session/inputs';
import { useInputs } from '../../session/store';
import { takeEntries } from '../../session/take-entries';
import * as texts from '../../texts/import';
import * as pageTexts from '../../texts/page';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './import.module.css';
import { ImportChanges } from './import-changes';
import { ImportUnsure } from './import-columns';
import { ImportFacts } from './import-facts';
import { ImportGrouping } from './import-grouping';
import { ImportMode } from './import-mode';
import preview from './import-preview.module.css';
import { ImportProblems } from './import-problems';
import { type Answer, type Grouping, type Reading, useReading } from './import-reading';
import { type BroughtSource, MAX_SOURCES } from './import-source';
import { ImportSources } from './import-sources';
import { ImportWays } from './import-ways';
import { countKinds, describeChanges, describeProgress, describeResult } from './import-words';
import type { ReadInventories } from './reading';

const UNGROUPED: Grouping = { group: 'auto', groupBy: [] };

function incomingOf({ result }: Answer): Incoming {
  const { catalog, entries, uncounted, facts = {}, name = '' } = result;
  const components = Object.entries(catalog.components);
  const server = components.find(([, { role }]) => role === 'server')?.[0] ?? '';
  return { catalogId: catalog.id, server, entries, uncounted: new Set(uncounted), facts, name };
}

/** How far it is: drawn, and read out in quarters. */
function Progress({ reading: { isReading, progress } }: { reading: Reading }) {
  if (!isReading) return null;
  return (
    <div className={styles.progress}>
      <progress
        aria-label={texts.reading}
        {...(progress !== undefined && { value: progress.bytesRead, max: progress.bytes })}
      />
      <span>{progress === undefined ? texts.readingOn : texts.readingSo(describeProgress(progress))}</span>
    </div>
  );
}

function announce({ isReading, progress, answer }: Reading, changed: string): string {
  if (!isReading) return answer === undefined ? '' : `${describeResult(answer.result)} ${changed}`;
  if (progress === undefined) return '';
  const quarters = Math.floor((4 * progress.bytesRead) / Math.max(1, progress.bytes));
  return quarters === 0 ? texts.readingSaid : texts.readingPercent(25 * quarters);
}

/** Reads what was brought, shows what it is and what it would change, and changes nothing before it is told to. */
export function ImportDialog({
  sources: brought,
  catalogId,
  read,
  onSources,
  onTake,
  onClose,
}: {
  /** Files and texts, also those that were dropped or pasted elsewhere. */
  sources: readonly BroughtSource[];
  /** Of the catalog in use. */
  catalogId: string;
  read: ReadInventories;
  onSources: (sources: readonly BroughtSource[]) => void;
  onTake: (inputs: Partial<SessionInputs>, entries: number) => void;
  onClose: () => void;
}) {
  const stored = useInputs((inputs) => inputs);
  const before = useMemo(() => ({ ...stored, catalogId }), [stored, catalogId]);
  const sources = useMemo(() => brought.slice(0, MAX_SOURCES), [brought]);
  const [grouping, setGrouping] = useState(UNGROUPED);
  const [chosenMode, setMode] = useState<TakeMode | undefined>();
  const [isRemoving, setRemoving] = useState(false);
  const reading = useReading(sources, grouping, read);
  const { answer, isReading, failure } = reading;

  const incoming = useMemo(() => (answer === undefined ? undefined : incomingOf(answer)), [answer]);
  const isOther = incoming !== undefined && incoming.catalogId !== catalogId;
  const hasRows = before.rows.some((row) => !isBlankRow(row));
  const mode: TakeMode =
    incoming === undefined || isOther ? 'replace' : (chosenMode ?? suggestMode(before, incoming));
  const changes = useMemo(
    () =>
      incoming === undefined || incoming.entries.length === 0
        ? undefined
        : compareEntries(before, incoming, mode),
    [before, incoming, mode],
  );
  const isMissingRemoved = mode === 'replace' || isRemoving;
  const taken = incoming?.entries.length ?? 0;
  const take = () => {
    if (incoming === undefined || changes === undefined) return;
    onTake(takeEntries(before, incoming, changes, { mode, isMissingRemoved }), taken);
  };

  const changed = changes === undefined ? '' : describeChanges(changes, isMissingRemoved);
  const said = announce(reading, changed);
  const result = answer?.result;

  return (
    <Modal
      title={texts.title}
      isWide={sources.length > 0}
      onClose={onClose}
      footer={
        <>
          <p>{isReading ? '' : changed}</p>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            weight="primary"
            disabled={isReading || failure !== undefined || changes === undefined}
            onClick={take}
          >
            {taken === 0 ? texts.takeNone : texts.take(taken)}
          </Button>
        </>
      }
    >
      <div className={styles.import}>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <div className={styles.parts} data-read={result !== undefined || undefined}>
          <div className={styles.side}>
            <ImportWays sources={sources} onSources={onSources} />
            {brought.length > MAX_SOURCES && <Banner icon="warning">{texts.tooMany(MAX_SOURCES)}</Banner>}
            <Progress reading={reading} />
            {failure !== undefined && (
              <Banner
                icon="warning"
                role="alert"
                actions={<Button onClick={() => onSources([...sources])}>{pageTexts.tryAgain}</Button>}
              >
                {texts.notRead(failure)}
              </Banner>
            )}
            {sources.length > 0 && <ImportSources sources={sources} answer={answer} onSources={onSources} />}
          </div>
          {answer !== undefined && result !== undefined && (
            <div className={styles.main} aria-busy={isReading}>
              <p className={styles.result} data-outcome tabIndex={-1}>
                {describeResult(result)}
              </p>
              <ImportUnsure answer={answer} sources={sources} onSources={onSources} />
              <ImportProblems answer={answer} sources={sources} onSources={onSources} />
              {result.rows > 1 && (
                <ImportGrouping result={result} grouping={grouping} onGroup={setGrouping} />
              )}
              {changes !== undefined && (
                <section className={preview.part} aria-labelledby="import-changes">
                  <h3 id="import-changes">{texts.whatItDoes}</h3>
                  {hasRows && (
                    <ImportMode
                      mode={mode}
                      missing={countKinds(changes).missing}
                      isMissingRemoved={isRemoving}
                      other={isOther ? result.catalog.name : undefined}
                      onMode={setMode}
                      onRemoveMissing={setRemoving}
                    />
                  )}
                  <ImportFacts
                    catalog={result.catalog}
                    before={before.facts}
                    now={mode === 'replace' ? incoming?.facts : { ...before.facts, ...incoming?.facts }}
                  />
                  <ImportChanges changes={changes} mode={mode} isMissingRemoved={isMissingRemoved} />
                </section>
              )}
            </div>
          )}
        </div>
      </div>
    </Modal>
  );
}
