import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planUpgrade, verifyPlan } from '../engine';
import { writeRunbook } from '../formats/runbook/write-runbook';
import { loadShipped } from '../testing/build';
import { fewerRuns } from '../testing/runs';
import { findShellFaults } from '../testing/shellcheck';
import { agree, StandInWorld } from '../testing/stand-ins';

const AWKWARD = [
  "it's",
  '"quoted"',
  '`touch pwned`',
  '$(touch pwned)',
  '$PATH',
  '$value_to',
  "'; touch pwned; '",
  "'\n'",
  'a\ntouch pwned\n',
  '\n\n',
  'ends with a line break\n',
  'carriage\rreturn\r\n',
  '\u001b[2Jescape',
  '\u202egnp.exe',
  '👩‍👩‍👧 family',
  '=cmd|" /C calc"!A0',
  '<script>alert(1)</script>',
  '<redirected',
  '>pwned',
  '&',
  '!!',
  '~',
  '*',
  '%s%n\\n\\061',
  '{{to}}',
  '{{snapshot-dir}}',
  'EOF',
  '#',
  ' blank ',
  '\\',
  'x'.repeat(10_000),
  '--help',
  '-rf',
  '-\n',
  'nul\0byte',
  'half a pair \ud83d',
];

/** Applications with these names, all of which have to move; answers to the platform question of the worked example. */
function runbookFor(names: readonly string[], location: string): string {
  const { catalog, inventory } = loadShipped('worked-example', (entries) =>
    entries.flatMap((entry) =>
      entry.name === 'billing' ? names.map((name) => ({ ...entry, name, count: 2 })) : [entry],
    ),
  );
  const goal = { target: '6.0.0' };
  const plan = planUpgrade(catalog, inventory, goal);
  const verification = verifyPlan(catalog, inventory, goal, plan);
  const mark = { id: catalog.id, updated: catalog.updated, digest: 'a'.repeat(64) };
  const parameters = { 'snapshot-dir': location };
  return writeRunbook({ catalog, mark, inventory, goal, plan, verification, parameters });
}

it('names leave a runbook clean in ShellCheck, however awkward they are', () => {
  expect(findShellFaults(runbookFor(AWKWARD, './$(touch pwned)'))).toBe('');
});

const canBeGiven = (name: string) => !/^-|\0|\p{Surrogate}/u.test(name);

async function checkNames(shell: string, names: readonly string[]) {
  const script = runbookFor(names, './$(touch pwned)');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  expect(script).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  const parsed = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
  expect(parsed).toMatchObject({ status: 0, stderr: '' });
  const world = new StandInWorld('5.1.0');
  try {
    world.makeFolder('$(touch pwned)');
    const { status, output } = await world.run(shell, script, [], agree);
    expect(output).toContain('Everything is done.');
    expect(status).toBe(0);
    const built = world.calls().filter(([name, action]) => name === 'example' && action === 'build');
    expect(built.every((call) => call.length === 3)).toBe(true);
    expect(built.map((call) => call[2]).sort()).toEqual(names.filter(canBeGiven).sort());
    expect(
      readdirSync(world.work)
        .filter((name) => !name.startsWith('causeway-'))
        .sort(),
    ).toEqual(['$(touch pwned)', 'a-config-path']);
    expect(readdirSync(`${world.work}/$(touch pwned)`)).toEqual(['example-5.1.0.snap', 'example-5.4.0.snap']);
  } finally {
    world.end();
  }
}

describe.each(['dash', 'bash'])('names in a runbook under %s', (shell) => {
  it('reach the commands as they are and do nothing, however awkward they are', () =>
    checkNames(shell, AWKWARD));

  it('do so whatever they are', async () => {
    const character = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...`'"\`$(){}\\\n;&|<>*?~#!%-= \t`) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
      { weight: 2, arbitrary: fc.constantFrom('a', '1', 'n', 'touch pwned', 'EOF', '{{', '}}') },
    );
    const name = fc.string({ unit: character, minLength: 1, maxLength: 12 });
    const names = fc.uniqueArray(name, { minLength: 30, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(names, (some) => checkNames(shell, some)),
      { numRuns: fewerRuns(2000) },
    );
  });
});
