/**
 * What does a plan say, put in words once, for every way to show it?
 *
 * One value that the terminal, Markdown and paper are made of.
 */

import { type GoingBack, goingBack } from '../engine/assessment/going-back';
import { tracePlan } from '../engine/assessment/trace-plan';
import { type FilledCommand, fillCommand, fillText } from '../engine/explanation/fill-command';
import { notesForStep } from '../engine/explanation/notes-for-step';
import { proceduresForStep } from '../engine/explanation/procedure-for-step';
import type { Action, Catalog, Goal, Inventory, Plan, Procedure, Step } from '../engine/model';
import type { Verification } from '../engine/verification/verify-plan';
import { type NumberedStep, numberSteps } from './number-steps';
import { type Parameters, placeholderValues } from './placeholder-values';
import {
  describeGoingBack,
  describePause,
  describeSingleMovesBack,
  describeWayBack,
} from './wording/describe-back';
import { describeCause } from './wording/describe-cause';
import { describeLimits } from './wording/describe-limits';
import { describeConfidence, describeNoteKind, describeNoteRelation } from './wording/describe-note';
import {
  describeCost,
  describeKind,
  describeOptimality,
  describeStage,
  describeStatus,
  describeVerification,
  describeViolations,
} from './wording/describe-plan';
import { describeBuilder, describeReason, describeRemarks } from './wording/describe-step';
import {
  describeNoUnblock,
  describeOpenFact,
  describeUnblock,
  describeUnblockByHand,
  describeUnblockedCost,
  describeUnblockRisk,
} from './wording/describe-unblock';

export interface ReportAction {
  readonly title: string;
  readonly command?: FilledCommand;
  /** What has to be filled in by hand: `<name>`, and what it is where the catalog says so. */
  readonly fillIn: readonly string[];
  readonly detail?: string;
  readonly verify?: string;
  readonly rollback?: string;
}

export interface ReportNote {
  readonly kind: string;
  readonly when?: string;
  readonly release: string;
  readonly summary: string;
  /** Whether the step brings it or ends it; empty where the note does not say. */
  readonly relation: string;
  /** What to do about it, in order. */
  readonly actions: readonly string[];
  readonly source: string;
  /** How sure the catalog is of it; empty where it has no doubt. */
  readonly confidence: string;
  /** Questions that have to be answered so that it is known whether it applies. */
  readonly dependsOn: readonly string[];
}

export interface ReportProcedure {
  readonly title: string;
  readonly source?: string;
  readonly confidence: string;
  /** Questions that have to be answered so that it is known whether this is the one. */
  readonly dependsOn: readonly string[];
  readonly actions: readonly ReportAction[];
}

export interface ReportStep {
  /** From 1 through the whole plan, in the order of the report. */
  readonly number: number;
  readonly step: Step;
  readonly component: string;
  readonly instances: number;
  readonly reason: string;
  readonly remarks: readonly string[];
  readonly notes: readonly ReportNote[];
  /** What has to be installed before anything else: its first action, where there is one. */
  readonly builder?: string;
  readonly procedures: readonly ReportProcedure[];
}

/**
 * `2.4`: what an action of a step is called, as a script's `--from` takes it, from index 0; absent where an answer decides
 * between several ways, since only one of them is done. `number` may be a letter that stands for several steps.
 */
export function actionNumber(
  number: number | string,
  { builder, procedures }: Pick<ReportStep, 'builder' | 'procedures'>,
  index: number,
): string | undefined {
  const isCertain = procedures.length === 1 && procedures[0]?.dependsOn.length === 0;
  return isCertain ? `${number}.${index + (builder === undefined ? 1 : 2)}` : undefined;
}

export interface ReportStage {
  readonly number: number;
  readonly title: string;
  readonly steps: readonly ReportStep[];
  /** Whether one may pause after it, and what could go back then. */
  readonly back: readonly string[];
}

export interface PlanReport {
  readonly title: string;
  readonly status: Plan['status'];
  readonly summary: readonly string[];
  readonly stages: readonly ReportStage[];
  readonly causes: readonly string[];
  /** Entries that each block on their own as well. */
  readonly alsoBlocking: readonly string[];
  readonly unblock: readonly string[];
  /** Said where it is blocked and nothing helps; empty elsewhere. */
  readonly noUnblock: readonly string[];
  readonly openFacts: readonly string[];
  /** Pairs that work only partly, today or on the way. */
  readonly limits: readonly string[];
  /** Whether a name or a value has backticks: in texts with them filled in, these are not marks of code then. */
  readonly keepsTicks: boolean;
  /** Set where the plan did not pass the verifier: it must not be carried out. */
  readonly violations: readonly string[];
}

function fillAction(
  { title, command, detail, verify, rollback }: Action,
  catalog: Catalog,
  values: ReadonlyMap<string, string>,
): ReportAction {
  const texts = [title, detail, verify, rollback].map((source) =>
    source === undefined ? undefined : fillText(source, values),
  );
  const filled = command === undefined ? undefined : fillCommand(command, values);
  const missing = new Set([...texts, filled].flatMap((part) => part?.missing ?? []));
  const [, shownDetail, shownVerify, shownRollback] = texts;
  return {
    title: texts[0]?.text ?? title,
    ...(filled !== undefined && { command: filled }),
    fillIn: [...missing].map((name) => {
      const description = catalog.parameters[name]?.description ?? catalog.parameters[name]?.name;
      return description === undefined ? `<${name}>` : `<${name}>: ${description}`;
    }),
    ...(shownDetail !== undefined && { detail: shownDetail.text }),
    ...(shownVerify !== undefined && { verify: shownVerify.text }),
    ...(shownRollback !== undefined && { rollback: shownRollback.text }),
  };
}

function fillProcedure(
  procedure: Procedure,
  openFacts: readonly string[],
  catalog: Catalog,
  values: ReadonlyMap<string, string>,
): ReportProcedure {
  return {
    title: procedure.title ?? procedure.id,
    ...(procedure.source !== undefined && { source: procedure.source }),
    confidence: procedure.confidence ?? '',
    dependsOn: openFacts.map((fact) => catalog.facts[fact]?.question ?? fact),
    actions: procedure.actions.map((action) => fillAction(action, catalog, values)),
  };
}

function reportStep(
  catalog: Catalog,
  inventory: Inventory,
  { number, step }: NumberedStep,
  parameters: Parameters,
): ReportStep {
  const values = placeholderValues(catalog, step, parameters);
  const builder = describeBuilder(step, catalog);
  return {
    number,
    step,
    component: catalog.components[step.component]?.name ?? step.component,
    instances: inventory.entries.find((entry) => entry.name === step.entry)?.count ?? 1,
    reason: describeReason(step, catalog),
    remarks: describeRemarks(step, catalog).filter((remark) => remark !== builder),
    notes: notesForStep(catalog, inventory, step).applies.map(({ note, release, relation, openFacts }) => ({
      kind: describeNoteKind(note.kind),
      ...(note.when !== undefined && { when: note.when }),
      release,
      summary: note.summary,
      relation: describeNoteRelation(relation),
      actions: note.actions ?? [],
      source: note.source,
      confidence: describeConfidence(note),
      dependsOn: openFacts.map((fact) => catalog.facts[fact]?.question ?? fact),
    })),
    ...(builder !== undefined && { builder }),
    procedures: proceduresForStep(catalog, inventory, step).map(({ procedure, openFacts }) =>
      fillProcedure(procedure, openFacts, catalog, values),
    ),
  };
}

function summarise(catalog: Catalog, plan: Plan, verification: Verification, back: GoingBack): string[] {
  if (plan.status === 'blocked') return [describeStatus(plan)];
  const lines = [describeStatus(plan), describeVerification(verification)];
  if (plan.status === 'done') return lines;
  return [
    describeStatus(plan),
    describeKind(plan),
    describeCost(plan, catalog),
    describeOptimality(plan, catalog),
    describeVerification(verification),
    describeGoingBack(back),
  ].filter((line) => line !== '');
}

function describeBack(catalog: Catalog, back: GoingBack, stage: number): string[] {
  const state = back.states.find((candidate) => candidate.stage === stage);
  if (state === undefined) return [];
  return [
    stage === back.states.at(-1)?.stage ? '' : describePause(state),
    ...describeSingleMovesBack(state, catalog),
    describeWayBack(state),
  ].filter((line) => line !== '');
}

/** The plan's stages with what they are called. */
export function titleStages(catalog: Catalog, plan: Plan): { number: number; title: string }[] {
  const byStage = new Map<number, Step[]>();
  for (const step of plan.steps) {
    const steps = byStage.get(step.stage);
    if (steps === undefined) byStage.set(step.stage, [step]);
    else steps.push(step);
  }
  return [...byStage].map(([number, steps]) => ({ number, title: describeStage(steps, catalog) }));
}

/** `parameters` are values for the commands, where the operator gave them. */
export function reportPlan(
  catalog: Catalog,
  inventory: Inventory,
  goal: Goal,
  plan: Plan,
  verification: Verification,
  parameters: Parameters = {},
): PlanReport {
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  const numbered = numberSteps(plan.steps);
  const typed = [
    ...inventory.entries.flatMap(({ name, pinned = '' }) => [name, pinned]),
    ...Object.values(parameters),
  ];
  const isRejected = plan.status !== 'blocked' && !verification.ok;
  const back = goingBack(catalog, inventory, plan);
  return {
    title: `${catalog.name}${inventory.name === undefined ? '' : `, ${inventory.name}`}: ${server?.version ?? '?'} to ${goal.target}`,
    status: plan.status,
    summary: summarise(catalog, plan, verification, back),
    stages: titleStages(catalog, plan).map(({ number, title }) => ({
      number,
      title,
      steps: numbered
        .filter(({ step }) => step.stage === number)
        .map((step) => reportStep(catalog, inventory, step, parameters)),
      back: describeBack(catalog, back, number),
    })),
    causes: plan.causes.map((cause) => describeCause(cause, catalog)),
    alsoBlocking: plan.alsoBlocking ?? [],
    unblock: plan.unblock.map((unblock) =>
      [
        `${describeUnblock(unblock, catalog)} (${describeUnblockByHand(unblock)}).`,
        describeUnblockRisk(unblock),
        describeUnblockedCost(unblock, catalog),
      ]
        .filter((text) => text !== '')
        .join(' '),
    ),
    noUnblock: plan.status === 'blocked' && plan.unblock.length === 0 ? [describeNoUnblock(plan)] : [],
    openFacts: (plan.openFacts ?? []).map((open) => describeOpenFact(open, catalog)),
    limits: describeLimits(catalog, tracePlan(catalog, inventory, plan)).map(({ text }) => text),
    keepsTicks: typed.some((text) => text.includes('`')),
    violations: isRejected ? describeViolations(verification.violations, plan.steps) : [],
  };
}
