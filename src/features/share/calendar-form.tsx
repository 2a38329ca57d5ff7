import { useId, useState } from 'react';
import { renderCalendar } from '../../formats/plan-calendar';
import type { PlanReport } from '../../formats/plan-report';
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
  return `Ends ${end.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}.`;
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
  const [texts, setTexts] = useState<Readonly<Record<number, string>>>({});
  const startId = useId();
  const begins = start === '' ? Number.NaN : new Date(start).getTime();
  const minutes = stages.map(({ number }) => readMinutes(texts[number] ?? ''));
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
      <label htmlFor={startId}>Begins</label>
      <input
        id={startId}
        type="datetime-local"
        value={start}
        onChange={(event) => setStart(event.target.value)}
      />
      {stages.map(({ number, title }, i) => {
        const text = texts[number] ?? '';
        return (
          <label key={number} className={styles.stage}>
            <span>
              {number}. {title}
            </span>
            <span className={styles.minutes}>
              <input
                type="text"
                inputMode="numeric"
                aria-label={`Minutes for stage ${number}, ${title}`}
                aria-invalid={(text !== '' && minutes[i] === undefined) || undefined}
                value={text}
                onChange={(event) => setTexts({ ...texts, [number]: event.target.value })}
              />{' '}
              min
            </span>
          </label>
        );
      })}
      <div className={styles.row}>
        <Button type="submit" icon="download" disabled={!isWhole}>
          Save for a calendar
        </Button>
        <span className={styles.aside} aria-live="polite">
          {isWhole ? describeEnd(begins, known) : 'Needs a beginning, and whole minutes for every stage.'}
        </span>
      </div>
    </form>
  );
}
