/** The law of what stands in the margins: whatever a plan is called, it is a string of CSS, and nothing else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import { writePageStyle } from './page-style';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\f', '}', '*/', '\u202e', 'a', '</style>', '\0') }),
);

it('a title is one string of at most a line, whatever is in it', () => {
  fc.assert(
    fc.property(texts, (title) => {
      const style = writePageStyle(title, '2026-11-24', 'A4');
      const [, quoted = ''] =
        /^@page checklist \{ size: A4; @top-left \{ content: "((?:[^"\\\p{Cc}\u2028\u2029]|\\["\\])*)"; \} @top-right \{ content: "Printed 2026-11-24"; \} \}$/u.exec(
          style,
        ) ?? expect.fail(style);
      expect([...quoted.replace(/\\(.)/g, '$1')].length).toBeLessThanOrEqual(84);
    }),
    { numRuns: RUNS },
  );
});

it('a title with nothing of note in it is as it was', () => {
  expect(writePageStyle('Waypoint 0.9.1 → 0.11.4, "blue" \\ green', '2026-11-24', 'printer')).toContain(
    'content: "Waypoint 0.9.1 → 0.11.4, \\"blue\\" \\\\ green"',
  );
});
