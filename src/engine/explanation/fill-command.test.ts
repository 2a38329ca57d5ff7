import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCommand, fillText, placeholdersOf, quoteForShell } from './fill-command';

describe('fillCommand', () => {
  it('fills in what is known, and names what is not', () => {
    const values = new Map([
      ['to', '0.10.3'],
      ['entry', "bob's app"],
    ]);
    expect(fillCommand('up -v {{to}} -n {{ entry }} -s {{snapshot}} {{snapshot}}', values)).toEqual({
      text: "up -v 0.10.3 -n 'bob'\\''s app' -s '<snapshot>' '<snapshot>'",
      missing: ['snapshot'],
    });
  });

  it('quotes what stands in a command within prose', () => {
    const values = new Map([['entry', '$(reboot)']]);
    expect(fillText('{{entry}}: run `stop {{entry}} {{to}}` for {{to}}.', values)).toEqual({
      text: "$(reboot): run `stop '$(reboot)' '<to>'` for <to>.",
      missing: ['to'],
    });
  });

  it('fills text without quotes', () => {
    expect(fillText('{{entry}} says {{to}}', new Map([['entry', "bob's app"]])).text).toBe(
      "bob's app says <to>",
    );
  });

  it('lists placeholders once, in order', () => {
    expect(placeholdersOf('{{b}} {{a}} {{ b }}')).toEqual(['b', 'a']);
  });

  it('makes exactly one word of any text, for a real shell', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((s) => s.replaceAll('\u0000', ''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (words) => {
        const script = `printf '%s\\0' ${words.map(quoteForShell).join(' ')}`;
        const { stdout, status } = spawnSync('/bin/sh', ['-c', script], { encoding: 'buffer' });
        expect(status).toBe(0);
        const shown = stdout.toString('utf8').split('\u0000').slice(0, -1);
        // A lone surrogate has no bytes of its own: what a shell is given is what UTF-8 makes of it.
        expect(shown).toEqual(words.map((word) => Buffer.from(word, 'utf8').toString('utf8')));
      }),
      { numRuns: 60 },
    );
  });
});
