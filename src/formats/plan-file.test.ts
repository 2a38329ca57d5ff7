import { describe, expect, it } from 'vitest';
import { planUpgrade, verifyPlan } from '../engine';
import { INVENTORY_FORMAT, type Parsed } from '../engine/model';
import { parseGoal } from '../engine/parsing/parse-goal';
import { parseInventory } from '../engine/parsing/parse-inventory';
import { buildCatalog, buildInventory } from '../testing/build';
import { readPlanFile, writePlanFile } from './plan-file';
import { readPlanFileContent } from './plan-file-content';

function required<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const catalog = buildCatalog({
  releases: [
    { version: '1.0.0', protocols: { api: [1, 1] } },
    { version: '2.0.0', protocols: { api: [1, 2] } },
    { version: '3.0.0', protocols: { api: [2, 2] } },
  ],
});
const entries = [
  { name: 'server', component: 'server', version: '1.0.0' },
  { name: 'ci', component: 'client', version: '1.0.0' },
];
const inventory = buildInventory(catalog, entries);
const goal = required(parseGoal({ target: '3.0.0' }, catalog, inventory));
const plan = planUpgrade(catalog, inventory, goal);
const mark = { id: 'demo', updated: '2026-01-01', digest: 'a1' };
const parameters = { namespace: "way 'point'" };
const text = writePlanFile({ plan, goal, mark, inventory, parameters });

describe('a plan file', () => {
  it('comes back as it was written, with its goal and its catalog', () => {
    const read = required(readPlanFile(JSON.parse(text)));
    expect(read).toEqual({ plan, goal, catalog: mark });
    expect(verifyPlan(catalog, inventory, goal, read.plan)).toMatchObject({ ok: true });
  });

  it('holds all that is needed to plan again, with values for commands', () => {
    const content = required(readPlanFileContent(JSON.parse(text)));
    expect(content).toMatchObject({ catalog: mark, goal, parameters });
    const again = required(parseInventory({ ...content.inventory, product: catalog.id }, catalog));
    expect(again).toEqual(inventory);
    const without = writePlanFile({ plan, goal, mark, inventory, parameters: {} });
    expect(required(readPlanFileContent(JSON.parse(without))).parameters).toEqual({});
  });

  it('says which of its steps are done', () => {
    const [step] = plan.steps;
    if (step === undefined) throw new Error('no step');
    const { entry, from, to } = step;
    const marks = [
      { entry: 'nobody', from, to },
      { entry, from, to },
    ];
    const told = writePlanFile({ plan, goal, mark, inventory, parameters, progress: marks });
    expect(required(readPlanFileContent(JSON.parse(told))).progress).toEqual([{ entry, from, to }]);
    expect(required(readPlanFile(JSON.parse(told))).plan).toEqual(plan);
    expect(required(readPlanFileContent(JSON.parse(text))).progress).toEqual([]);
  });

  it('may have reasons that we do not know, and may leave out what only people read', () => {
    const { format, status, kind, steps } = plan;
    const later = {
      format,
      status,
      kind,
      steps: steps.map((step) => ({ ...step, reason: { code: 'new' } })),
    };
    const read = required(readPlanFile(later));
    expect(read).toMatchObject({ goal: undefined, catalog: undefined });
    expect(verifyPlan(catalog, inventory, goal, read.plan)).toMatchObject({ ok: true });
  });

  const [first] = plan.steps;
  it.each([
    ['a list', [], ''],
    ['an inventory', { format: INVENTORY_FORMAT, entries }, 'format'],
    ['no steps', { ...plan, steps: undefined }, 'steps'],
    ['a step that is none', { ...plan, steps: [first, 7] }, 'steps[1]'],
    ['a version that is a number', { ...plan, steps: [{ ...first, to: 2 }] }, 'steps[0].to'],
    ['a stage that is text', { ...plan, steps: [{ ...first, stage: '1' }] }, 'steps[0].stage'],
    ['a status that is none', { ...plan, status: 'fine' }, 'status'],
    ['a goal that is text', { ...plan, goal: '3.0.0' }, 'goal'],
    ['a key that reaches for the prototype', JSON.parse('{"__proto__": {}}'), '__proto__'],
  ])('is refused with its place: %s', (_, json, path) => {
    const read = readPlanFile(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems.map((problem) => problem.path)).toContain(path);
  });
});
