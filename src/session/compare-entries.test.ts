import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../engine/model';
import { RUNS } from '../testing/runs';
import { compareEntries, type Incoming, suggestMode, type TakeMode } from './compare-entries';
import { draftEntry } from './draft-entry';
import { type DraftRow, EMPTY_INPUTS, EMPTY_ROW, type SessionInputs } from './inputs';
import { replaceInputs, sessionStore, startWith, undo } from './store';
import { takeEntries } from './take-entries';

const row = (name: string, fields: Partial<DraftRow> = {}): DraftRow => ({
  ...EMPTY_ROW,
  id: `id-${name}`,
  name,
  component: 'client',
  version: '1.0.0',
  ...fields,
});
const entry = (name: string, fields: Partial<Entry> = {}): Entry => ({
  name,
  component: 'client',
  version: '1.0.0',
  count: 1,
  ...fields,
});
const inputs = (rows: readonly DraftRow[], fields: Partial<SessionInputs> = {}): SessionInputs => ({
  ...EMPTY_INPUTS,
  catalogId: 'demo',
  rows,
  ...fields,
});
const bring = (entries: readonly Entry[], fields: Partial<Incoming> = {}): Incoming => ({
  catalogId: 'demo',
  server: 'server',
  entries,
  uncounted: new Set(),
  facts: {},
  name: '',
  ...fields,
});
const tell = (rows: readonly DraftRow[], entries: readonly Entry[], mode: TakeMode = 'merge') =>
  compareEntries(inputs(rows), bring(entries), mode).map((change) => {
    const fields = change.kind === 'update' ? change.fields : [];
    const said = fields.map(({ field, from, to }) => ` ${field} ${from || '-'}>${to || '-'}`);
    return `${change.kind} ${change.row.name}${said.join('')}`;
  });

describe('what entries do to the rows that are there', () => {
  const rows = [row('a'), row('b'), row('c')];
  const entries = [entry('d'), entry('c', { version: '1.1.0', count: 4 }), entry('a')];

  it('is told in the order of the rows where they are merged, in that of the entries where these replace them', () => {
    const updated = 'update c version 1.0.0>1.1.0 count 1>4';
    expect(tell(rows, entries)).toEqual(['same a', 'missing b', updated, 'add d']);
    expect(tell(rows, entries, 'replace')).toEqual(['add d', updated, 'same a', 'missing b']);
  });

  it.each<[string, Partial<DraftRow>, Partial<Entry>]>([
    ['a leading v', { version: ' v1.0.0 ' }, {}],
    ['a count of one that was typed', { count: '1' }, {}],
    ['labels in another order', { labels: 'b=2, a=1' }, { labels: { a: '1', b: '2' } }],
    ['a range of one version', { protocols: 'api 2' }, { protocols: { api: [2, 2] } }],
    ['blanks around a name', { name: ' a ' }, {}],
  ])('is nothing where only the writing differs: %s', (_, typed, said) => {
    for (const mode of ['merge', 'replace'] as const) {
      const mine = row('a', typed);
      const [change] = compareEntries(inputs([mine]), bring([entry('a', said)]), mode);
      expect(change).toEqual({ kind: 'same', row: mine });
    }
  });

  it('keeps what the entries do not carry where they are merged, and says what goes where they replace', () => {
    const mine = row('a', { pinned: 'vendor', labels: 'team=x, zone=eu', more: { ticket: 7 } });
    const said = [entry('a', { count: 2, labels: { team: 'y' } })];
    const [merged] = compareEntries(inputs([mine]), bring(said), 'merge');
    expect(merged?.row).toEqual({ ...mine, count: '2', labels: 'team=y, zone=eu' });
    expect(tell([mine], said, 'replace')).toEqual([
      'update a count 1>2 pinned vendor>- labels team=x, zone=eu>team=y more ticket>-',
    ]);
  });

  it('keeps a count of which nothing was said, where rows are merged', () => {
    const countsBy = (mode: TakeMode) =>
      compareEntries(
        inputs([row('a', { count: '18' }), row('b', { count: '18' })]),
        bring([entry('a'), entry('b')], { uncounted: new Set(['a']) }),
        mode,
      ).map((change) => change.row.count);
    expect(countsBy('merge')).toEqual(['18', '']);
    expect(countsBy('replace')).toEqual(['', '']);
  });

  it('never keeps what a part advertised, or whose build it is, for a version that it no longer has', () => {
    const mine = row('a', { protocols: 'api 1-2', labels: 'build=v1.0.0-gke.1, team=x' });
    expect(tell([mine], [entry('a', { count: 2 })])).toEqual(['update a count 1>2']);
    expect(tell([mine], [entry('a', { version: '1.1.0' })])).toEqual([
      'update a version 1.0.0>1.1.0 protocols api 1-2>- labels build=v1.0.0-gke.1, team=x>team=x',
    ]);
  });

  it('finds the server whatever it is called, and nothing else under its name', () => {
    const fleet = [row('server', { component: 'server' }), row('main')];
    const brought = [entry('main', { component: 'server', version: '1.1.0' }), entry('ci')];
    expect(tell(fleet, brought)).toEqual(['update server version 1.0.0>1.1.0', 'missing main', 'add ci']);
  });

  it('has nothing to do with rows of another product', () => {
    const changes = compareEntries(
      inputs([row('a')]),
      bring([entry('a')], { catalogId: 'other' }),
      'replace',
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['add', 'missing']);
  });
});

describe('what is suggested', () => {
  const server = entry('server', { component: 'server' });
  const fleet = inputs([row('server', { component: 'server' }), row('a'), row('b'), row('c')]);
  it.each<[TakeMode, string, Entry[], string]>([
    ['merge', 'half of the rows are in it', [server, entry('a'), entry('b'), entry('x')], 'demo'],
    ['replace', 'fewer of them are', [server, entry('a'), entry('x')], 'demo'],
    ['merge', 'it has no server, so that it is a part', [entry('x')], 'demo'],
    ['merge', 'it is the server alone', [server], 'demo'],
    ['replace', 'it is about another product', [entry('a'), entry('b')], 'other'],
  ])('is to %s where %s', (mode, _, entries, catalogId) => {
    expect(suggestMode(fleet, bring(entries, { catalogId }))).toBe(mode);
  });
});

describe('what was compared is what is taken', () => {
  const text = fc.constantFrom('', 'x', 'team=x', 'api 1-2');
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const version = fc.constantFrom('1.0.0', 'v1.0.0', '1.1.0', 'latest');
  const component = fc.constantFrom('client', 'server');
  const draft = fc.record({ name, component, version, pinned: text, labels: text, protocols: text });
  const rows = fc.uniqueArray(draft, { selector: (one) => one.name, maxLength: 4 });
  const labels = fc.constantFrom({}, { labels: { zone: 'eu' } });
  const incoming = fc.record({ name, component, version: fc.constantFrom('1.0.0', '1.1.0'), labels });
  const brought = fc.uniqueArray(incoming, { selector: (one) => one.name, maxLength: 4 });
  const how = fc.record({
    mode: fc.constantFrom<TakeMode>('merge', 'replace'),
    isMissingRemoved: fc.boolean(),
  });

  it('in every mode, and the same again changes nothing more', () => {
    fc.assert(
      fc.property(rows, brought, how, (drafts, said, options) => {
        const before = inputs(drafts.map((fields) => row(fields.name, fields)));
        // Files have one server at most.
        const server = said.findIndex((one) => one.component === 'server');
        const entries = said.map(({ labels: carried, ...fields }, i) => {
          const isSecond = fields.component === 'server' && i !== server;
          return entry(fields.name, { ...fields, ...carried, ...(isSecond && { component: 'client' }) });
        });
        const changes = compareEntries(before, bring(entries), options.mode);
        const now = takeEntries(before, bring(entries), changes, options);
        const isKept = options.mode === 'merge' && !options.isMissingRemoved;
        const shown = changes.filter(({ kind }) => kind !== 'missing' || isKept);
        expect(now.rows).toEqual(shown.map((change) => change.row));

        // Every entry is told once, every row that was there too.
        const kinds = changes.map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind !== 'missing')).toHaveLength(entries.length);
        expect(kinds.filter((kind) => kind !== 'add')).toHaveLength(before.rows.length);

        const after = { ...before, ...now };
        const again = compareEntries(after, bring(entries), options.mode);
        expect(again.every(({ kind }) => kind === 'same' || (isKept && kind === 'missing'))).toBe(true);
        expect(takeEntries(after, bring(entries), again, { ...options, mode: 'merge' })).toMatchObject({
          rows: options.isMissingRemoved ? now.rows : after.rows,
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('as one step, which undo takes back', () => {
    const before = inputs([row('a'), row('b')], { facts: { site: 'here' }, inventoryName: 'mine' });
    for (const mode of ['merge', 'replace'] as const) {
      startWith(before);
      const said = bring([entry('a', { version: '1.1.0' }), entry('c')], {
        facts: { site: 'there' },
        name: 'x',
      });
      const changes = compareEntries(before, said, mode);
      replaceInputs(takeEntries(before, said, changes, { mode, isMissingRemoved: true }));
      expect(sessionStore.getState().rows.map(({ name: now }) => now)).toEqual(['a', 'c']);
      undo();
      expect(sessionStore.getState()).toEqual(before);
    }
  });

  it('and an entry that is taken reads as it was said', () => {
    const said = entry('a', {
      count: 3,
      protocols: { api: [1, 2] },
      pinned: 'vendor',
      labels: { team: 'x' },
    });
    const [change] = compareEntries(inputs([]), bring([said]), 'merge');
    expect(change?.row).toEqual({ ...draftEntry(said, ''), id: change?.row.id });
  });
});
