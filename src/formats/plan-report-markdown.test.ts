import fc from 'fast-check';
import { type Document, Window } from 'happy-dom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { planUpgrade, verifyPlan } from '../engine';
import { type Draft, loadShipped } from '../testing/build';
import { fewerRuns } from '../testing/runs';
import { reportPlan } from './plan-report';
import { renderMarkdown } from './plan-report-markdown';

const HOSTILE = [
  '@octocat',
  'ping @octocat/team: now',
  '#1',
  'owner/repo#1',
  'GH-26',
  'https://evil.example',
  'www.evil.example',
  'a@evil.example',
  ':rocket:',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  '`code`',
  '``',
  '`',
  'a `` b ` c',
  ' blank ',
  '  two  blanks  ',
  '|',
  'a|b|c',
  '\\|',
  '\\\\|x\\',
  'a\\||`|\\|',
  '[a](javascript:x)',
  '![a](http://x)',
  '[^1]: note',
  '<img src=x onerror=alert(1)>',
  '<!-- x',
  '&lt;b&gt;',
  '**bold**',
  '__bold__ _x_ ~~gone~~',
  '# head',
  '- item',
  '+ item',
  '1. item',
  '[x] done',
  '---',
  '===',
  '```',
  '~~~',
  '> quote',
  '    code',
  '$x$ $$y$$',
  '$(reboot)',
  `it's "quoted"`,
  'two\nlines\n\n# head',
  'two\r\nlines',
  'tab\there',
  'a\r<img src=x>\r```\rb',
  '\u202egnp.exe',
  'עברית',
  '👩‍👩‍👧 family',
  '=HYPERLINK("http://x")',
  `L${'o'.repeat(9_998)}g`,
];

/** What would end a line or turn text round is shown as an escape, here and everywhere. */
function shown(name: string): string {
  return name
    .replaceAll('\n', '\\x0a')
    .replaceAll('\r', '\\x0d')
    .replaceAll('\t', '\\x09')
    .replaceAll('\u202e', '\\u202e');
}

function render(name: string, change: (entry: Draft) => Draft = (entry) => entry): Document {
  const { catalog, inventory } = loadShipped('worked-example', (entries) =>
    entries.map((entry) => (entry.name === 'billing' ? change({ ...entry, name }) : entry)),
  );
  const goal = { target: '6.0.0' };
  const plan = planUpgrade(catalog, inventory, goal);
  const verification = verifyPlan(catalog, inventory, goal, plan);
  const report = reportPlan(catalog, { ...inventory, name }, goal, plan, verification);
  const html = micromark(renderMarkdown(report), {
    // As GitHub does it: HTML of the text stays, and what is not allowed is taken out of it.
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const { document } = new Window();
  document.body.innerHTML = html;
  return document as unknown as Document;
}

/** What GitHub's filters look at: text that is no code. */
function looseText(document: Document): string[] {
  for (const code of document.querySelectorAll('code')) code.replaceWith(document.createElement('hr'));
  return document.body.innerHTML.split(/<[^>]*>/).map((text) => text.replaceAll('&amp;', '&'));
}

const text = (element: { textContent: string | null } | null | undefined) => element?.textContent ?? '';

function expectHarmless(document: Document, name: string) {
  const rows = [...document.querySelectorAll('table tr')];
  expect(rows).toHaveLength(5);
  expect(rows.map((row) => row.children.length)).toEqual([7, 7, 7, 7, 7]);
  expect(text(rows[3]?.children[2])).toBe(shown(name));
  const heads = [...document.querySelectorAll('h3')].map(text);
  expect(heads[2]).toBe(`3. ${shown(name)} (Entrypoint × 40): 3.3.0 → 5.4.0`);
  expect(heads).toHaveLength(4);
  expect(document.querySelectorAll('h1')).toHaveLength(1);
  expect(text(document.querySelector('h1'))).toBe(
    `Worked example (fictional), ${shown(name)}: 5.1.0 to 6.0.0`,
  );
  const why = `Without it ${shown(name)} would lose the server in stage 4`;
  expect(text(rows[3]?.children[6])).toContain(why);
  expect(text(document.body)).toContain(`3.3.0 → 5.4.0\n${why}`);
  const elements = [...document.querySelectorAll('body *')].map(({ localName }) => localName);
  expect(
    elements.filter((element) => /^(a|img|del|em|blockquote|sup|section|script|b)$/.test(element)),
  ).toEqual([]);
  for (const loose of looseText(document)) {
    expect(loose).not.toMatch(/@\w|#\d|www\.|:\/\/|:[\w+-]+:|\b[0-9a-f]{7,40}\b|\bGH-\d|\$/i);
  }
}

it.each(HOSTILE.map((name) => [name.slice(0, 40), name]))(
  'a name shows as itself in rendered Markdown, and does nothing: %j',
  (_, name) => expectHarmless(render(name), name),
);

it('whatever it is', () => {
  const part = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...'`|\\<>*_[]()#@:$&-+=~!"\'. \n\t1ax') },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE.slice(0, 12)) },
  );
  const names = fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      names.filter((name) => name.trim() !== ''),
      (name) => expectHarmless(render(name), name),
    ),
    { numRuns: fewerRuns(100) },
  );
});

it.each(['a `b`', '`', '```\r```', 'plain'])('the commands of %j stand in code, whole', (name) => {
  const document = render(name);
  const word = name === 'plain' ? name : `'${shown(name)}'`;
  expect([...document.querySelectorAll('pre')].map(text)).toContain(`example build ${word}\n`);
  const way = [...document.querySelectorAll('p')].map(text).find((line) => line.includes('--previous'));
  // Where a name has backticks, none of them is taken for a mark.
  expect(way).toBe(
    name === 'plain'
      ? 'Way back: example deploy --previous plain'
      : `Way back: \`example deploy --previous ${word}\``,
  );
});

it('where there is no plan, what is in the way does nothing either', () => {
  const name = '@octocat | #1';
  const document = render(name, (entry) => ({ ...entry, pinned: 'see https://evil.example' }));
  expect(text(document.body)).toContain(`${name} is pinned at 3.3.0 (see https://evil.example)`);
  expect(document.querySelectorAll('a')).toHaveLength(0);
  for (const loose of looseText(document)) expect(loose).not.toMatch(/@\w|#\d|:\/\//);
});

it('sources stay links', () => {
  const { catalog, inventory } = loadShipped('kubernetes');
  const goal = { target: '1.25.16' };
  const plan = planUpgrade(catalog, inventory, goal);
  const report = reportPlan(catalog, inventory, goal, plan, verifyPlan(catalog, inventory, goal, plan));
  const html = micromark(renderMarkdown(report), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  expect(html).toMatch(/<a href="https:\/\/kubernetes\.io\/[^"]*[^".,;)]">/);
});
