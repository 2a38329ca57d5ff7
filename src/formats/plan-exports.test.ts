import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Inventory, planUpgrade, verifyPlan } from '../engine';
import { loadShipped } from '../testing/build';
import { RUNS } from '../testing/runs';
import { writeCsv } from './csv';
import { renderCalendar } from './plan-calendar';
import { renderCsv } from './plan-csv';
import { type PlanReport, reportPlan } from './plan-report';

const { catalog, inventory } = loadShipped('worked-example');
const goal = { target: '6.0.0' };

function reportFor(entries: Inventory['entries']): PlanReport {
  const fleet = { ...inventory, entries };
  const plan = planUpgrade(catalog, fleet, goal);
  return reportPlan(catalog, fleet, goal, plan, verifyPlan(catalog, fleet, goal, plan));
}

const HOSTILE = [
  '=HYPERLINK("http://example.com","x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  ' =1+1',
  'a;=1+1',
  'a\t=1+1',
  '＝1+1',
  ' ＠SUM(A1)',
  "'=1+1",
  "''",
  '\t=1+1',
  'a "quoted", name; with\nlines\r\nBEGIN:VEVENT',
  '<b onclick=x>',
  '\u202Eesrever 😀 العربية',
  'back\\slash',
  'long '.repeat(2000),
];

const renamed = (name: string) =>
  inventory.entries.map((entry) => (entry.name === 'billing' ? { ...entry, name } : entry));

/** The text that was meant, as docs/formats.md says how to get it back. */
function recover(cell: string): string {
  return cell.replace(/(?<=^|[;\t\r\n])'(?='*[^\S\r\n]*[=+\-@\t\r＝＋－＠])/g, '');
}

describe('a plan as a table', () => {
  it('has a row for each step, with why it is there', () => {
    const { data } = Papa.parse<Record<string, string>>(renderCsv(reportFor(inventory.entries)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ stage, step, entry, from, to }) => `${stage} ${step} ${entry} ${from} ${to}`)).toEqual(
      ['1 1 server 5.1.0 5.4.0', '2 2 ci 4.0.1 5.4.0', '3 3 billing 3.3.0 5.4.0', '4 4 server 5.4.0 6.0.0'],
    );
    expect(data[2]?.why).toContain('6.0.0');
    expect(data[1]?.instances).toBe('12');
  });

  it('has no step of a plan that does not hold', () => {
    const report = { ...reportFor(inventory.entries), violations: ['Rule 4'] };
    expect(renderCsv(report).trim().split('\r\n')).toHaveLength(1);
  });

  it.each(HOSTILE)('takes the name %j for text, never for a formula', (name) => {
    const { data, errors } = Papa.parse<string[]>(renderCsv(reportFor(renamed(name))), {
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const cells = data.map((row) => row[2] ?? '');
    expect(cells.map(recover)).toContain(name);
    for (const cell of data.flat()) expect(cell.replace(/^\uFEFF/, '')).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([9]));
  });
});

describe('cells of a table', () => {
  const readBack = (text: string, delimiter: string) =>
    Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true });
  const cell = fc.oneof(
    fc.constantFrom(...HOSTILE.slice(0, -1)),
    fc
      .array(fc.constantFrom(...`=+-@＝＋－＠;,"' \t\r\na1`), { maxLength: 9 })
      .map((characters) => characters.join('')),
  );

  it('never begin with a formula, whether commas or semicolons part them, and give back what was meant', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = writeCsv(rows.map(([a, b]) => ['x', a, b, 'x']));
        for (const delimiter of [',', ';', '\t'])
          for (const read of readBack(text, delimiter).data.flat())
            expect(read).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        const cells = readBack(text, ',').data.map(([, a = '', b = '']) => [a, b]);
        // As docs/formats.md says: one apostrophe before a formula, or before more of them, is not part of the text.
        const meant = cells.map((row) => row.map(recover));
        expect(meant).toEqual(rows);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a plan in a calendar', () => {
  const start = Date.UTC(2026, 11, 31, 22, 30);
  const window = { start, minutes: [30, 90, 45, 15], made: Date.UTC(2026, 10, 23) };
  const eventsOf = (report: PlanReport) =>
    new ICAL.Component(ICAL.parse(renderCalendar(report, window)))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));

  it('has an event for each stage, one after the other, each as long as it was said to be', () => {
    const events = eventsOf(reportFor(inventory.entries));
    expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual([
      '2026-12-31T22:30:00.000Z',
      '2026-12-31T23:00:00.000Z',
      '2027-01-01T00:30:00.000Z',
      '2027-01-01T01:15:00.000Z',
    ]);
    expect(events.at(-1)?.endDate.toJSDate().toISOString()).toBe('2027-01-01T01:30:00.000Z');
    expect(events[1]?.description).toContain('ci: 4.0.1 to 5.4.0 (12 instances)');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
    // The same plan again updates its events.
    expect(eventsOf(reportFor(inventory.entries)).map(({ uid }) => uid)).toEqual(
      events.map(({ uid }) => uid),
    );
  });

  it.each(HOSTILE)('holds the name %j as text, in lines that every calendar takes', (name) => {
    const report = reportFor(renamed(name));
    const events = eventsOf(report);
    expect(events).toHaveLength(4);
    expect(events[2]?.description).toContain(name.replaceAll('\r\n', '\n').replaceAll('\t', ''));
    for (const line of renderCalendar(report, window).split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });
});
