/** Where on the way of the server does an entry fail at a version? */
import { assessPair, partyAt } from '../compatibility/assess-pair';
import { releaseLine } from '../compatibility/release-line';
import type { Clash, Entry, Version } from '../model';
import { serverStops } from '../planning/server-graph';
import type { Question } from './find-conflict';

export type Failure = { readonly server: Version; readonly clash: Clash };

/** The first of these server versions that the entry does not work with at `version`. */
export function clashAt(
  { catalog, inventory, server }: Question,
  entry: Entry,
  version: Version,
  stops: readonly Version[],
): Failure | undefined {
  const party = partyAt(entry, version);
  for (const stop of stops) {
    const [clash] = assessPair(catalog, party, partyAt(server, stop), inventory.facts).clashes;
    if (clash !== undefined) return { server: stop, clash };
  }
  return undefined;
}

/** Where the entry fails at `version`: at the target if it fails there, else at the first stop where it does. */
export function clashOnTheWay(question: Question, entry: Entry, version: Version): Failure | undefined {
  const { catalog, inventory, goal, server } = question;
  const line = releaseLine(catalog, server.component);
  const stops = serverStops(line, server.version, goal, inventory.facts).map((release) => release.version);
  return clashAt(question, entry, version, [...stops.slice(-1), ...stops, server.version]);
}
