/**
 * Reads the headers by which parts of Waypoint advertise themselves, as proxies log them and captures show them:
 * `client-api-protocol: 1,1`, `client-entrypoint-protocol: 1,1` (the minimum first, then the current version) and
 * `client-version: v0.10.5`; one a line, or several in one line with the method.
 *
 * Every part sends both protocols, whichever it speaks: only the method tells a part, and of all methods only those of the
 * entrypoint are called by one part alone. What nothing tells is a problem.
 */
import type { Catalog } from '../../engine/model';
import type { FoundRow, Reader, RowProblem } from '../reader';
import { cutText } from '../text-limit';

/** Also as nginx and the gateway call them: `http_client_api_protocol`, `grpc-metadata-client-version`. A range that was cut off is none. */
const HEADER =
  /(?<![\w-])(?:http_|grpc-metadata-)?client[-_](api[-_]protocol|entrypoint[-_]protocol|version)["']?\s*[:=]\s*\[?["']?(\d+\s*,\s*\d+(?![\d…])|[^\s"'\]),;}]+)/gi;
/** What every header has, found in a fraction of the time. */
const MENTION = /client[-_]/i;
const METHOD = /hashicorp\.waypoint\.Waypoint\/([A-Za-z]+)/;
/** A request in HTTP/2 begins with such headers. Source: RFC 9113, section 8.3. */
const PATH = /^[\s<>*|"']*:path\b/;
/** Any header, as captures show it. */
const ANY_HEADER = /^[\s<>*|]*["']?:?[\w.-]+["']?\s*[:=]/;
const SECRET = /(?<![\w-])(authorization|cookie|wpcookie)["']?\s*[:=]/gi;
const RANGE = /^\d+\s*,\s*\d+$/;
const MAX_LINE = 8000;

interface Request {
  /** By name: `version`, or the protocol. */
  readonly headers: ReadonlyMap<string, string>;
  readonly method: string | undefined;
  /** Of the first header, from 1. */
  readonly line: number;
}

function headersIn(text: string): [name: string, value: string][] {
  if (!MENTION.test(text)) return [];
  return [...text.matchAll(HEADER)].flatMap(([, name = '', value = '']): [string, string][] => {
    const key = name.toLowerCase().replace(/[-_]protocol$/, '');
    // An error that names a header, and then says what is wrong.
    return key !== 'version' && !/^\d/.test(value) ? [] : [[key, value]];
  });
}

const isAdvertising = ({ headers }: Request) => [...headers.keys()].some((name) => name !== 'version');

function findRequests(lines: readonly string[]): readonly Request[] {
  const found: Request[] = [];
  let open: (Request & { readonly headers: Map<string, string> }) | undefined;
  const begin = (line: number, method?: string) => {
    open = { headers: new Map(), method, line };
    found.push(open);
    return open;
  };
  for (const [i, whole] of lines.entries()) {
    const text = cutText(whole, MAX_LINE);
    const headers = headersIn(text);
    const method = METHOD.exec(text)?.[1];
    if (headers.length > 1 || (headers.length > 0 && method !== undefined)) {
      found.push({ headers: new Map(headers), method, line: i + 1 });
      open = undefined;
    } else if (PATH.test(text)) begin(i + 1, method);
    else if (headers.length === 0) {
      if (!ANY_HEADER.test(text)) open = undefined;
    } else {
      const [[name, value] = ['', '']] = headers;
      const request = open === undefined || open.headers.has(name) ? begin(i + 1) : open;
      request.headers.set(name, value);
    }
  }
  return found.filter(isAdvertising);
}

/** The components that can have sent a request: a header for a protocol does not say that its sender speaks it. */
function sendersOf({ method }: Request, catalog: Catalog): readonly string[] {
  if (method?.startsWith('Entrypoint')) return ['entrypoint'];
  if (method?.startsWith('Runner')) return ['runner', 'on-demand-runner'];
  return Object.entries(catalog.components).flatMap(([id, { role }]) => (role === 'server' ? [] : [id]));
}

function findProblem(
  { headers, method }: Request,
  senders: readonly string[],
  catalog: Catalog,
): RowProblem | undefined {
  const version = headers.get('version') ?? '';
  const [component = '', ...others] = senders;
  if (component === '' || others.length > 0) {
    const names = senders.map((id) => catalog.components[id]?.name ?? id).join(' or ');
    const which = method === undefined ? 'these headers' : `the method ${method.slice(0, 60)}`;
    const message = `A part${version === '' ? '' : ` of version ${version.slice(0, 40)}`} sent this, and ${which} may be sent by ${names || 'any part'}: all of them send both protocols. Find out which it is, and say so here.`;
    return { code: 'unclear-component', message, cell: 'component' };
  }
  for (const name of catalog.components[component]?.speaks ?? []) {
    const value = headers.get(name);
    if (value === undefined || RANGE.test(value)) continue;
    const message = `"${value.slice(0, 40)}" is no range of ${name}. The header has the minimum and the current version: "1,2".`;
    return { code: 'half-range', message, cell: 'protocols' };
  }
  if (version !== '') return undefined;
  const hint = catalog.components[component]?.signs?.versionHint ?? 'Ask the part for its version.';
  const message = `There is no client-version beside these headers. ${hint}`;
  return { code: 'no-version', message, cell: 'version' };
}

function rowOf(request: Request, catalog: Catalog): FoundRow {
  const { headers, line } = request;
  const senders = sendersOf(request, catalog);
  const [component = ''] = senders;
  const problem = findProblem(request, senders, catalog);
  const protocols = (catalog.components[component]?.speaks ?? []).flatMap((protocol): [string, string][] => {
    const range = headers.get(protocol);
    return range === undefined ? [] : [[protocol, range]];
  });
  return {
    cells: { component, version: headers.get('version') ?? '', protocols, labels: new Map() },
    at: { line },
    fallbackName: component || 'part',
    isReported: true,
    ...(problem !== undefined && { problem }),
  };
}

const saysOf = ({ cells, problem }: FoundRow) =>
  JSON.stringify([cells.component, cells.version, cells.protocols, problem?.message]);

/** The UI is the server's, and sends a version of its own. */
const isOfUi = ({ headers }: Request) => headers.get('version')?.startsWith('ui-') === true;

export const waypointHeaders: Reader = {
  id: 'waypoint-headers',
  name: 'the headers client-api-protocol and client-entrypoint-protocol of Waypoint’s requests',
  looksAt: 'text',
  product: 'waypoint',
  recognise({ lines }) {
    const isSent = lines.some((line) =>
      headersIn(line.slice(0, MAX_LINE)).some(([name]) => name !== 'version'),
    );
    return isSent
      ? {
          sureness: 'certain',
          why: 'It has the headers by which parts of Waypoint advertise their protocols.',
        }
      : undefined;
  },
  read({ lines }, catalog) {
    const requests = findRequests(lines);
    const own = requests.filter((request) => !isOfUi(request));
    const rows = new Map<string, FoundRow>();
    for (const row of own.map((request) => rowOf(request, catalog))) {
      if (!rows.has(saysOf(row))) rows.set(saysOf(row), row);
    }
    const good = [...rows.values()].find(({ problem }) => problem === undefined);
    const secrets = lines.flatMap((line) =>
      [...line.slice(0, MAX_LINE).matchAll(SECRET)].map(
        ([, name = '']) => `the header ${name.toLowerCase()}`,
      ),
    );
    const message =
      'Requests do not tell how many parts send them: what says the same is one entry. Set its count to what is deployed.';
    return {
      rows: [...rows.values()],
      ignored: requests
        .filter(isOfUi)
        .map(({ headers }) => `the UI (${headers.get('version')?.slice(0, 40)})`),
      secrets: [...new Set(secrets)],
      ...(good !== undefined && {
        remarks: [{ code: 'count-unknown', message, ...good.at, isDropped: false }],
      }),
    };
  },
};
