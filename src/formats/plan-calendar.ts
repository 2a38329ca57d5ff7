/**
 * A plan as events of a calendar: one for each stage, one after the other from a start, each as long as the operator says.
 * After RFC 5545 (iCalendar).
 */
import type { PlanReport, ReportStage } from './plan-report';

export interface Window {
  /** When the first stage begins; UTC, in milliseconds since 1970. */
  readonly start: number;
  /** By stage, in minutes, each more than 0. */
  readonly minutes: readonly number[];
  /** When the file is made; UTC, in milliseconds since 1970. */
  readonly made: number;
}

const LONGEST_LINE = 75;
const MINUTE = 60_000;

function writeTime(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Text of a property: section 3.3.11. What no calendar can show is left out. */
function escapeText(text: string): string {
  return (
    text
      .replaceAll('\\', '\\\\')
      .replace(/[;,]/g, (character) => `\\${character}`)
      .replace(/\r\n?|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
      .replace(/[\u0000-\u001f\u007f]/g, '')
  );
}

function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Lines of at most 75 octets, the further ones after a blank: section 3.1. No character is cut in two. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}

function describeStage({ steps, back }: ReportStage): string {
  const moves = steps.map(
    ({ number, step, instances }) =>
      `${number}. ${step.entry}: ${step.from} to ${step.to}${instances === 1 ? '' : ` (${instances} instances)`}`,
  );
  return [...moves, ...(back.length === 0 ? [] : ['', ...back])].join('\n');
}

/** FNV-1a: names an event the same way each time the same plan is written, so that a calendar updates it. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** A number of minutes for every stage is needed. Lines end as the standard asks for. */
export function renderCalendar({ title, stages }: PlanReport, { start, minutes, made }: Window): string {
  let from = start;
  const events = stages.flatMap((stage, i) => {
    const to = from + (minutes[i] ?? 0) * MINUTE;
    const lines = [
      'BEGIN:VEVENT',
      `UID:${hash(title)}-${stage.number}@causeway`,
      `DTSTAMP:${writeTime(made)}`,
      `DTSTART:${writeTime(from)}`,
      `DTEND:${writeTime(to)}`,
      `SUMMARY:${escapeText(`${stage.number}. ${stage.title} (${title})`)}`,
      `DESCRIPTION:${escapeText(describeStage(stage))}`,
      'END:VEVENT',
    ];
    from = to;
    return lines;
  });
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Causeway//Upgrade plan//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return calendar.map((line) => `${fold(line)}\r\n`).join('');
}
