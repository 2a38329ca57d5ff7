/** How does an entry stand today, in a few words? */
import type { EntryAssessment } from '../../engine/assessment/assess-inventory';
import { listedRelease, releaseLine } from '../../engine/compatibility/release-line';
import type { Catalog } from '../../engine/model/catalog';
import type { Entry } from '../../engine/model/inventory';
import { describeClash } from '../../formats/wording/describe-clash';
import * as texts from '../../texts/inventory';

export interface RowFinding {
  readonly status: EntryAssessment['status'] | 'limited';
  /** One line each. */
  readonly remarks: readonly { readonly tone: 'broken' | 'plain'; readonly words: string }[];
  /** Whether the catalog lists its version. */
  readonly isListed: boolean;
  /** Equal for findings that read alike. */
  readonly key: string;
}

/** What is said of a version that the catalog does not list for its component, though it may for others. */
function describeUnlisted(catalog: Catalog, { component, version }: Entry): string {
  const isListed = Object.keys(catalog.components).some(
    (id) => listedRelease(releaseLine(catalog, id), version) !== undefined,
  );
  return isListed ? texts.listedForOthers(version, component) : texts.unlisted(version);
}

export function findingOf(
  catalog: Catalog,
  assessment: EntryAssessment,
  entry: Entry,
  serverVersion: string,
): RowFinding {
  const remarks: { tone: 'broken' | 'plain'; words: string }[] = assessment.clashes.map((clash) => ({
    tone: clash.kind === 'unknown' ? 'plain' : 'broken',
    words: describeClash(clash, catalog, {
      entry: entry.name,
      version: entry.version,
      server: serverVersion,
    }),
  }));
  for (const id of assessment.degraded) {
    const incident = catalog.incidents.find((candidate) => candidate.id === id);
    if (incident !== undefined) remarks.push({ tone: 'plain', words: incident.summary });
  }
  if (!assessment.listed) {
    const { inferredFrom } = assessment;
    const words = [
      describeUnlisted(catalog, entry),
      ...(inferredFrom === undefined ? [] : [texts.standsIn(inferredFrom)]),
    ];
    remarks.push({ tone: 'plain', words: words.join(' ') });
  }
  const status =
    assessment.status === 'compatible' && assessment.degraded.length > 0 ? 'limited' : assessment.status;
  return { status, remarks, isListed: assessment.listed, key: JSON.stringify([status, remarks]) };
}
