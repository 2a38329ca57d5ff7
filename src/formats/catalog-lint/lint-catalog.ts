/**
 * Is a catalog not only readable, but sound?
 *
 * What `parseCatalog` refuses (shapes, versions, ranges, names that refer to nothing) comes first and alone; the rules
 * are about catalogs that parse. One rule a file, in `rules/`.
 */
import * as v from 'valibot';
import { CatalogSchema, parseCatalog } from '../../engine';
import { checkRule, type Finding, type Rule } from './rule';
import { aliasesClear } from './rules/aliases-clear';
import { buildersAcyclic } from './rules/builders-acyclic';
import { chartsListed } from './rules/charts-listed';
import { datesRise } from './rules/dates-rise';
import { factsUsed } from './rules/facts-used';
import { fixesListed } from './rules/fixes-listed';
import { hopsReach } from './rules/hops-reach';
import { lossesSaid } from './rules/losses-said';
import { notesApply } from './rules/notes-apply';
import { parametersKnown } from './rules/parameters-known';
import { parametersUnquoted } from './rules/parameters-unquoted';
import { parametersUsed } from './rules/parameters-used';
import { proceduresCover } from './rules/procedures-cover';
import { proceduresDisjoint } from './rules/procedures-disjoint';
import { protocolsUsed } from './rules/protocols-used';
import { rangesHoldReleases } from './rules/ranges-hold-releases';
import { rangesKnown } from './rules/ranges-known';
import { signsClear } from './rules/signs-clear';
import { sourcesPresent } from './rules/sources-present';
import { textsPresent } from './rules/texts-present';
import { uniqueIds } from './rules/unique-ids';
import { unknownFields } from './rules/unknown-fields';

export const RULES: readonly Rule[] = [
  unknownFields,
  textsPresent,
  sourcesPresent,
  uniqueIds,
  aliasesClear,
  signsClear,
  chartsListed,
  buildersAcyclic,
  protocolsUsed,
  rangesKnown,
  datesRise,
  hopsReach,
  rangesHoldReleases,
  notesApply,
  fixesListed,
  factsUsed,
  lossesSaid,
  parametersKnown,
  parametersUnquoted,
  parametersUsed,
  proceduresCover,
  proceduresDisjoint,
];

/** Takes parsed JSON and never throws; the rules only run over a catalog that parses. Empty: nothing to find fault with. */
export function lintCatalog(json: unknown): Finding[] {
  const parsed = parseCatalog(json);
  if (!parsed.ok) {
    return parsed.problems.map(({ code, path, message }) => ({
      rule: `parse:${code}`,
      severity: 'error',
      path,
      message,
    }));
  }
  // Read again: a parsed catalog has its releases in ascending order, and findings name places in the file.
  const input = { catalog: v.parse(CatalogSchema, json), json };
  return RULES.flatMap((rule) => checkRule(rule, input));
}
