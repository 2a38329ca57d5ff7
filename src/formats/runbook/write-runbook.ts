/**
 * How is a plan carried out by a shell script that asks before it acts?
 *
 * One script for POSIX shells, with nothing to install. It shows each step, runs the commands of the catalog where a person
 * says so, sees what can be seen, stops at the first failure and says how to go back, and goes on where it stopped. Its state
 * is kept under a digest of the script itself, so that what was done for one plan is never taken for another one.
 */

import { goingBack } from '../../engine/assessment/going-back';
import { proceduresForStep } from '../../engine/explanation/procedure-for-step';
import type { Goal, Plan } from '../../engine/model';
import type { AnsweredPlan } from '../answered-plan';
import { digestText } from '../digest-text';
import type { Parameters } from '../placeholder-values';
import type { CatalogMark } from '../plan-file';
import { reportPlan } from '../plan-report';
import { describeVerified } from '../wording/describe-plan';
import { SHELL_ACTIONS } from './shell-actions';
import { SHELL_BACK } from './shell-back';
import { SHELL_MAIN } from './shell-main';
import { SHELL_STATE } from './shell-state';
import { inOneLine, literal } from './shell-text';
import { nameVariables } from './variable-names';
import { block } from './write-action';
import { asFunction, writeStep } from './write-step';
import { writeWayBack } from './write-way-back';

export interface RunbookInput extends Pick<AnsweredPlan, 'catalog' | 'inventory' | 'plan' | 'verification'> {
  readonly goal: Goal;
  readonly mark: CatalogMark;
  readonly parameters: Parameters;
}

/** Why there is no runbook for a plan. */
export type NoRunbook =
  /** Facts to answer first: without them it is not known what to do with the server. */
  | { readonly code: 'open-facts'; readonly facts: readonly string[] }
  /** There is nothing to carry out, or nothing that may be. */
  | { readonly code: 'no-steps' | 'rejected' }
  | { readonly code: 'blocked'; readonly causes: Plan['causes'] };

/**
 * Facts that decide how the server is upgraded and that nobody has answered, in the order of the catalog. Of each step first
 * those that decide between all of its procedures: others may turn out to matter for none that is left.
 */
function openFactsOfServer({ catalog, inventory, plan }: RunbookInput): string[] {
  const open = plan.steps
    .filter((step) => catalog.components[step.component]?.role === 'server')
    .flatMap((step) => {
      const asked = proceduresForStep(catalog, inventory, step).map(({ openFacts }) => openFacts);
      const common = (asked[0] ?? []).filter((fact) => asked.every((facts) => facts.includes(fact)));
      return common.length > 0 ? common : asked.flat();
    });
  return Object.keys(catalog.facts).filter((fact) => open.includes(fact));
}

function writeBody(input: RunbookInput): string {
  const { catalog, inventory, goal, plan, verification, parameters } = input;
  const report = reportPlan(catalog, inventory, goal, plan, verification, parameters);
  const names = nameVariables();
  const stages = report.stages.length;
  const last = report.stages.at(-1)?.number ?? 0;
  const steps = report.stages
    .flatMap((stage) => stage.steps)
    .map((step) => writeStep(step, last, { catalog, inventory, parameters, variableOf: names.of }));
  const back = goingBack(catalog, inventory, plan);
  const told = new Map(
    report.stages.flatMap(({ number, back: lines }) =>
      lines.length === 0 ? [] : [[number, lines.map(block).join(' ')] as const],
    ),
  );
  const variables = names.all();
  const noReturn = back.pointOfNoReturn ?? 0;
  const first = noReturn === 0 ? undefined : steps.find(({ step }) => step.stage === noReturn)?.number;
  return [
    'set -eu',
    '',
    [SHELL_STATE, SHELL_ACTIONS, SHELL_BACK, SHELL_MAIN].join('\n\n'),
    '',
    '# Values for the commands, which find them in their environment.',
    ...variables.flatMap((variable) => [`${variable}=''`]),
    `export ${variables.join(' ')}`,
    '',
    `all_actions=${literal(steps.flatMap(({ actions }) => actions).join(' '))}`,
    '',
    asFunction('introduce', [
      `say ${literal(inOneLine(report.title))} ${report.summary.map(block).join(' ')}`,
      ...(report.limits.length === 0
        ? []
        : [`say 'Works, but only partly:' ${report.limits.map(block).join(' ')}`]),
      ...(report.openFacts.length === 0
        ? []
        : [`say 'Not answered yet:' ${report.openFacts.map(block).join(' ')}`]),
      `say ${literal(`${stages} stages, ${steps.length} steps. What has been done is kept in`)}" $state_file."`,
    ]),
    '',
    ...steps.flatMap((step) => [step.forward, '', step.back, '']),
    asFunction('carry_out', [
      ...steps.flatMap(({ number }) => [...(number === first ? ['no_return'] : []), `step_${number}`]),
    ]),
    '',
    writeWayBack(back, steps, told),
    '',
    'main "$@"',
  ].join('\n');
}

/** Absent where there is one. Takes no time, unlike writing it. */
export function whyNoRunbook(input: RunbookInput): NoRunbook | undefined {
  const { plan, verification } = input;
  if (plan.status !== 'blocked' && !verification.ok) return { code: 'rejected' };
  if (plan.status === 'blocked') return { code: 'blocked', causes: plan.causes };
  if (plan.steps.length === 0) return { code: 'no-steps' };
  const facts = openFactsOfServer(input);
  return facts.length > 0 ? { code: 'open-facts', facts } : undefined;
}

/** For a plan that whyNoRunbook has nothing against. The same plan gives the same bytes. */
export function writeRunbook(input: RunbookInput): string {
  const { catalog, mark, goal, plan, verification } = input;
  const body = writeBody(input);
  const digest = digestText(body);
  const server = plan.steps.find((step) => catalog.components[step.component]?.role === 'server');
  const head = [
    '#!/bin/sh',
    '# Upgrade runbook, written by Causeway. It asks before it acts: sh FILE --help says how.',
    '#',
    `# Product:  ${inOneLine(catalog.name)}`,
    ...(server === undefined ? [] : [`# Server:   ${inOneLine(server.from)} to ${inOneLine(goal.target)}`]),
    `# Catalog:  ${inOneLine(mark.id)}, ${inOneLine(mark.updated)}, SHA-256 ${inOneLine(mark.digest)}`,
    `# Verified: ${verification.ok ? inOneLine(describeVerified(verification)) : 'no'}`,
    '#',
    '# Written for this one plan: make it anew when the plan changes, and do not edit it. Names and values stand in variables',
    '# and are quoted; no shell reads them as commands.',
    '#',
    '# Commands are kept as text for a shell of their own, which fills in their values (SC2016). Texts and names may have',
    '# backslashes before quotes, and typographic quotes (SC1003, SC1112).',
    '# shellcheck disable=SC2016,SC1003,SC1112',
    `plan=${digest}`,
  ];
  return `${head.join('\n')}\n${body}\n`;
}
