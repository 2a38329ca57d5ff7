/**
 * Reads `kubectl version`: `Client Version: v1.28.2` since 1.28 and with `--short`, `Client Version: version.Info{…}`
 * before, or JSON or YAML with `clientVersion` and `serverVersion`. Of OpenShift's `oc version` only the Kubernetes version
 * counts: its own are not Kubernetes'.
 */
import { formatPath } from '../../engine/model';
import { fieldsOf, textOf } from '../json-fields';
import type { Material } from '../material';
import type { FoundRow, Place, Reader, Remark } from '../reader';

const CLIENT = 'kubectl';
const SERVER = 'kube-apiserver';

const LINE =
  /^\s*(Client|Server|Kubernetes) Version: (?:version\.Info\{.*?\bGitVersion:"([^"]*)".*|(\S+))\s*$/s;
/** `docker info` has such a line below another, without the v that Kubernetes puts before its versions. */
const isOfOthers = (line: string) => /^\s+Server Version: \d/.test(line);
const isVersionLine = (line: string) => LINE.test(line) && !isOfOthers(line);
const NOT_REACHED =
  /^\s*(?:The connection to the server .* was refused|Unable to connect to the server|error: You must be logged in to the server|Error from server)/i;
/** Kubernetes puts a v before its versions; those of OpenShift have none. */
const IS_KUBERNETES = /^v\d/;

function rowOf(component: string, version: string, at: Place): FoundRow {
  return {
    cells: { component, version, protocols: [], labels: new Map() },
    at,
    fallbackName: component,
    isReported: true,
  };
}

function readLines({ lines }: Material): { rows: FoundRow[]; ignored: string[]; remarks: Remark[] } {
  const rows: FoundRow[] = [];
  const ignored: string[] = [];
  const remarks: Remark[] = [];
  for (const [i, text] of lines.entries()) {
    const [, whose, long, short = ''] = isOfOthers(text) ? [] : (LINE.exec(text) ?? []);
    const version = long ?? short;
    if (whose !== undefined && !IS_KUBERNETES.test(version)) {
      ignored.push(`OpenShift's ${whose === 'Client' ? 'oc' : 'server'} ${version}`);
    } else if (whose !== undefined) {
      const column = text.indexOf(version) + 1;
      rows.push(rowOf(whose === 'Client' ? CLIENT : SERVER, version, { line: i + 1, column }));
    } else if (NOT_REACHED.test(text)) {
      const message =
        'The API server did not answer, so its version is not in this output. Run the command where the cluster can be reached.';
      remarks.push({ code: 'server-not-reached', message, line: i + 1, isDropped: false });
    }
  }
  return { rows, ignored, remarks };
}

const versionsOf = (value: unknown) => {
  const { clientVersion, serverVersion } = fieldsOf(value);
  return [
    [CLIENT, 'clientVersion', textOf(fieldsOf(clientVersion).gitVersion)],
    [SERVER, 'serverVersion', textOf(fieldsOf(serverVersion).gitVersion)],
  ] as const;
};

const isVersions = (value: unknown) => versionsOf(value).some(([, , version]) => version !== '');

function readDocuments({ documents }: Material): FoundRow[] {
  const isOne = documents.values.length === 1;
  return documents.values.flatMap(({ value, line }) =>
    versionsOf(value).flatMap(([component, field, version]) => {
      const at = { path: formatPath([field, 'gitVersion']), ...(!isOne && { line }) };
      return version === '' ? [] : [rowOf(component, version, at)];
    }),
  );
}

export const kubectlVersion: Reader = {
  id: 'kubectl-version',
  name: '`kubectl version` (text, JSON or YAML)',
  // Its lines may look like YAML that is broken.
  looksAt: 'text',
  product: 'kubernetes',
  recognise({ documents, lines }) {
    if (documents.values.some(({ value }) => isVersions(value))) {
      return {
        sureness: 'certain',
        why: 'It has clientVersion or serverVersion with a gitVersion, as `kubectl version` prints them.',
      };
    }
    return lines.some(isVersionLine)
      ? {
          sureness: 'certain',
          why: 'It has a line "Client Version: …" or "Server Version: …", as `kubectl version` prints it.',
        }
      : undefined;
  },
  read(material) {
    const found = material.documents.values.some(({ value }) => isVersions(value));
    return found
      ? { rows: readDocuments(material), remarks: material.documents.problems }
      : readLines(material);
  },
};
