/** Why is there no plan, in a sentence for each cause? */
import type { Catalog } from '../../engine/model/catalog';
import type { Cause, Refusal } from '../../engine/model/plan';
import { describeClashShortly } from './describe-clash';
import { componentName, formatList, formatRange, protocolName } from './names';

function describeRefusal(refusal: Refusal, detail: string | undefined): string {
  const because = detail === undefined ? '' : `: ${detail.replace(/\.$/, '')}`;
  switch (refusal) {
    case 'unlisted':
      return 'is not listed in the catalog';
    case 'withdrawn':
      return `was withdrawn${because}`;
    case 'avoided':
      return `is to be avoided here${because}`;
    case 'prerelease':
      return 'is a pre-release, which the goal does not allow';
    case 'past-target':
      return 'is past the target';
    case 'not-newer':
      return 'is not newer than what is deployed';
  }
}

/** A clash may end with a sentence of the catalog. */
function endSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function describeEntry(cause: Extract<Cause, { code: 'entry' }>, catalog: Catalog): string {
  const { entry, version, server, clash } = cause;
  const stays =
    cause.pinned === undefined
      ? `${entry} stays at ${version}, since no release that it could be moved to helps,`
      : `${entry} is pinned at ${version}${cause.pinned === '' ? '' : ` (${cause.pinned})`}`;
  if (clash.kind !== 'protocol')
    return endSentence(`${stays} and ${describeClashShortly(clash, catalog, server)}`);
  const protocol = protocolName(catalog, clash.protocol);
  return `${stays} and speaks ${protocol} ${formatRange(clash.consumer)}; ${server} speaks ${formatRange(clash.server)}, and no server release on the way helps.`;
}

function describeEntryGoal(cause: Extract<Cause, { code: 'entry-goal' }>, catalog: Catalog): string {
  const { entry, version, target } = cause;
  if (target === version) {
    const start = `The goal keeps ${entry} at ${version}`;
    if (cause.clash === undefined || cause.server === undefined)
      return `${start}, and the server cannot get to its target with it there.`;
    return endSentence(`${start}: there it ${describeClashShortly(cause.clash, catalog, cause.server)}`);
  }
  const start = `${entry} cannot get from ${version} to ${target}`;
  if (cause.pinned !== undefined)
    return `${start}: it is pinned${cause.pinned === '' ? '' : ` (${cause.pinned})`}.`;
  if (cause.refusal !== undefined)
    return `${start}: ${target} ${describeRefusal(cause.refusal, cause.detail)}.`;
  if (cause.clash === undefined || cause.server === undefined) return `${start} by any safe way.`;
  return endSentence(`${start}: at ${target} it ${describeClashShortly(cause.clash, catalog, cause.server)}`);
}

const REFUSED_SHOWN = 3;

/** What would have to be there, why it is not, and what to do about it. */
function describeBuilderCause(cause: Extract<Cause, { code: 'builder' }>, catalog: Catalog): string {
  const { entry, needed, refused = [], held = [] } = cause;
  const builders = formatList(
    cause.builders.map((id) => componentName(catalog, id)),
    'or',
  );
  if (needed === undefined)
    return `${entry} has to be rebuilt, and no ${builders} in the inventory gets to a version that could build it.`;
  const reasons = [
    ...held.map(({ entry: name, version, pinned, target, server, clash }) => {
      if (clash !== undefined && server !== undefined)
        return endSentence(`${name} is at ${version}, and ${describeClashShortly(clash, catalog, server)}`);
      if (target !== undefined) return `The goal asks for ${name} ${target}.`;
      return `${name} is pinned at ${version}${pinned ? ` (${pinned})` : ''}.`;
    }),
    ...refused.map(({ component, version, refusal, detail, server, clash }) => {
      const release = `${componentName(catalog, component)} ${version}`;
      if (clash !== undefined && server !== undefined)
        return endSentence(`${release} ${describeClashShortly(clash, catalog, server)}`);
      return `${release} ${describeRefusal(refusal ?? 'unlisted', detail)}.`;
    }),
  ];
  if (reasons.length === 0) reasons.push(`No release of ${builders} from ${needed} on can be moved to here.`);
  const isFarEnough = held.some(({ clash }) => clash !== undefined);
  const [who, one] = isFarEnough
    ? [`${builders} in the inventory that works with the server`, 'one that works']
    : [`${builders} in the inventory`, 'one of them'];
  const more = reasons.length - REFUSED_SHOWN;
  return [
    `${entry} has to be rebuilt at ${needed} or newer, and no ${who} gets that far in time.`,
    ...reasons.slice(0, REFUSED_SHOWN),
    ...(more > 0
      ? [more === 1 ? '1 more reason stands in the way.' : `${more} more reasons stand in the way.`]
      : []),
    `Bring ${one} to ${needed} or newer, or say that ${entry} is built elsewhere (source: external), if that is so.`,
  ].join(' ');
}

export function describeCause(cause: Cause, catalog: Catalog): string {
  switch (cause.code) {
    case 'entry':
      return describeEntry(cause, catalog);
    case 'entry-goal':
      return describeEntryGoal(cause, catalog);
    case 'builder':
      return describeBuilderCause(cause, catalog);
    case 'conflict': {
      const pinned = cause.pinned === undefined ? '' : ', and is pinned there';
      const { entry, version, clash, server } = cause;
      const start = `${entry} is at ${version}${pinned}: it could come along alone, but not together with the others named here`;
      if (clash === undefined || server === undefined) return `${start}.`;
      return endSentence(
        `${start}. On the way that these could go, it ${describeClashShortly(clash, catalog, server)}`,
      );
    }
    case 'hop':
      return cause.upgradeFrom === undefined
        ? `No release leads from ${cause.from} to ${cause.to}.`
        : `The server cannot go from ${cause.from} to ${cause.to}: that release only takes servers in ${cause.upgradeFrom}, and no release in between opens a way.`;
    case 'target':
      return `The target ${cause.target} ${describeRefusal(cause.refusal, cause.detail)}.`;
    case 'not-found':
      return 'No safe plan was found within the work that a search may take. Whether there is one is not known: fewer different versions, or a nearer target, make the question smaller.';
    case 'server-pinned':
      return `The server ${cause.entry} is pinned at ${cause.version}${cause.pinned === '' ? '' : ` (${cause.pinned})`}.`;
  }
}
