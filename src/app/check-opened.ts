/** Does all that a link or a file holds still mean something here? What does not is told, never left out in silence. */
import type { Catalog } from '../engine/model/catalog';
import { parseGoal } from '../engine/parsing/parse-goal';
import type { PlanFileContent } from '../formats/plan-file-content';
import type { LinkContent } from '../formats/plan-link/link-content';
import { formatList } from '../formats/wording/names';
import type { SessionInputs } from '../session/inputs';
import { readDraft, readGoal } from '../session/read-draft';
import { formatNumber } from '../texts/numbers';
import * as texts from '../texts/opened';
import * as openingTexts from '../texts/opening';
import type { Opened } from './opened-link';

const MOST_SHOWN = 5;
const LONGEST = 200;

function shorten(sentences: readonly string[]): string[] {
  const shown = sentences.slice(0, MOST_SHOWN).map((text) => text.slice(0, LONGEST));
  const others = sentences.length - shown.length;
  return others > 0 ? [...shown, openingTexts.andMore(formatNumber(others))] : shown;
}

const listQuoted = (words: readonly string[]) =>
  formatList(words.slice(0, MOST_SHOWN).map((word) => `"${word.slice(0, 60)}"`)) +
  (words.length > MOST_SHOWN ? texts.listMore(words.length - MOST_SHOWN) : '');

/** What keeps a plan from being made of the inputs. */
function findProblems(
  inputs: Pick<SessionInputs, 'rows' | 'facts' | 'inventoryName' | 'goal'>,
  catalog: Catalog,
): string[] {
  const { whole, rowProblems, otherProblems } = readDraft(inputs, catalog);
  const names = new Map(inputs.rows.map(({ id, name }) => [id, name.slice(0, 60)]));
  const ofRows = [...rowProblems].flatMap(([id, problems]) =>
    problems.map(({ message }) => `${names.get(id)}: ${message}`),
  );
  const goal = whole === undefined ? undefined : parseGoal(readGoal(inputs), catalog, whole.inventory);
  const ofGoal = goal === undefined || goal.ok ? [] : goal.problems;
  return [...ofRows, ...[...otherProblems, ...ofGoal].map(({ message }) => message)];
}

/** `inputs`: what became of `content`. */
export function checkOpened(
  content: PlanFileContent & Partial<Pick<LinkContent, 'notRead'>>,
  inputs: Pick<SessionInputs, 'rows' | 'facts' | 'inventoryName' | 'goal'>,
  catalog: Catalog,
): Pick<Opened, 'isWhole' | 'remarks'> {
  const problems = findProblems(inputs, catalog);
  const unasked = Object.keys(content.parameters).filter((id) => !Object.hasOwn(catalog.parameters, id));
  const { notRead = [] } = content;
  return {
    isWhole: problems.length === 0,
    remarks: [
      ...shorten(problems),
      ...(unasked.length === 0 ? [] : [texts.notAsked(listQuoted(unasked))]),
      ...(notRead.length === 0 ? [] : [texts.notRead(listQuoted(notRead))]),
    ],
  };
}
