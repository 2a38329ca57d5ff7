/**
 * Which outputs are read? In the order in which they are asked: of two that are equally sure the first is taken. Loaded
 * when the first file comes.
 */
import type { Recognised } from './intake-result';
import type { Reader } from './reader';
import { compose } from './readers/compose';
import { consulMembers } from './readers/consul-members';
import { dockerInspect } from './readers/docker-inspect';
import { dockerPs } from './readers/docker-ps';
import { dockerVersion } from './readers/docker-version';
import { ecs } from './readers/ecs';
import { entryList } from './readers/entry-list';
import { helmList } from './readers/helm-list';
import { imageList } from './readers/image-list';
import { inventory } from './readers/inventory';
import { kubectlTable } from './readers/kubectl-table';
import { kubectlVersion } from './readers/kubectl-version';
import { kubernetesObjects } from './readers/kubernetes-objects';
import { nomadJob } from './readers/nomad-job';
import { nomadStatus } from './readers/nomad-status';
import { table } from './readers/table';
import { waypointContext } from './readers/waypoint-context';
import { waypointHeaders } from './readers/waypoint-headers';
import { waypointLog } from './readers/waypoint-log';
import { waypointRunnerProfiles } from './readers/waypoint-runner-profiles';
import { waypointRunners } from './readers/waypoint-runners';
import { waypointSnapshot } from './readers/waypoint-snapshot';
import { waypointVersion } from './readers/waypoint-version';
import { waypointVersionInfo } from './readers/waypoint-version-info';
import { xlsx } from './readers/xlsx';

export const READERS: readonly Reader[] = [
  inventory,
  entryList,
  waypointVersion,
  waypointLog,
  waypointHeaders,
  waypointVersionInfo,
  waypointRunners,
  waypointRunnerProfiles,
  waypointContext,
  waypointSnapshot,
  dockerPs,
  dockerInspect,
  dockerVersion,
  compose,
  kubernetesObjects,
  kubectlVersion,
  kubectlTable,
  helmList,
  nomadJob,
  nomadStatus,
  ecs,
  consulMembers,
  table,
  xlsx,
  imageList,
];

/** The id of the reader that a person chose, or that has what they chose: only tables have columns. */
export function readerByHand(reader: string | undefined, columns: unknown): string | undefined {
  return reader ?? (columns === undefined ? undefined : table.id);
}

/** A workbook that is to be read as a table is read as a workbook. */
export function readerMeant(byHand: string | undefined, found: readonly Recognised[]): string | undefined {
  if (byHand !== table.id) return byHand;
  const own = found.find(({ reader }) => READERS.some(({ id, hasColumns }) => id === reader && hasColumns));
  return own?.reader ?? byHand;
}

/** What is read, for people: `Causeway reads an inventory; …`. `looksAt`: only what is read of these. */
export function describeReaders(looksAt?: Reader['looksAt']): string {
  const names = READERS.filter((reader) => looksAt === undefined || reader.looksAt === looksAt).map(
    ({ name }) => name,
  );
  return `Causeway reads ${names.join('; ')}.`;
}
