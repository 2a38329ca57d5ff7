/** What would unblock a plan, in words for a button or a list? */
import type { Catalog } from '../../engine/model/catalog';
import type { OpenFact, Plan, SingleUnblock, Unblock } from '../../engine/model/plan';
import { formatNumber } from '../../texts/numbers';
import { componentName, formatList, protocolName } from './names';

function answerText(catalog: Catalog, fact: string, answer: string): string {
  return `“${catalog.facts[fact]?.question ?? fact}” with “${catalog.facts[fact]?.options[answer] ?? answer}”`;
}

/** Changes made together, in the fewest words: those of one kind are said at once. */
function gather(changes: readonly SingleUnblock[], catalog: Catalog): string[] {
  const named = (code: 'unpin' | 'retire') =>
    changes.flatMap((change) => (change.code === code ? [change.entry, ...alsoOf(change)] : []));
  const texts = changes.map((change) => {
    if (change.code === 'unpin') return `Unpin ${formatList(named('unpin'))}`;
    if (change.code === 'retire') return `Take ${formatList(named('retire'))} out of the inventory`;
    return describeUnblock(change, catalog);
  });
  return [...new Set(texts)];
}

function alsoOf(change: SingleUnblock): readonly string[] {
  return change.code === 'unpin' ? (change.also ?? []) : [];
}

/** What is said alone begins with a capital letter. */
function continueSentence(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

export function describeUnblock(unblock: Unblock, catalog: Catalog): string {
  switch (unblock.code) {
    case 'answer':
      return `Answer ${answerText(catalog, unblock.fact, unblock.answer)}, if that is so`;
    case 'entry-target':
      return unblock.target === undefined
        ? `Ask for no exact version of ${unblock.entry}`
        : `Ask for ${unblock.entry} ${unblock.target} instead`;
    case 'unpin':
      return `Unpin ${formatList([unblock.entry, ...(unblock.also ?? [])])}`;
    case 'target':
      return `Target ${unblock.target} instead`;
    case 'keep':
      return 'Leave the others where they may stay, instead of bringing all along';
    case 'prereleases':
      return 'Allow pre-releases';
    case 'allow-skips':
      return 'Skip releases that the vendor asks to stop at';
    case 'look-up': {
      const protocols = Object.keys(unblock.protocols).map((id) => protocolName(catalog, id));
      return `Find out what ${unblock.entry} speaks of ${formatList(protocols)}, and enter it as advertised`;
    }
    case 'put-back':
      return `Put ${unblock.entry} back to ${unblock.version} first`;
    case 'move':
      return `Move ${unblock.entry} to ${unblock.version} by hand first`;
    case 'retire':
      return `Take ${unblock.entry} out of the inventory`;
    case 'together': {
      const [first = '', ...others] = gather(unblock.changes, catalog);
      return [first, ...others.map(continueSentence)].join('; and ');
    }
  }
}

/** What the plan that it makes possible moves; empty where the plan does not say. */
export function describeUnblockedCost({ cost }: Unblock, catalog: Catalog): string {
  if (cost === undefined) return '';
  if (cost.moved.length === 0) return 'Then nothing has to move.';
  const moved = cost.moved.map(
    ({ component, instances }) => `${formatNumber(instances)} × ${componentName(catalog, component)}`,
  );
  return `Then the plan moves ${formatList(moved)}.`;
}

/** What has to be known before it is done; empty where there is nothing to say. */
export function describeUnblockRisk(unblock: Unblock): string {
  switch (unblock.code) {
    case 'together':
      return [...new Set(unblock.changes.map(describeUnblockRisk))].filter((text) => text !== '').join(' ');
    case 'allow-skips':
      return 'Such hops are not tested by the vendor, and data may not be carried over.';
    case 'retire':
      return 'Only if it is switched off before the upgrade begins: as it is, it would lose the server.';
    case 'prereleases':
      return 'Pre-releases are not meant for production.';
    case 'look-up':
      return 'Nothing is known of it now. If it speaks what it would need, there is a plan.';
    case 'move':
      return unblock.worksNow
        ? 'That is not part of the plan: see first that it can, and what it is built of.'
        : 'At that version it does not work with the server as it is: from then on it is broken until the plan mends it.';
    case 'put-back':
      return 'Going back is not part of the plan: see first that it can, and what becomes of its data.';
    default:
      return '';
  }
}

/** What to type on the command line, or to change in the inventory. */
export function describeUnblockByHand(unblock: Unblock): string {
  switch (unblock.code) {
    case 'answer':
      return `--fact ${unblock.fact}=${unblock.answer}`;
    case 'entry-target':
      return unblock.target === undefined
        ? `without --entry ${unblock.entry}=…`
        : `--entry ${unblock.entry}=${unblock.target}`;
    case 'unpin':
      return 'take "pinned" out of the inventory';
    case 'target':
      return `--target ${unblock.target}`;
    case 'keep':
      return 'without --consumers align';
    case 'prereleases':
      return '--prereleases';
    case 'allow-skips':
      return '--allow-skips';
    case 'look-up':
      return 'add "protocols" to the inventory';
    case 'move':
    case 'put-back':
      return 'change "version" in the inventory once it is done';
    case 'retire':
      return 'delete its entry';
    case 'together':
      return [...new Set(unblock.changes.map(describeUnblockByHand))].join('; ');
  }
}

/** Where nothing is offered: why. */
export function describeNoUnblock({ unblockSearch }: Pick<Plan, 'unblockSearch'>): string {
  return unblockSearch === 'done'
    ? 'None of the changes that Causeway tries opens a way, neither alone nor together with others.'
    : 'No change that opens a way was found within the work that looking for one may take. Whether there is one is not known.';
}

/** Which answers to an open fact would make the plan another one. */
export function describeOpenFact(open: OpenFact, catalog: Catalog): string {
  const answers = open.answers.map(({ answer, becomes }) => {
    const option = catalog.facts[open.fact]?.options[answer] ?? answer;
    const outcome = becomes === 'ready' ? 'another plan' : becomes === 'done' ? 'nothing to do' : 'no plan';
    return `“${option}” gives ${outcome}`;
  });
  return `${catalog.facts[open.fact]?.question ?? open.fact} Not answered, so the plan reckons with the worst. ${formatList(answers)}.`;
}
