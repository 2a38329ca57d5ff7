/**
 * Reads what Waypoint's CLI keeps of a server that it talks to: context files (HCL, or the same as JSON), and
 * `waypoint context inspect`, as text or JSON. They tell where a server is and no version of it, and hold the token of whoever
 * uses it: that is dropped, and the problem says what to run next.
 */
import type { Material } from '../material';
import { findNamedValues } from '../named-values';
import { locate } from '../parse-json-text';
import type { FoundRow, Place, Reader } from '../reader';

interface Context {
  /** '' where it is not given, or is none. */
  readonly address: string;
  readonly platform: string;
  readonly hasToken: boolean;
  readonly at: Place;
}

const NAMES = 'address|address_internal|tls|tls_skip_verify|require_auth|require_path|auth_token|platform';
/** `tls = true` in HCL, `"tls": true` in JSON, which calls `require_auth` by a name of its own. */
const FIELD = new RegExp(
  String.raw`(?:(?<![\w-])(${NAMES})\s*=|"(${NAMES})"\s*:)\s*("(?:[^"\\\r\n]|\\.)*"?|true|false)`,
  'g',
);
/** One of these every context has; found in a fraction of the time. */
const NEEDED = /address|auth_token/;
/** Fewer fields than these may be those of something else. */
const MIN_FIELDS = 3;
/** Contexts are small; anything else is not gone through to its end. */
const MAX_LENGTH = 65_536;
const ADDRESS = /^(?:https?:\/\/)?(?:[\w.-]{1,253}|\[[\da-f:]{2,45}\])(?::\d{1,5})?$/i;
const PLATFORM = /^[a-z]{2,20}$/;

const unquote = (text: string) => text.replace(/^"|"$/g, '');

const addressIn = (text: string) => (ADDRESS.test(text) && /[.:]/.test(text) ? text : '');
const platformIn = (text: string) => (PLATFORM.test(text) ? text : '');

/** Each block or object that has enough of the fields. */
function contextsOfFields({ text }: Material): Context[] {
  const found: Context[] = [];
  let start = 0;
  for (const part of text.slice(0, MAX_LENGTH).split('{')) {
    const matches = NEEDED.test(part) ? [...part.matchAll(FIELD)] : [];
    const values = new Map(matches.map(([, hcl, json, value = '']) => [hcl ?? json ?? '', unquote(value)]));
    const at = matches[0]?.index;
    const isOne = values.size >= MIN_FIELDS && (values.has('address') || values.has('auth_token'));
    if (isOne && at !== undefined) {
      found.push({
        address: addressIn(values.get('address') ?? ''),
        platform: platformIn(values.get('platform') ?? ''),
        hasToken: (values.get('auth_token') ?? '') !== '',
        at: locate(text, start + at),
      });
    }
    start += part.length + 1;
  }
  return found;
}

/** What `waypoint context inspect NAME` prints has no token in it. */
function contextsOfInspected({ lines }: Material): Context[] {
  return findNamedValues(lines, ['address', 'tls', 'tls skip verify']).map(({ values, line }) => {
    const address = addressIn(values.get('address') ?? '');
    return { address, platform: platformIn(values.get('platform') ?? ''), hasToken: false, at: { line } };
  });
}

/** What it prints without a name: the context that is used, and nothing of it. */
const SETTINGS = [/"config_path":\s*"/, /"default_context":\s*"/];

const hasSettings = ({ text, lines }: Material) =>
  SETTINGS.every((setting) => setting.test(text.slice(0, MAX_LENGTH))) ||
  findNamedValues(lines, ['config path', 'default context']).length > 0;

const findContexts = (material: Material) => [
  ...contextsOfFields(material),
  ...contextsOfInspected(material),
];

const serverOf = ({ address }: Context) =>
  address === '' ? 'a Waypoint server' : `the Waypoint server at ${address}`;

const ASK =
  '`waypoint version` tells it, and the version of the CLI that uses this context; give what it prints.';

/** `name` is '' where nothing gives one. */
function rowOf(said: string, name: string, at: Place): FoundRow {
  return {
    cells: { name, component: 'server', protocols: [], labels: new Map() },
    at,
    fallbackName: 'server',
    problem: { code: 'no-version', message: `${said} ${ASK}`, cell: 'version' },
  };
}

/** The host of an address, without scheme and port. */
const hostOf = (address: string) => address.replace(/^https?:\/\//i, '').replace(/:\d{1,5}$/, '');

function rowOfContext(context: Context): FoundRow {
  const on = context.platform === '' ? '' : ` (platform ${context.platform})`;
  const said = `This context leads to ${serverOf(context)}${on}, and does not say its version.`;
  return rowOf(said, hostOf(context.address), context.at);
}

export const waypointContext: Reader = {
  id: 'waypoint-context',
  name: 'a context of Waypoint’s CLI (its file, or `waypoint context inspect`)',
  // It is read where JSON is broken too, so that nothing of a token is shown as what is wrong.
  looksAt: 'text',
  product: 'waypoint',
  recognise(material) {
    if (findContexts(material).length > 0) {
      return {
        sureness: 'certain',
        why: 'It has the fields of a context of Waypoint’s CLI: address, tls and others.',
      };
    }
    return hasSettings(material)
      ? {
          sureness: 'certain',
          why: 'It has config path and default context, as `waypoint context inspect` prints them.',
        }
      : undefined;
  },
  read(material) {
    const contexts = findContexts(material);
    if (contexts.length === 0) {
      const said =
        'This says which context is used, and neither where its server is nor which version it has.';
      return { rows: hasSettings(material) ? [rowOf(said, '', { line: 1 })] : [] };
    }
    return {
      rows: contexts.map(rowOfContext),
      secrets: contexts
        .filter(({ hasToken }) => hasToken)
        .map((context) => `the auth token for ${serverOf(context)}`),
    };
  },
};
