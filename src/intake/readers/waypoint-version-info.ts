/**
 * Reads what a Waypoint server answers to GetVersionInfo, as grpcurl and the HTTP gateway print it:
 * `{"info": {"api": {"current": 1, "minimum": 1}, "entrypoint": {…}, "version": "v0.10.5"}}`. Its version, and the range of
 * each protocol that it advertises. Servers since 0.10.0 name their features beside.
 */
import { formatPath } from '../../engine/model';
import { fieldsOf, textOf } from '../json-fields';
import type { Material } from '../material';
import type { Reader, Recognition } from '../reader';
import { readServerInfo } from '../waypoint-server-info';

const PROTOCOLS = ['api', 'entrypoint'];
const FIELDS: ReadonlySet<string> = new Set([...PROTOCOLS, 'version']);

interface Answer {
  readonly info: unknown;
  /** Of the message within the value: the answer as a whole, or the message alone. */
  readonly path: readonly string[];
  readonly isSure: boolean;
}

/** A number, or its digits; anything else is as good as not there. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

const rangeOf = (value: unknown) => {
  const { minimum, current } = fieldsOf(value);
  return { minimum: numberOf(minimum), current: numberOf(current) };
};

const isRange = (value: unknown) => {
  const { minimum, current } = rangeOf(value);
  return minimum !== undefined || current !== undefined;
};

/** Whether it has fields of the message, and none that are not. */
function isInfo(value: unknown): boolean {
  const keys = Object.keys(fieldsOf(value));
  return keys.length > 0 && keys.every((key) => FIELDS.has(key));
}

function findAnswer(value: unknown): Answer | undefined {
  const whole = fieldsOf(value);
  const hasFeatures = 'serverFeatures' in whole || 'server_features' in whole;
  const hasRange = PROTOCOLS.some((protocol) => isRange(fieldsOf(whole.info)[protocol]));
  if (hasFeatures || (isInfo(whole.info) && (hasRange || Object.keys(whole).length === 1))) {
    return { info: whole.info, path: ['info'], isSure: hasFeatures || hasRange };
  }
  const isBare = isInfo(value) && PROTOCOLS.every((protocol) => isRange(whole[protocol]));
  return isBare ? { info: value, path: [], isSure: true } : undefined;
}

function readAnswer({ info, path }: Answer, line: number | undefined) {
  const fields = fieldsOf(info);
  return readServerInfo({
    version: textOf(fields.version),
    ranges: PROTOCOLS.map((protocol) => [protocol, rangeOf(fields[protocol])]),
    at: { path: formatPath([...path, 'version']), ...(line !== undefined && { line }) },
    isReported: true,
  });
}

export const waypointVersionInfo: Reader = {
  id: 'waypoint-version-info',
  name: 'the answer of a Waypoint server to GetVersionInfo (JSON)',
  looksAt: 'documents',
  product: 'waypoint',
  recognise({ documents }): Recognition | undefined {
    const answers = documents.values.flatMap(({ value }) => findAnswer(value) ?? []);
    if (answers.some(({ isSure }) => isSure)) {
      return {
        sureness: 'certain',
        why: 'It has what a Waypoint server answers to GetVersionInfo: its version, and the ranges of its protocols or its features.',
      };
    }
    return answers.length === 0
      ? undefined
      : {
          sureness: 'likely',
          why: 'It has "info" with a version and nothing else, as GetVersionInfo answers.',
        };
  },
  read({ documents }: Material) {
    const isOne = documents.values.length === 1;
    const read = documents.values.flatMap(({ value, line }) => {
      const answer = findAnswer(value);
      return answer === undefined ? [] : [readAnswer(answer, isOne ? undefined : line)];
    });
    return { rows: read.map(({ row }) => row), remarks: read.flatMap(({ remarks }) => remarks) };
  },
};
