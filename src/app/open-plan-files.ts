/** Opens files that hold plans, one that was exported here or all plans of a browser, and catalogs of one's own. Other files are left to others. */
import type { QueryClient } from '@tanstack/react-query';
import type { NewSource } from '../features/inventory/import-source';
import { readPlanFileContent } from '../formats/plan-file-content';
import { listPlans, readPlan } from '../session/library';
import { keepPlan, openPlan } from '../session/plans';
import { readPlansFile, writePlansFile } from '../session/plans-file';
import { sessionStore } from '../session/store';
import * as texts from '../texts/plan-files';
import { notify, notifyOfTrouble } from '../ui/notices';
import { takeAwaited } from './awaited-catalog';
import { describeProblems } from './describe-problems';
import { openContent, refuse } from './open-content';

const LARGEST = 64_000_000;

/** The parsed JSON where its format says that it is of plans or a catalog. */
async function plansIn({
  content,
}: NewSource): Promise<{ format: string; text: string; json: unknown } | undefined> {
  if (typeof content !== 'string') {
    const beginning = await content.slice(0, 100).text();
    if (content.size > LARGEST || !beginning.trimStart().startsWith('{')) return undefined;
  }
  const text = typeof content === 'string' ? content : await content.text();
  if (!/causeway\/(plan|catalog)/.test(text)) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    return typeof format === 'string' && /^causeway\/(plans?|catalog)@/.test(format)
      ? { format, text, json }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Adds plans to those of this browser; those that are there already are not there twice. */
function addAll(name: string, json: unknown): void {
  const { plans, problems } = readPlansFile(json);
  const known = new Set(
    listPlans().map(({ id }) => {
      const plan = readPlan(id)?.inputs;
      return plan === undefined ? '' : writePlansFile([plan]);
    }),
  );
  const added: string[] = [];
  let isFull = false;
  for (const plan of plans) {
    if (known.has(writePlansFile([plan]))) continue;
    try {
      added.push(keepPlan(plan));
    } catch {
      isFull = true;
      break;
    }
  }
  const [first] = added;
  const missed = problems.length === 0 ? '' : texts.missed(name, describeProblems(problems));
  if (isFull) {
    notifyOfTrouble(texts.isFull(added.length, plans.length, name) + missed);
  } else if (missed !== '') notifyOfTrouble(texts.added(added.length) + missed);
  else if (first === undefined) notify(texts.allThere(name));
  else notify(texts.added(added.length), { label: texts.openFirst, run: () => void openPlan(first) });
  if (first !== undefined && sessionStore.getState().rows.length === 0) openPlan(first);
}

/** Opens those that hold plans or a catalog. @returns the others */
export async function openPlanFiles(
  client: QueryClient,
  sources: readonly NewSource[],
): Promise<readonly NewSource[]> {
  const others: NewSource[] = [];
  for (const source of sources) {
    const found = await plansIn(source);
    if (found === undefined) others.push(source);
    else if (found.format.startsWith('causeway/catalog@')) {
      const { openCatalog } = await import('./open-catalog');
      const kept = await openCatalog(client, texts.catalogIn(source.name), found.text);
      const awaiting = kept === undefined ? undefined : takeAwaited(kept);
      if (awaiting !== undefined) await openContent(client, awaiting.content, awaiting.from);
    } else if (found.format.startsWith('causeway/plans@')) addAll(source.name, found.json);
    else {
      const read = readPlanFileContent(found.json);
      if (read.ok) await openContent(client, read.value, 'file');
      else refuse('file', describeProblems(read.problems));
    }
  }
  return others;
}
