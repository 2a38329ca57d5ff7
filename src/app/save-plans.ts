/** Takes all plans of this browser along as one file, and lets a file be chosen. */
import { flushChange } from '../session/keeping';
import { readPlan } from '../session/library';
import { planOpenNow } from '../session/open-plan';
import { listAllPlans, nameOfPlan } from '../session/plans';
import { planOf, sessionStore } from '../session/store';
import * as texts from '../texts/page';
import { notifyOfTrouble } from '../ui/notices';
import { saveFile } from './save-file';

export async function savePlans(): Promise<void> {
  const { writePlansFile } = await import('../session/plans-file');
  flushChange();
  const unread: string[] = [];
  const plans = listAllPlans().flatMap((plan) => {
    // The one that is open is saved as it is, whether or not the browser could keep it.
    if (plan.id === planOpenNow()) return [planOf(sessionStore.getState())];
    const kept = readPlan(plan.id)?.inputs;
    if (kept === undefined) unread.push(nameOfPlan(plan));
    return kept ?? [];
  });
  const today = new Date().toLocaleDateString('sv');
  saveFile({ name: `causeway-${today}.plans.json`, text: writePlansFile(plans) });
  if (unread.length > 0) {
    notifyOfTrouble(texts.plansNotRead(unread.join(', ')));
  }
}

/** Files that the operator chooses; none where the choice is called off. */
export function chooseFiles(): Promise<{ name: string; content: File }[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,application/json';
    input.addEventListener('change', () =>
      resolve([...(input.files ?? [])].map((file) => ({ name: file.name, content: file }))),
    );
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
