/** When does a plan begin, and how long does each stage take? Only whoever carries it out knows: nothing is assumed. */
import type { Window } from '../formats/plan-calendar';
import type { ReportStage } from '../formats/plan-report';
import { formatCount } from '../formats/wording/names';
import type { Values } from './options';
import { UnusableCall } from './read-input';

const LONGEST_MINUTES = 60 * 24 * 31;
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/;

/** Local time where no zone is said. A day that the month does not have is refused. */
function readStart(text: string): number {
  const [, day] = INSTANT.exec(text) ?? [];
  const time = day === undefined ? Number.NaN : Date.parse(text);
  const isDay = day !== undefined && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  if (Number.isNaN(time) || !isDay)
    throw new UnusableCall([
      `--start ${text}: expected a time like 2027-03-01T22:00 (here), 2027-03-01T22:00Z or 2027-03-01T22:00+01:00.`,
    ]);
  return time;
}

/** `made`: when the calendar is written, in milliseconds since 1970. */
export function readWindow({ start, minutes }: Values, stages: readonly ReportStage[], made: number): Window {
  if (start === undefined) throw new UnusableCall(['--start is missing: when does the first stage begin?']);
  const from = readStart(start);
  const told = (minutes ?? '').split(',').map((text) => text.trim());
  const given = minutes === undefined ? [] : told;
  for (const text of given) {
    if (/^[1-9]\d*$/.test(text) && Number(text) <= LONGEST_MINUTES) continue;
    throw new UnusableCall([
      `--minutes ${minutes}: "${text}" is no number of minutes from 1 to ${LONGEST_MINUTES}.`,
    ]);
  }
  if (given.length !== stages.length) {
    const missing = stages.slice(given.length).map(({ number, title }) => `stage ${number} (${title})`);
    throw new UnusableCall([
      `--minutes: ${formatCount(stages.length, 'stage')}, but ${formatCount(given.length, 'duration')}.`,
      ...(missing.length === 0 ? [] : [`How long does it take: ${missing.join(', ')}?`]),
    ]);
  }
  return { start: from, minutes: given.map(Number), made };
}
