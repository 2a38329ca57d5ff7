/** What can be said on the command line? */
import { parseArgs } from 'node:util';
import { UnusableCall } from './read-input';

export const USAGE = `Causeway plans upgrades of systems whose parts cannot all be upgraded at once.

  plan       --catalog FILE|ID --inventory FILE|- --target VERSION
             [--consumers keep|align] [--entry NAME=VERSION]… [--fact NAME=ANSWER]…
             [--allow-skips] [--prereleases] [--format json|markdown|text]
  inventory  FILE… [--catalog FILE|ID] [--format json|text]
  verify     --catalog FILE|ID --inventory FILE --plan FILE [--target VERSION …]
  protocols  --catalog FILE|ID --inventory FILE [--format json|text]

--catalog takes a file or the id of a shipped catalog; inventory
takes the product that the first file names, else waypoint.
verify reads the goal from the plan file, unless --target and the like say otherwise.
Exit status: 0 ready or done, 1 blocked or rejected, 2 unusable input.
`;

const OPTIONS = {
  catalog: { type: 'string' },
  inventory: { type: 'string' },
  plan: { type: 'string' },
  target: { type: 'string' },
  consumers: { type: 'string' },
  entry: { type: 'string', multiple: true },
  fact: { type: 'string', multiple: true },
  'allow-skips': { type: 'boolean' },
  prereleases: { type: 'boolean' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof OPTIONS;

const COMMANDS: Record<string, readonly OptionName[]> = {
  plan: [
    'catalog',
    'inventory',
    'target',
    'consumers',
    'entry',
    'fact',
    'allow-skips',
    'prereleases',
    'format',
  ],
  inventory: ['catalog', 'format'],
  verify: [
    'catalog',
    'inventory',
    'plan',
    'target',
    'consumers',
    'entry',
    'fact',
    'allow-skips',
    'prereleases',
  ],
  protocols: ['catalog', 'inventory', 'fact', 'format'],
};

export type CommandName = 'plan' | 'inventory' | 'verify' | 'protocols';

function parseKnown(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UnusableCall([error instanceof Error ? error.message : String(error), 'Try --help.']);
  }
}

export type Values = ReturnType<typeof parseKnown>['values'];

export interface Call {
  /** `help` where help is asked for, or nothing at all. */
  readonly command: CommandName | 'help';
  readonly values: Values;
  readonly files: readonly string[];
}

export function readCall(args: readonly string[]): Call {
  const { values, positionals } = parseKnown(args);
  const [command, ...files] = positionals;
  if (values.help === true || command === undefined || command === 'help') {
    return { command: 'help', values, files: [] };
  }
  const allowed = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (allowed === undefined) {
    const known = Object.keys(COMMANDS).join(', ');
    throw new UnusableCall([`There is no command "${command}". Known: ${known}. Try --help.`]);
  }
  for (const name of Object.keys(values)) {
    if (allowed.includes(name as OptionName)) continue;
    throw new UnusableCall([`${command} takes no --${name}. Try --help.`]);
  }
  if (files.length > 0 && command !== 'inventory') {
    throw new UnusableCall([`${command} takes no "${files[0]}". Try --help.`]);
  }
  return { command: command as CommandName, values, files };
}

export function requireOption(values: Values, name: 'catalog' | 'inventory' | 'target' | 'plan'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UnusableCall([`--${name} is missing. Try --help.`]);
  return value;
}

/** One of the formats that the command has; the first is taken where none is given. */
export function readFormat<F extends string>(values: Values, formats: readonly [F, ...F[]]): F {
  const found = values.format === undefined ? formats[0] : formats.find((format) => format === values.format);
  if (found === undefined) {
    throw new UnusableCall([`--format ${values.format}: expected ${formats.join(' or ')}.`]);
  }
  return found;
}

/** `NAME=VALUE`, any number of times; the last `=` parts them, since names may have one. */
export function readPairs(
  option: 'entry' | 'fact',
  pairs: readonly string[] | undefined,
): Record<string, string> {
  return Object.fromEntries(
    (pairs ?? []).map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1 || at === pair.length - 1) {
        throw new UnusableCall([
          `--${option} ${pair}: expected NAME=${option === 'entry' ? 'VERSION' : 'ANSWER'}.`,
        ]);
      }
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
