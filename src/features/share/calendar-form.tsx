import { useId, useState } from 'react';
import { renderCalendar } from '../../formats/plan-calendar';
import type { PlanReport } from '../../formats/plan-report';
import * as texts from '../../texts/export';
import { Button } from '../../ui/button';
import styles from './share.module.css';

const LONGEST_MINUTES = 60 * 24 * 31;

function readMinutes(text: string): number | undefined {
  const minutes = Number(text);
  return text.trim() !== '' && Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST_MINUTES
    ? minutes
    : undefined;
}

function describeEnd(start: number, minutes: readonly number[]): string {
  const end = new Date(start + minutes.reduce((sum, next) => sum + next, 0) * 60_000);
  return texts.ends(end.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }));
}

/** When the change window begins and how long each stage takes, as the operator says: nothing is guessed. */
export function CalendarForm({
  stages,
  report,
  onSave,
}: {
  stages: readonly { readonly number: number; readonly title: string }[];
  /** Made when it is saved. */
  report: () => PlanReport;
  onSave: (calendar: string) => void;
}) {
  const [start, setStart] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const startId = useId();
  const begins = start === '' ? Number.NaN : new Date(start).getTime();
  const minutes = stages.map(({ number }) => readMinutes(typed[number] ?? ''));
  const known = minutes.filter((each) => each !== undefined);
  const isWhole = !Number.isNaN(begins) && known.length === stages.length;
  return (
    <form
      className={styles.calendar}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onSave(renderCalendar(report(), { start: begins, minutes: known, made: Date.now() }));
      }}
    >
      <label htmlFor={startId}>{texts.begins}</label>
      <input
        id={startId}
        type="datetime-local"
        value={start}
        onChange={(event) => setStart(event.target.value)}
      />
      {stages.map(({ number, title }, i) => {
        const text = typed[number] ?? '';
        return (
          <label key={number} className={styles.stage}>
            <span>
              {number}. {title}
            </span>
            <span className={styles.minutes}>
              <input
                type="text"
                inputMode="numeric"
                aria-label={texts.minutesFor(number, title)}
                aria-invalid={(text !== '' && minutes[i] === undefined) || undefined}
                value={text}
                onChange={(event) => setTyped({ ...typed, [number]: event.target.value })}
              />{' '}
              {texts.minutes}
            </span>
          </label>
        );
      })}
      <div className={styles.row}>
        <Button type="submit" icon="download" disabled={!isWhole}>
          {texts.saveCalendar}
        </Button>
        <span className={styles.aside} aria-live="polite">
          {isWhole ? describeEnd(begins, known) : texts.needsTimes}
        </span>
      </div>
    </form>
  );
}
