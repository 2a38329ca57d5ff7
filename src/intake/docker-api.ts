/**
 * What do a Docker client and its daemon say of themselves, and what follows?
 *
 * The daemon advertises the API versions that it takes, from a minimum. A client tells the newest that it knows and the one
 * that it asks for; it goes down to the daemon's newest by itself, so that one below both is set by hand.
 */
import type { FoundRow, Place, Remark } from './reader';

export interface DockerSide {
  readonly version: string;
  /** `1.54` */
  readonly api: string;
  /** Of a daemon, since 1.13: the oldest that it takes. */
  readonly minimum: string;
  /** Of a client: the newest that it knows. */
  readonly newest: string;
  /** `Docker Engine - Community`, `Docker Desktop 4.49.0 (208700)` */
  readonly platform: string;
  readonly isPodman: boolean;
  readonly isRootless: boolean;
  readonly at: Place;
}

/** What one call of `docker version` said. */
export interface DockerOutput {
  readonly client: DockerSide | undefined;
  readonly server: DockerSide | undefined;
  /** The daemon answered that the client asks for an API version that it does not take. */
  readonly isRefused: boolean;
}

export interface DockerRows {
  readonly rows: readonly FoundRow[];
  readonly remarks: readonly Remark[];
}

const CLIENT = 'docker-cli';
const SERVER = 'dockerd';
const API = 'engine-api';

/** 44 of `1.44`, as the catalog counts. */
function minorOf(api: string): number | undefined {
  const minor = /^1\.(\d{1,4})$/.exec(api)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** Docker's free releases from 17.03 to 18.06 had -ce behind their number; by semver they would come before themselves. */
const withoutEdition = (version: string) => version.replace(/^(\d+\.\d+\.\d+)-ce$/, '$1');

function rowOf(
  component: string,
  { version, at }: DockerSide,
  range?: readonly [minimum: number, current: number],
): FoundRow {
  return {
    cells: {
      component,
      version: withoutEdition(version),
      protocols: range === undefined ? [] : [[API, range.join('-')]],
      labels: new Map(),
    },
    at,
    fallbackName: component,
    isReported: true,
  };
}

function remarkOnPodman({ version, at }: DockerSide, whose: string): Remark {
  const message = `The ${whose} is Podman ${version.slice(0, 40)}, which answers to Docker's commands and API; it is not Docker, and its versions are others. It is left out.`;
  return { code: 'not-docker', message, ...at, isDropped: true };
}

function readServer(server: DockerSide): DockerRows {
  const { api, minimum, platform, isRootless, at } = server;
  if (server.isPodman) return { rows: [], remarks: [remarkOnPodman(server, 'daemon')] };
  const remarks: Remark[] = [];
  const lowest = minorOf(minimum);
  const newest = minorOf(api);
  if (minimum !== '' && (lowest === undefined || newest === undefined)) {
    const message = `The daemon says API ${api.slice(0, 40)} with the minimum ${minimum.slice(0, 40)}; expected versions like 1.44. The range of the catalog is taken instead.`;
    remarks.push({ code: 'not-a-range', message, ...at, isDropped: true });
  }
  const desktop = /^Docker Desktop\s*(\d[\w.]*)?/.exec(platform);
  if (desktop !== null) {
    const message = `This daemon is that of Docker Desktop${desktop[1] === undefined ? '' : ` ${desktop[1]}`}. It moves with Docker Desktop: look up which of its releases brings the daemon that you want.`;
    remarks.push({ code: 'docker-desktop', message, ...at, isDropped: false });
  }
  if (isRootless) {
    const message =
      'This daemon runs without root, for one user (`systemctl --user restart docker`). If there is another one of the system, it has a version of its own.';
    remarks.push({ code: 'rootless', message, ...at, isDropped: false });
  }
  const range = lowest === undefined || newest === undefined ? undefined : ([lowest, newest] as const);
  return { rows: [rowOf(SERVER, server, range)], remarks };
}

/** The API version that it asks for whatever the daemon speaks; `undefined` where it is not held to one. */
function findFixed({ client, server, isRefused }: DockerOutput): number | undefined {
  const asked = minorOf(client?.api ?? '');
  const newest = minorOf(client?.newest ?? '');
  if (asked === undefined || newest === undefined || asked >= newest) return undefined;
  if (isRefused) return asked;
  const spoken = server?.isPodman === false ? minorOf(server.api) : undefined;
  return spoken !== undefined && asked < spoken ? asked : undefined;
}

function readClient(client: DockerSide, output: DockerOutput): DockerRows {
  if (client.isPodman) return { rows: [], remarks: [remarkOnPodman(client, 'client')] };
  const fixed = findFixed(output);
  if (fixed === undefined) return { rows: [rowOf(CLIENT, client)], remarks: [] };
  const message = `This client asks for API 1.${fixed}, though it knows ${client.newest}: DOCKER_API_VERSION holds it there, here and after an upgrade. Unset it if nothing needs it.`;
  return {
    rows: [rowOf(CLIENT, client, [fixed, fixed])],
    remarks: [{ code: 'fixed-api-version', message, ...client.at, isDropped: false }],
  };
}

export function rowsOfDocker(output: DockerOutput): DockerRows {
  const { client, server } = output;
  const parts = [
    ...(client === undefined ? [] : [readClient(client, output)]),
    ...(server === undefined ? [] : [readServer(server)]),
  ];
  return { rows: parts.flatMap(({ rows }) => rows), remarks: parts.flatMap(({ remarks }) => remarks) };
}
