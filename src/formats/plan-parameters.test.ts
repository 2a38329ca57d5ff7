import { describe, expect, it } from 'vitest';
import { planUpgrade, verifyPlan } from '../engine';
import { loadShipped } from '../testing/build';
import { parametersOfPlan } from './plan-parameters';
import { reportPlan } from './plan-report';

const shipped = [
  ['waypoint', '0.11.4', { platform: 'kubernetes' }],
  ['waypoint', '0.11.4', { platform: 'nomad' }],
  ['waypoint', '0.11.4', {}],
  ['kubernetes', '1.28.0', {}],
  ['consul', '1.12.9', {}],
  ['docker-engine', '29.3.0', {}],
] as const;

describe.each(shipped)('the values for the commands of %s to %s, %o', (id, target, facts) => {
  const { catalog, inventory: sample } = loadShipped(id);
  const inventory = { ...sample, facts: { ...sample.facts, ...facts } };
  const plan = planUpgrade(catalog, inventory, { target });
  const verification = verifyPlan(catalog, inventory, { target }, plan);
  const asked = parametersOfPlan(catalog, inventory, plan);
  const report = (parameters: Record<string, string>) =>
    reportPlan(catalog, inventory, { target }, plan, verification, parameters);
  const actionsOf = (parameters: Record<string, string>) =>
    report(parameters).stages.flatMap(({ steps }) =>
      steps.flatMap(({ procedures }) => procedures.flatMap(({ actions }) => actions)),
    );
  const said = Object.fromEntries(asked.map((parameter) => [parameter.id, `my ${parameter.id}`]));

  it('leave nothing open but what is another one at each step', () => {
    const open = actionsOf(said).flatMap(({ command }) => command?.missing ?? []);
    for (const name of open) expect(catalog.parameters[name]?.perStep).toBe(true);
  });

  it('each stand somewhere in what is to be done, as one word of the shell', () => {
    const text = JSON.stringify(actionsOf(said));
    for (const parameter of asked) expect(text).toContain(`my ${parameter.id}`);
    const commands = actionsOf(said).map(({ command }) => command?.text ?? '');
    for (const command of commands) expect(command.replaceAll(/'[^']*'/g, '')).not.toContain('my ');
  });

  it('without them the defaults stand, and blanks are no values', () => {
    const blank = Object.fromEntries(asked.map((parameter) => [parameter.id, '  ']));
    expect(actionsOf(blank)).toEqual(actionsOf({}));
  });
});

it('what the catalog knows of the very release is not taken from what was said once', () => {
  const { catalog, inventory: sample } = loadShipped('waypoint');
  const inventory = { ...sample, facts: { platform: 'helm' } };
  const plan = planUpgrade(catalog, inventory, { target: '0.11.4' });
  const report = reportPlan(
    catalog,
    inventory,
    { target: '0.11.4' },
    plan,
    verifyPlan(catalog, inventory, { target: '0.11.4' }, plan),
    { 'chart-version': '9.9.9', 'old-context': 'stale' },
  );
  expect(parametersOfPlan(catalog, inventory, plan).map(({ id }) => id)).not.toContain('chart-version');
  const text = JSON.stringify(report.stages);
  expect(text.includes('0.1.17')).toBe(true);
  expect(text.includes('9.9.9')).toBe(false);
  expect(text.includes('stale')).toBe(false);
});
