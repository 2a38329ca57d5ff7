/**
 * Reads what Waypoint's parts log about versions, any number of lines among others:
 * `waypoint: waypoint version: … version=v0.10.5`, `entrypoint: entrypoint version: … version=v0.10.2`,
 * `server version info: version=v0.10.3 api_min=1 api_current=1 …`.
 *
 * The binary `waypoint` is CLI, server and runner: which of them wrote a log, other lines of the same log tell (the
 * catalog's `signs.logs`). What comes before the time of a line (`waypoint-server-1  | `, `[pod/web-0/app] `) names a log
 * of its own. Of a log that shows several starts the last one counts.
 */
import type { Catalog } from '../../engine/model';
import type { FoundRow, Reader, Remark } from '../reader';
import { CUT, cutText } from '../text-limit';

/** `<before> <time> [LEVEL]  <logger>: <message>`; some platforms show no time. */
const LINE =
  /^(.*?)(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)\s+)?\[(?:TRACE|DEBUG|INFO|WARN|ERROR)\]\s+(.*)$/s;
/** What Compose, `kubectl logs --prefix` and the system's journal put before every line, those without a level too. */
const PREFIX = /^(\S+\s*\||\[[^\]]*\]|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w./-]+(?:\[\d+\])?:)\s/;
const TOLD =
  /^(?:(waypoint|entrypoint): (?:waypoint|entrypoint) version|(?:[\w.-]+: )?(server version info)): (.*)$/;
const STARTING = /^entrypoint: entrypoint starting: (.*)$/;
/** A field of hclog: `version=v0.10.3`, `full_string="v0.10.5 (ece0f7541)"`. */
const FIELD = /(?:^|\s)([a-z_]+)=("(?:[^"\\]|\\.)*"|\S*)/g;
/** What `full_string` begins with: the version as a whole. */
const WHOLE_VERSION = /^v?\d[^\s"]*/;
/** The process, which is another one after each start: `waypoint[123]:`. */
const PROCESS = /\[\d+\](?=:)/g;
/** Times that platforms put before a line, which change from line to line. */
const TIMES = /\d{4}-\d\d-\d\d[T ]\S+|\b[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d|\b\d\d:\d\d:\d\d\S*/g;
const MAX_LOGS = 10_000;
const MAX_LINE = 4000;

function readFields(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(FIELD)].map(([, key = '', value = '']) => [key, value.replace(/^"|"$/g, '')]),
  );
}

/**
 * The part of a version that says that it comes before the release has a field of its own. Source:
 * github.com/hashicorp/waypoint, internal/version/version.go.
 */
function versionIn(fields: ReadonlyMap<string, string>, isCut: boolean): string {
  const [version = '', whole = ''] = [fields.get('version'), fields.get('full_string')];
  const [said] = WHOLE_VERSION.exec(whole) ?? [];
  if (said !== undefined) return said;
  // That part may be in what was cut off.
  const before = fields.get('prerelease') ?? (isCut ? CUT : '');
  // No version is put together here: a person has to look.
  return before === '' || version.includes('-') ? version : `${version} (${before})`;
}

interface Told {
  readonly version: string;
  readonly line: number;
  readonly protocols: FoundRow['cells']['protocols'];
}

/** One log: what it says of its writer, of applications by deployment, and of the server. */
interface Log {
  readonly name: string;
  own?: Told;
  server?: Told;
  readonly entrypoints: Map<string, Told>;
  deployment: string;
  /** How many of the catalog's signs of each component it has. */
  readonly signs: Map<string, Set<string>>;
  /** Versions that were taken over by a later start. */
  readonly replaced: { readonly before: Told; readonly by: Told }[];
}

function rangesIn(fields: ReadonlyMap<string, string>): [string, string][] {
  return ['api', 'entrypoint'].flatMap((protocol): [string, string][] => {
    const [minimum, current] = [fields.get(`${protocol}_min`), fields.get(`${protocol}_current`)];
    return minimum === undefined || current === undefined ? [] : [[protocol, `${minimum}-${current}`]];
  });
}

function replace(log: Log, before: Told | undefined, by: Told): Told {
  if (before !== undefined && before.version !== by.version) log.replaced.push({ before, by });
  return by;
}

function takeLine(log: Log, message: string, line: number): void {
  const start = STARTING.exec(message);
  if (start !== null) log.deployment = readFields(start[1] ?? '').get('deployment_id') ?? '';
  const [, logger, isServer, rest = ''] = TOLD.exec(message) ?? [];
  if (logger === undefined && isServer === undefined) return;
  const fields = readFields(rest);
  const told = { version: versionIn(fields, rest.endsWith(CUT)), line, protocols: [] };
  if (isServer !== undefined) log.server = replace(log, log.server, { ...told, protocols: rangesIn(fields) });
  else if (logger === 'waypoint') log.own = replace(log, log.own, told);
  else log.entrypoints.set(log.deployment, replace(log, log.entrypoints.get(log.deployment), told));
}

function readLogs(lines: readonly string[], catalog: Catalog): readonly Log[] {
  const logs = new Map<string, Log>();
  const signs = Object.entries(catalog.components).flatMap(([id, component]) =>
    (component.signs?.logs ?? []).map((sign) => [id, sign] as const),
  );
  for (const [i, text] of lines.entries()) {
    const start = cutText(text, MAX_LINE);
    const [, before = PREFIX.exec(start)?.[1] ?? '', message] = LINE.exec(start) ?? [];
    const name = before
      .replace(TIMES, ' ')
      .replace(PROCESS, '')
      .replace(/[\s|[\]]+/g, ' ')
      .trim()
      // `waypoint logs` puts a colon behind the instance.
      .replace(/:$/, '')
      .slice(0, 200);
    let log = logs.get(name);
    if (log === undefined && message !== undefined && logs.size < MAX_LOGS) {
      log = { name, entrypoints: new Map(), deployment: '', signs: new Map(), replaced: [] };
      logs.set(name, log);
    }
    if (log === undefined) continue;
    for (const [id, sign] of signs) {
      if (!text.includes(sign)) continue;
      log.signs.set(id, (log.signs.get(id) ?? new Set()).add(sign));
    }
    if (message !== undefined) takeLine(log, message, i + 1);
  }
  return [...logs.values()];
}

/** The components that most signs point to: one, unless the log does not tell. */
function writersOf(log: Log): readonly string[] {
  const most = Math.max(0, ...[...log.signs.values()].map((found) => found.size));
  return [...log.signs].filter(([, found]) => found.size === most).map(([id]) => id);
}

function rowOf(told: Told, component: string, name: string, labels: [string, string][] = []): FoundRow {
  return {
    cells: { name, component, version: told.version, protocols: told.protocols, labels: new Map(labels) },
    at: { line: told.line },
    fallbackName: component,
    isReported: true,
  };
}

function rowsOf(log: Log, catalog: Catalog): FoundRow[] {
  const rows: FoundRow[] = [];
  if (log.own !== undefined) {
    const writers = writersOf(log);
    const row = rowOf(log.own, writers[0] ?? '', log.name);
    if (writers.length === 1) rows.push(row);
    else {
      const known = writers.length > 0 ? writers : ['client', 'server', 'runner'];
      const which = known.map((id) => catalog.components[id]?.name ?? id).join(' or ');
      const message = `${log.own.version || 'This version'} is that of ${which}: they are the same binary, and no other line of this log tells which. Add it by hand.`;
      rows.push({ ...row, problem: { code: 'unclear-component', message, cell: 'component' } });
    }
  }
  for (const [deployment, told] of log.entrypoints) {
    const labels: [string, string][] = deployment === '' ? [] : [['deployment', deployment]];
    rows.push(rowOf(told, 'entrypoint', log.name === '' ? deployment : log.name, labels));
  }
  if (log.server !== undefined) rows.push(rowOf(log.server, 'server', ''));
  return rows;
}

function describeReplaced({ replaced }: Log): Remark[] {
  return replaced.map(({ before, by }) => ({
    code: 'several-versions',
    message: `The log says ${before.version} first and ${by.version} here; the later one is taken. If these lines come from several processes, read each log by itself.`,
    line: by.line,
    isDropped: false,
  }));
}

export const waypointLog: Reader = {
  id: 'waypoint-log',
  name: 'logs of Waypoint’s CLI, server, runners and entrypoints',
  looksAt: 'text',
  product: 'waypoint',
  recognise({ lines }) {
    const isTold = lines.some((line) => {
      const [, , message] = LINE.exec(cutText(line, MAX_LINE)) ?? [];
      return message !== undefined && TOLD.test(message);
    });
    if (!isTold) return undefined;
    return { sureness: 'certain', why: 'It has lines in which parts of Waypoint log their versions.' };
  },
  read({ lines }, catalog) {
    const logs = readLogs(lines, catalog);
    return {
      rows: logs.flatMap((log) => rowsOf(log, catalog)),
      remarks: logs.flatMap(describeReplaced),
    };
  },
};
