// @vitest-environment happy-dom
/** The picture is XML that says what is in the plan, whatever things are called, and does nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goingBack, type Inventory, planUpgrade, tracePlan, verifyPlan } from '../../engine';
import { loadShipped } from '../../testing/build';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { measureTimeline, writeTimelineSvg } from './write-svg';

const { catalog, inventory } = loadShipped('worked-example');
const goal = { target: '6.0.0' };

function write(fleet: Inventory): string {
  const plan = planUpgrade(catalog, fleet, goal);
  const states = tracePlan(catalog, fleet, plan);
  const planned = { catalog, inventory: fleet, plan, states, back: goingBack(catalog, fleet, plan) };
  return writeTimelineSvg(planned, verifyPlan(catalog, fleet, goal, plan), { lanes: 'each' }).svg;
}

/** Tags and what may stand between them, by the letter of XML: parsers of browsers for pages let more pass. */
const WELL_FORMED =
  /^(?:<[a-z]+(?: [\w-]+="(?:[^"<&]|&(?:amp|lt|gt|quot|#9|#10|#13);)*")*\/?>|<\/[a-z]+>|[^<>&]|&(?:amp|lt|gt|quot|#9|#10|#13);)*$/u;

function parse(svg: string) {
  expect(svg).toMatch(WELL_FORMED);
  expect(Array.from(svg).every(canBeXml)).toBe(true);
  const parsed = new DOMParser().parseFromString(svg, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.documentElement.localName).toBe('svg');
  return parsed;
}

/** By the production Char of XML 1.0. */
function canBeXml(character: string): boolean {
  return /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(character);
}

const ELEMENTS = ['svg', 'title', 'desc', 'g', 'rect', 'circle', 'line', 'path', 'text'];

const piece = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    ']]>',
    '<!--',
    '&#1;',
    '</text>',
    '\u202e',
    'שלום',
    '\r',
    '\n',
    '\t',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
);
const names = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));

describe('the timeline as SVG', () => {
  it('has every name as it is, but for characters that XML cannot hold', () => {
    fc.assert(
      fc.property(names, (name) => {
        fc.pre(name.trim() === name && !inventory.entries.some((entry) => entry.name === name));
        const entries = inventory.entries.map((entry) =>
          entry.name === 'billing' ? { ...entry, name } : entry,
        );
        const parsed = parse(write({ ...inventory, name, entries }));
        const texts = Array.from(parsed.querySelectorAll('text'), ({ textContent }) => textContent);
        const written = Array.from(name, (character) => (canBeXml(character) ? character : '\ufffd')).join(
          '',
        );
        expect(texts).toContain(written);
      }),
      { numRuns: fewerRuns(40) },
    );
  });

  it('holds nothing but shapes and words: no script, no handler, nothing from elsewhere', () => {
    fc.assert(
      fc.property(names, (name) => {
        const entries = inventory.entries.map((entry) => (entry.name === 'ci' ? { ...entry, name } : entry));
        const parsed = parse(write({ ...inventory, name, entries }));
        for (const element of parsed.querySelectorAll('*')) {
          expect(ELEMENTS).toContain(element.localName);
          for (const { name: attribute, value } of element.attributes) {
            expect(attribute).not.toMatch(/^on|href|src|style|class/i);
            expect(value).not.toMatch(/url\(|javascript:/i);
          }
        }
      }),
      { numRuns: fewerRuns(60) },
    );
  });

  it('is drawn of any plan, without a number that is none', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const problem = parseInstance(instance);
        const plan = planUpgrade(problem.catalog, problem.inventory, problem.goal);
        const states = tracePlan(problem.catalog, problem.inventory, plan);
        const back = goingBack(problem.catalog, problem.inventory, plan);
        const verification = verifyPlan(problem.catalog, problem.inventory, problem.goal, plan);
        const planned = { catalog: problem.catalog, inventory: problem.inventory, plan, states, back };
        const { svg, width, height } = writeTimelineSvg(planned, verification, { lanes: 'folded' });
        expect(measureTimeline(planned, { lanes: 'folded' })).toEqual({ width, height });
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(Math.min(width, height)).toBeGreaterThan(0);
      }),
      { numRuns: fewerRuns(10) },
    );
  });
});
