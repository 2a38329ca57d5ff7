/** How does an entry stand today, in a few words? */
import type { EntryAssessment } from '../../engine/assessment/assess-inventory';
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
    const words =
      assessment.inferredFrom === undefined
        ? texts.unlisted(entry.version)
        : texts.unlistedLike(entry.version, assessment.inferredFrom);
    remarks.push({ tone: 'plain', words });
  }
  const status =
    assessment.status === 'compatible' && assessment.degraded.length > 0 ? 'limited' : assessment.status;
  return { status, remarks, isListed: assessment.listed, key: JSON.stringify([status, remarks]) };
}
