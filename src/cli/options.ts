/** What can be said on the command line? */
import { parseArgs } from 'node:util';
import { UnusableCall } from './read-input';

const OPTIONS = {
  catalog: { type: 'string' },
  inventory: { type: 'string' },
  plan: { type: 'string' },
  target: { type: 'string' },
  consumers: { type: 'string' },
  entry: { type: 'string', multiple: true },
  fact: { type: 'string', multiple: true },
  parameter: { type: 'string', multiple: true },
  'allow-skips': { type: 'boolean' },
  prereleases: { type: 'boolean' },
  format: { type: 'string' },
  start: { type: 'string' },
  minutes: { type: 'string' },
  reader: { type: 'string' },
  columns: { type: 'string' },
  group: { type: 'string' },
  'group-by': { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = Exclude<keyof typeof OPTIONS, 'help'>;
export type CommandName = 'plan' | 'inventory' | 'verify' | 'protocols' | 'reach';

interface Command {
  readonly synopsis: string;
  readonly about: string;
  /** What the command takes, with what it means. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

const CATALOG = 'a catalog file, or the id of a shipped catalog';
const FACT = 'NAME=ANSWER: answers a question of the catalog; may be repeated';
const GOAL = {
  consumers: 'keep: other parts move only where they must (default); align: they come along',
  entry: 'NAME=VERSION: the exact version for one entry; may be repeated',
  'allow-skips': 'waives which releases the server may move from; the plan says where',
  prereleases: 'allows pre-releases',
} as const;

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  plan: {
    synopsis: 'plan --catalog FILE|ID --inventory FILE|- --target VERSION [options]',
    about: 'Plans an upgrade of the server to a version.',
    options: {
      catalog: CATALOG,
      inventory: 'what is deployed; - reads standard input',
      target: 'the server version to reach',
      ...GOAL,
      fact: FACT,
      parameter: 'NAME=VALUE: fills in a parameter of the commands; may be repeated',
      format:
        'text (default), markdown, csv, json, svg: the timeline, script: a shell script that carries it out, asking, or calendar',
      start: 'when the first stage begins, for a calendar: 2027-03-01T22:00, here, or 2027-03-01T22:00Z',
      minutes: 'how long each stage takes, in order, for a calendar: 30,90,45',
    },
  },
  inventory: {
    synopsis: 'inventory FILE… [--catalog FILE|ID] [options]',
    about:
      'Makes one inventory of what the tools that you run print, of tables and of inventories; - reads standard input.',
    options: {
      catalog: `${CATALOG}; else that of the product that the first file is about, else waypoint`,
      reader:
        'how to read the files, where the content does not tell; an unknown one lists those that there are',
      columns:
        'what the columns of a table mean, from the first, where its headings do not tell: name,component,version,-',
      group: 'auto (default): from 2,000 rows on those that are alike become one; always; never',
      'group-by': 'LABEL: rows with different texts in this label stay apart; may be repeated',
      format: 'json (default) or text',
    },
  },
  verify: {
    synopsis: 'verify --catalog FILE|ID --inventory FILE --plan FILE [options]',
    about: 'Replays a plan under the eight rules, apart from the planner.',
    options: {
      catalog: CATALOG,
      inventory: 'what is deployed; - reads standard input',
      plan: 'the plan, as plan --format json prints it',
      target: 'the server version to reach, where the plan file does not say its goal or you mean another',
      ...GOAL,
      fact: FACT,
    },
  },
  protocols: {
    synopsis: 'protocols --catalog FILE|ID --inventory FILE [--format json|text]',
    about: 'Says which protocol versions are spoken and used today, by whom, and who holds the server back.',
    options: {
      catalog: CATALOG,
      inventory: 'what is deployed; - reads standard input',
      fact: FACT,
      format: 'text (default) or json',
    },
  },
  reach: {
    synopsis: 'reach --catalog FILE|ID --inventory FILE|- [options]',
    about: "Says for every release at or above the server's what it would take to get there.",
    options: {
      catalog: CATALOG,
      inventory: 'what is deployed; - reads standard input',
      ...GOAL,
      fact: FACT,
      format: 'text (default) or json',
    },
  },
};

const STATUS = 'Exit status: 0 ready or done, 1 blocked or rejected, 2 unusable input.\n';

function isCommand(text: string): text is CommandName {
  return Object.hasOwn(COMMANDS, text);
}

/** How a command is called; of all commands where none is named. */
export function describeUsage(command?: CommandName): string {
  if (command === undefined) {
    const lines = Object.values(COMMANDS).map(({ synopsis, about }) => `  ${synopsis}\n      ${about}`);
    return `Causeway plans upgrades of systems whose parts cannot all be upgraded at once.\n\n${lines.join('\n')}\n\nEach command has a --help of its own.\n${STATUS}`;
  }
  const { synopsis, about, options } = COMMANDS[command];
  const lines = Object.entries(options).map(([name, text]) => `  ${`--${name}`.padEnd(15)}${text}`);
  return `${synopsis}\n\n${about}\n\n${lines.join('\n')}\n\n${STATUS}`;
}

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
  /** What help is asked for, where it is about one command. */
  readonly topic?: CommandName;
  readonly values: Values;
  readonly files: readonly string[];
}

export function readCall(args: readonly string[]): Call {
  const { values, positionals } = parseKnown(args);
  const [command, ...files] = positionals;
  if (values.help === true || command === undefined || command === 'help') {
    const topic = command === 'help' ? files[0] : command;
    const isKnown = topic !== undefined && isCommand(topic);
    return { command: 'help', ...(isKnown && { topic }), values, files: [] };
  }
  if (!isCommand(command)) {
    const known = Object.keys(COMMANDS).join(', ');
    throw new UnusableCall([`There is no command "${command}". Known: ${known}. Try --help.`]);
  }
  for (const name of Object.keys(values)) {
    if (Object.hasOwn(COMMANDS[command].options, name)) continue;
    throw new UnusableCall([`${command} takes no --${name}. Try ${command} --help.`]);
  }
  if (files.length > 0 && command !== 'inventory') {
    throw new UnusableCall([`${command} takes no "${files[0]}". Try ${command} --help.`]);
  }
  return { command, values, files };
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

/** Whether rows that are alike become one. */
export function readGroup({ group }: Values): 'auto' | boolean {
  if (group === undefined || group === 'auto') return 'auto';
  if (group === 'always' || group === 'never') return group === 'always';
  throw new UnusableCall([`--group ${group}: expected auto, always or never.`]);
}

const PAIRED = { entry: 'VERSION', fact: 'ANSWER', parameter: 'VALUE' } as const;

/**
 * `NAME=VALUE`, any number of times. The last `=` parts them, since names of entries may have one; for a parameter it is
 * the first, since its value may.
 */
export function readPairs(
  option: keyof typeof PAIRED,
  pairs: readonly string[] | undefined,
): Record<string, string> {
  const read = new Map<string, string>();
  for (const pair of pairs ?? []) {
    const at = option === 'parameter' ? pair.indexOf('=') : pair.lastIndexOf('=');
    if (at < 1 || at === pair.length - 1) {
      throw new UnusableCall([`--${option} ${pair}: expected NAME=${PAIRED[option]}.`]);
    }
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const earlier = read.get(name);
    if (earlier !== undefined && earlier !== value) {
      throw new UnusableCall([`--${option} ${pair}: ${name} was said to be ${earlier} before.`]);
    }
    read.set(name, value);
  }
  return Object.fromEntries(read);
}
