/**
 * Reads `docker version`, as text of any release and as JSON, any number of times; also one half of it
 * (`--format '{{json .Server}}'`), which is what the daemon's own /version answers.
 */
import { formatPath } from '../../engine/model';
import { type DockerOutput, type DockerSide, rowsOfDocker } from '../docker-api';
import { type Fields, fieldsOf, listOf, textOf } from '../json-fields';
import type { Material } from '../material';
import type { Place, Reader, Remark } from '../reader';

const HEADING = /^(Client|Server):(?:\s(.*))?$/s;
/** `Engine:`, `containerd:`: what follows is of that part. */
const PART = /^\s+([A-Za-z][\w. -]*):\s*$/;
const VERSION = /^\s*Version:\s+(\S+)\s*$/;
const API_VERSION =
  /^\s*API version:\s+(\S+)(?:\s+\((?:minimum version (\S*?)|downgraded from (\S*?))\))?\s*$/;
/** Podman writes it with a capital, and has it where Docker has nothing. */
const PODMAN = /^API Version:\s+\d/;
const PODMAN_CLIENT = /^Client:\s+Podman Engine\s*$/;
const PLATFORM = /^OS\/Arch:/;
const PODMAN_PART = 'Podman Engine';
const ROOTLESS_PART = 'rootlesskit';
const REFUSED = /client version \S+ is too (?:old|new)\b/i;
const NOT_REACHED =
  /^\s*(?:Cannot connect to the Docker daemon|error during connect|failed to connect to the docker API|Error response from daemon|request returned .* for API route)|permission denied while trying to connect to the docker/i;

type Draft = { -readonly [Key in keyof DockerSide]: DockerSide[Key] };

const begin = (platform: string, at: Place): Draft => ({
  version: '',
  api: '',
  minimum: '',
  newest: '',
  platform,
  isPodman: platform === PODMAN_PART,
  isRootless: false,
  at,
});

/** One call, as its lines come. */
class Call {
  client: Draft | undefined;
  server: Draft | undefined;
  isRefused = false;
  /** Where it says that the daemon did not answer. */
  silentAt: Place | undefined;
  private side: Draft | undefined;
  private part = '';

  begin(whose: string, platform: string, at: Place): void {
    this.side = begin(platform, at);
    this.part = '';
    if (whose === 'Client') this.client = this.side;
    else this.server = this.side;
  }

  read(text: string, line: number): void {
    const { side } = this;
    if (side === undefined) return;
    const part = PART.exec(text)?.[1];
    if (part !== undefined) {
      this.part = part;
      if (part === PODMAN_PART) side.isPodman = true;
      if (part === ROOTLESS_PART) side.isRootless = true;
      return;
    }
    const isOwn = this.part === '' || (side === this.server && this.part === 'Engine');
    const isPodmans = side.isPodman && this.part === PODMAN_PART;
    const version = VERSION.exec(text)?.[1];
    if (version !== undefined && (isOwn || isPodmans) && side.version === '') {
      side.version = version;
      side.at = { line, column: text.indexOf(version) + 1 };
    }
    const [found, api = '', minimum = '', newest = ''] = API_VERSION.exec(text) ?? [];
    if (found === undefined || !isOwn || side.api !== '') return;
    side.api = api;
    side.minimum = minimum;
    side.newest = newest === '' ? api : newest;
  }
}

const told = (side: DockerSide | undefined) => (side?.version === '' ? undefined : side);

interface Found {
  readonly outputs: readonly DockerOutput[];
  readonly remarks: readonly Remark[];
}

/** Podman needs no daemon. */
const isSilent = ({ client, server, isRefused }: DockerOutput) =>
  client !== undefined && !client.isPodman && server === undefined && !isRefused;

function remarkOnRefusal(text: string, line: number): Remark {
  const message = `The daemon refused the client: ${text.trim().slice(0, 300)} So its version is not in this output. Run \`docker version\` on its own host.`;
  return { code: 'client-refused', message, line, isDropped: false };
}

function remarkOnSilence(at: Place): Remark {
  const message =
    'The daemon did not answer, so its version is not in this output. Run the command where the daemon runs, as a user that may ask it.';
  return { code: 'server-not-reached', message, ...at, isDropped: false };
}

function readLines({ lines }: Material): Found {
  const calls: Call[] = [];
  const remarks: Remark[] = [];
  for (const [i, text] of lines.entries()) {
    const line = i + 1;
    const [, whose, platform = ''] = HEADING.exec(text) ?? [];
    const isBare = whose === undefined && PODMAN.test(text) && calls.length === 0;
    const last = calls.at(-1);
    if (whose !== undefined) {
      const call = whose === 'Server' && last !== undefined && last.server === undefined ? last : new Call();
      if (call !== last) calls.push(call);
      call.begin(whose, platform.trim(), { line });
    } else if (isBare) {
      const call = new Call();
      call.begin('Client', PODMAN_PART, { line });
      call.read(text.replace(/^API /, ''), line);
      calls.push(call);
    } else if (REFUSED.test(text)) {
      if (last !== undefined) last.isRefused = true;
      remarks.push(remarkOnRefusal(text, line));
    } else if (NOT_REACHED.test(text)) {
      if (last !== undefined) last.silentAt = { line };
    } else {
      last?.read(text, line);
    }
  }
  const outputs = calls.map(({ client, server, isRefused, silentAt }) => {
    const output = { client: told(client), server: told(server), isRefused };
    if (isSilent(output)) remarks.push(remarkOnSilence(silentAt ?? output.client?.at ?? {}));
    return output;
  });
  return { outputs, remarks };
}

/** Podman's client has the key in capitals. */
const apiOf = ({ ApiVersion, APIVersion }: Fields) => textOf(ApiVersion) || textOf(APIVersion);
const isSide = (value: unknown) => {
  const fields = fieldsOf(value);
  return textOf(fields.Version) !== '' && apiOf(fields) !== '';
};

function sideOf(value: unknown, at: Place): DockerSide | undefined {
  if (!isSide(value)) return undefined;
  const side = fieldsOf(value);
  const parts = listOf(side.Components).map((part) => textOf(fieldsOf(part).Name));
  return {
    version: textOf(side.Version),
    api: apiOf(side),
    minimum: textOf(side.MinAPIVersion),
    newest: textOf(side.DefaultAPIVersion) || apiOf(side),
    platform: textOf(fieldsOf(side.Platform).Name),
    isPodman: parts.includes(PODMAN_PART) || textOf(side.ApiVersion) === '',
    isRootless: parts.includes(ROOTLESS_PART),
    at,
  };
}

/** Where client and daemon stand in what one call printed; a half alone is the client's where it has the client's newest. */
function halvesOf(value: unknown): { client?: readonly string[]; server?: readonly string[] } | undefined {
  const fields = fieldsOf(value);
  if (isSide(fields.Client) || isSide(fields.Server)) return { client: ['Client'], server: ['Server'] };
  if (!isSide(fields)) return undefined;
  if ('DefaultAPIVersion' in fields) return { client: [] };
  return 'MinAPIVersion' in fields || 'Components' in fields ? { server: [] } : undefined;
}

function readDocuments({ documents, lines }: Material): Found {
  const isOne = documents.values.length === 1;
  const refusal = lines.findIndex((text) => REFUSED.test(text));
  const remarks: Remark[] = refusal < 0 ? [] : [remarkOnRefusal(lines[refusal] ?? '', refusal + 1)];
  const outputs = documents.values.flatMap(({ value, line }): DockerOutput[] => {
    const halves = halvesOf(value);
    if (halves === undefined) return [];
    const side = (path: readonly string[] | undefined) =>
      path === undefined
        ? undefined
        : sideOf(path.length === 0 ? value : fieldsOf(value)[path[0] ?? ''], {
            path: formatPath([...path, 'Version']),
            ...(!isOne && { line }),
          });
    const output = {
      client: side(halves.client),
      server: side(halves.server),
      isRefused: refusal >= 0 && isOne,
    };
    if (halves.server !== undefined && isSilent(output)) {
      remarks.push(remarkOnSilence({ path: 'Server', ...(!isOne && { line }) }));
    }
    return [output];
  });
  return { outputs, remarks };
}

export const dockerVersion: Reader = {
  id: 'docker-version',
  name: '`docker version` (text or JSON)',
  // Its lines may look like YAML that is broken.
  looksAt: 'text',
  product: 'docker-engine',
  recognise({ documents, lines }) {
    if (documents.values.some(({ value }) => halvesOf(value) !== undefined)) {
      return {
        sureness: 'certain',
        why: 'It has a Version with an ApiVersion, as `docker version --format json` prints them.',
      };
    }
    const has = (sign: RegExp) => lines.some((line) => sign.test(line));
    const isText = (has(HEADING) && has(API_VERSION)) || (has(PODMAN) && has(PLATFORM));
    return isText || has(PODMAN_CLIENT)
      ? {
          sureness: 'certain',
          why: 'It has "Client:" or "Server:" with an "API version:", as `docker version` prints them.',
        }
      : undefined;
  },
  read(material) {
    const isJson = material.documents.values.some(({ value }) => halvesOf(value) !== undefined);
    const { outputs, remarks } = isJson ? readDocuments(material) : readLines(material);
    const found = outputs.map(rowsOfDocker);
    return {
      rows: found.flatMap(({ rows }) => rows),
      remarks: [
        ...(isJson ? material.documents.problems : []),
        ...remarks,
        ...found.flatMap((one) => one.remarks),
      ],
    };
  },
};
