import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Catalog, Inventory } from '../engine';
import { loadShipped } from '../testing/build';
import { findShellFaults } from '../testing/shellcheck';
import { writeScript } from '../testing/write-script';

interface Listed {
  readonly id: string;
  readonly sample: { readonly inventory: string; readonly target: string };
}

const SHIPPED: readonly Listed[] = JSON.parse(readFileSync('public/catalogs/index.json', 'utf8'));

/** Answers that a script needs: those of the sample, and the first of each question that decides what to do. */
function answersFor({ procedures }: Catalog, { facts }: Inventory): Map<string, string> {
  const answers = new Map(Object.entries(facts));
  for (const [fact, [first]] of procedures.flatMap((procedure) => Object.entries(procedure.if ?? {})))
    if (first !== undefined && !answers.has(fact)) answers.set(fact, first);
  return answers;
}

/** Each answer that leads to a procedure of its own, beside those of the sample. */
const CASES = SHIPPED.flatMap((listed) => {
  const { catalog, inventory } = loadShipped(listed.id);
  const answers = answersFor(catalog, inventory);
  const deciding = new Map(
    catalog.procedures
      .flatMap((procedure) => Object.entries(procedure.if ?? {}))
      .flatMap(([fact, options]) =>
        options.map((answer) => [`${fact}=${answer}`, { fact, answer }] as const),
      ),
  );
  const varied = [...deciding].map(([story, { fact, answer }]) => ({
    story: `${listed.id}, ${story}`,
    listed,
    answers: new Map(answers).set(fact, answer),
  }));
  return [{ story: `${listed.id}, its sample`, listed, answers }, ...varied];
});

/** Answers that change nothing of a script need not be looked at twice. */
const seen = new Map<string, string>();

function findFaultsOnce(script: string): string {
  const faults = seen.get(script) ?? findShellFaults(script);
  seen.set(script, faults);
  return faults;
}

describe('ShellCheck finds nothing in the runbook of', () => {
  it.each(CASES)('$story', async ({ listed: { id, sample }, answers }) => {
    const fleet = ['--catalog', id, '--inventory', `public/samples/${sample.inventory}`];
    const facts = [...answers].flatMap(([fact, answer]) => ['--fact', `${fact}=${answer}`]);
    const script = await writeScript([...fleet, '--target', sample.target, ...facts]);
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(findFaultsOnce(script)).toBe('');
  });
});

it('ShellCheck does find what is wrong', () => {
  expect(findShellFaults('#!/bin/sh\nrm -rf $1\n')).toContain('SC2086');
});
