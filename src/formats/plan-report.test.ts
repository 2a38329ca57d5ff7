import { describe, expect, it } from 'vitest';
import { type Inventory, planUpgrade, readVersion, verifyPlan } from '../engine';
import { loadShipped } from '../testing/build';
import { reportPlan } from './plan-report';
import { escapeMarkdown, renderMarkdown } from './plan-report-markdown';
import { renderText } from './plan-report-text';

const { catalog, inventory } = loadShipped('worked-example');

function reportFor(entries: Inventory['entries'], target = '6.0.0') {
  const fleet = { ...inventory, entries };
  const plan = planUpgrade(catalog, fleet, { target });
  return reportPlan(catalog, fleet, { target }, plan, verifyPlan(catalog, fleet, { target }, plan));
}

const renamed = (name: string) =>
  inventory.entries.map((entry) => (entry.name === 'billing' ? { ...entry, name } : entry));

describe('a plan report', () => {
  it('says the same in the terminal and in Markdown, step by step', () => {
    const report = reportFor(inventory.entries);
    const [text, markdown] = [renderText(report).replace(/\s+/g, ' '), renderMarkdown(report)];
    for (const stage of report.stages) {
      for (const { reason } of stage.steps) {
        expect(text).toContain(reason);
        expect(markdown).toContain(escapeMarkdown(reason));
      }
    }
    expect(text).toContain('Verified: 5 states, 20 pairs, none broken.');
  });

  it('does not say that none is broken where one is', () => {
    const text = renderText(
      reportFor(
        inventory.entries.map((entry) =>
          entry.name === 'laptops'
            ? { ...entry, version: readVersion('5.4.0') ?? '', pinned: 'policy' }
            : entry,
        ),
      ),
    );
    expect(text.replace(/\s+/g, ' ')).toContain('none newly broken; laptops is broken already until stage');
    expect(text).not.toContain('none broken');
  });

  it('never shows a rejected plan as a plan', () => {
    const plan = planUpgrade(catalog, inventory, { target: '6.0.0' });
    const steps = plan.steps.filter((step) => step.entry !== 'billing');
    const tampered = { ...plan, steps };
    const verification = verifyPlan(catalog, inventory, { target: '6.0.0' }, tampered);
    const report = reportPlan(catalog, inventory, { target: '6.0.0' }, tampered, verification);
    expect(report.violations).toContain('Rule 4, step 3: billing 3.3.0 loses the server 6.0.0.');
    expect(renderText(report)).toContain('DO NOT CARRY IT OUT');
    expect(renderMarkdown(report)).toContain('Do not carry it out');
  });

  it('names causes and ways out where there is no plan', () => {
    const entries = inventory.entries.map((entry) =>
      entry.name === 'billing' ? { ...entry, pinned: 'vendor' } : entry,
    );
    const text = renderText(reportFor(entries));
    expect(text).toContain('There is no safe plan.');
    expect(text).toContain('Unpin billing');
  });

  it.each([
    ['$(reboot)', "'$(reboot)'"],
    ["it's `mine`", `'it'\\''s \`mine\`'`],
    ['a;b && c', "'a;b && c'"],
    ['two\nlines', "'two\nlines'"],
    ['plain-name_1.x', 'plain-name_1.x'],
  ])('puts the name %j into commands as one word', (name, quoted) => {
    const [, , stage] = reportFor(renamed(name)).stages;
    const commands = stage?.steps.flatMap((step) =>
      step.procedures.flatMap((p) => p.actions.map((a) => a.command?.text)),
    );
    expect(commands).toContain(`example build ${quoted}`);
  });

  it('lets no control character through to a terminal', () => {
    const text = renderText(reportFor(renamed('bell\u0007 and \u001b[31mred \u202Eturned')));
    expect(['\u0007', '\u001b', '\u202E'].filter((character) => text.includes(character))).toEqual([]);
    expect(text).toContain('\\x1b[31mred \\u202eturned');
  });
});

describe('notes and procedures for the Waypoint sample', () => {
  const waypoint = loadShipped('waypoint');
  const target = '0.11.4';
  const plan = planUpgrade(waypoint.catalog, waypoint.inventory, { target });
  const verification = verifyPlan(waypoint.catalog, waypoint.inventory, { target }, plan);
  const report = reportPlan(waypoint.catalog, waypoint.inventory, { target }, plan, verification);

  it('gives every server step exactly one procedure for its platform, with every placeholder of its own filled', () => {
    for (const { steps } of report.stages) {
      for (const { step, procedures } of steps.filter(({ step }) => step.component === 'server')) {
        const certain = procedures.filter(({ dependsOn }) => dependsOn.length === 0);
        expect(certain, `${step.from} to ${step.to}`).toHaveLength(1);
        const text = JSON.stringify(certain);
        expect(text).not.toMatch(/\{\{(from|to|entry)\}\}/);
      }
    }
  });

  it('names pairs that work only partly, and from when on', () => {
    const entries = waypoint.inventory.entries.map((entry) =>
      entry.name === 'ci' ? { ...entry, version: '0.11.4' } : entry,
    );
    const fleet = { ...waypoint.inventory, entries };
    const newer = planUpgrade(waypoint.catalog, fleet, { target });
    const { limits } = reportPlan(waypoint.catalog, fleet, { target }, newer, verification);
    expect(limits.some((line) => line.startsWith('ci 0.11.4 with the server 0.7.2, today: '))).toBe(true);
    expect(renderText(reportPlan(waypoint.catalog, fleet, { target }, newer, verification))).toContain(
      'Works, but only partly:',
    );
  });

  const notesOn = (platform: string) => {
    const fleet = { ...waypoint.inventory, facts: { ...waypoint.inventory.facts, platform } };
    const upgrade = planUpgrade(waypoint.catalog, fleet, { target });
    const made = reportPlan(waypoint.catalog, fleet, { target }, upgrade, verification);
    const { steps } = made.stages[1] ?? { steps: [] };
    return {
      notes: steps.flatMap(({ notes }) => notes),
      text: renderText(made),
      markdown: renderMarkdown(made),
    };
  };
  const reinstall = /On Kubernetes a server that `waypoint install` set up before 0\.9/;

  it('shows notes of this platform only, with what to do about them', () => {
    const { notes, text, markdown } = notesOn('kubernetes');
    const found = notes.find(({ summary }) => reinstall.test(summary));
    expect(found).toMatchObject({ kind: 'breaking', when: 'during', relation: 'This step ends it.' });
    expect(text).toMatch(/1\. With the OLD CLI/);
    expect(markdown).toMatch(/^ {2}1\. With the OLD CLI/m);
    expect(notesOn('nomad').notes.some(({ summary }) => reinstall.test(summary))).toBe(false);
  });

  it('says how sure it is of a procedure, and what has to be filled in by hand', () => {
    const { text, markdown } = notesOn('nomad');
    for (const shown of [text.replace(/\s+/g, ' '), markdown]) {
      expect(shown).toContain('it was not run');
      expect(shown).toMatch(/Fill in (&lt;|<)[a-z-]+/);
    }
  });
});

describe('a blocked report', () => {
  const entries = inventory.entries.map((entry) =>
    entry.name === 'billing' ? { ...entry, pinned: 'vendor image' } : entry,
  );

  it('says of each change that helps how it is made, what it risks and what it costs', () => {
    const report = reportFor(entries);
    expect(report.unblock[0]).toBe(
      'Unpin billing (take "pinned" out of the inventory). Then the plan moves 40 × Entrypoint, 2 × Server and 12 × CLI.',
    );
    expect(report.unblock).toContain(
      'Target 5.4.0 instead (--target 5.4.0). Then the plan moves 1 × Server.',
    );
    expect(report.unblock.at(-1)).toMatch(
      /^Take billing out of the inventory \(.*\)\. Only if it is switched off before the upgrade begins/,
    );
    expect(renderText(report)).toContain('--target 5.4.0');
  });

  it('says in so many words where nothing of what is tried helps', () => {
    const goal = { target: '6.0.0' };
    const plan = planUpgrade(catalog, { ...inventory, entries }, goal);
    const helpless = { ...plan, unblock: [] };
    const report = reportPlan(
      catalog,
      inventory,
      goal,
      helpless,
      verifyPlan(catalog, inventory, goal, helpless),
    );
    const said = /What would help:?\**\s+-\s+None of the changes that Causeway tries opens a way/;
    expect(renderText(report)).toMatch(said);
    expect(renderMarkdown(report)).toMatch(said);
    expect(renderText(reportFor(entries))).not.toMatch(said);
    expect(renderMarkdown(reportFor(inventory.entries))).not.toContain('What would help');
  });
});

it('says past the budget what is proven all the same', () => {
  const goal = { target: '6.0.0' };
  const plan = planUpgrade(catalog, inventory, goal, { budget: 0 });
  const hasty = {
    ...plan,
    optimality: 'best-found' as const,
    bound: { moved: [{ component: 'server', instances: 2 }], steps: 2 },
  };
  const report = reportPlan(catalog, inventory, goal, hasty, verifyPlan(catalog, inventory, goal, hasty));
  expect(report.summary).toContain(
    'A cheaper safe plan may exist: the search ended before it was done. It is proven that none costs less than moving 2 × Server.',
  );
});
