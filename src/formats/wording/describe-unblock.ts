/** What would unblock a plan, in words for a button or a list? */
import type { Catalog } from '../../engine/model/catalog';
import type { OpenFact, Unblock } from '../../engine/model/plan';
import { formatList } from './names';

function answerText(catalog: Catalog, fact: string, answer: string): string {
  return `“${catalog.facts[fact]?.question ?? fact}” with “${catalog.facts[fact]?.options[answer] ?? answer}”`;
}

export function describeUnblock(unblock: Unblock, catalog: Catalog): string {
  switch (unblock.code) {
    case 'unpin':
      return `Unpin ${unblock.entry}`;
    case 'target':
      return `Target ${unblock.target} instead`;
    case 'allow-skips':
      return 'Skip releases that the vendor asks to stop at';
    case 'answer':
      return `Answer ${answerText(catalog, unblock.fact, unblock.answer)}, if that is so`;
  }
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
