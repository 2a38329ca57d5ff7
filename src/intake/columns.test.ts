import { describe, expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import type { ColumnMeaning } from './columns';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

const { catalog } = loadShipped('waypoint');

async function read(text: string, columns?: readonly ColumnMeaning[]) {
  const file = { name: '', material: await prepareMaterial(text), ...(columns && { columns }) };
  const result = await readFiles([file], catalog);
  return {
    rows: result.entries.map(
      ({ name, component, version, count }) => `${name} ${component} ${version} ${count}`,
    ),
    codes: result.problems.map(({ code, line }) => `${code}@${line}`),
    columns: result.files[0]?.columns,
    recognised: result.files[0]?.recognised,
  };
}

const kinds = (...names: string[]) => names.map((kind) => ({ kind }) as ColumnMeaning);

describe('columns of a table', () => {
  it('are told as they were read, with what stands in them', async () => {
    const { columns } = await read(
      'Host,Kind,Version,label:team,api min,owner\nci,cli,0.9.1,payments,1,us\nweb,entrypoint,0.9.1,search,,them\n',
    );
    expect(columns).toEqual([
      { heading: 'Host', meaning: { kind: 'name' }, isCertain: true, samples: ['ci', 'web'] },
      { heading: 'Kind', meaning: { kind: 'component' }, isCertain: true, samples: ['cli', 'entrypoint'] },
      { heading: 'Version', meaning: { kind: 'version' }, isCertain: true, samples: ['0.9.1', '0.9.1'] },
      {
        heading: 'label:team',
        meaning: { kind: 'label', label: 'team' },
        isCertain: true,
        samples: ['payments', 'search'],
      },
      {
        heading: 'api min',
        meaning: { kind: 'protocol', protocol: 'api', end: 'minimum' },
        isCertain: true,
        samples: ['1', ''],
      },
      { heading: 'owner', meaning: { kind: 'none' }, isCertain: true, samples: ['us', 'them'] },
    ]);
  });

  it('are suggested by what stands in them or by a word of their heading, and not read unconfirmed', async () => {
    const text = 'Was,Stand,App name\ncli,0.9.1,ci\nserver,v0.10.3,main\n';
    const { rows, codes, columns } = await read(text);
    expect(rows).toEqual([]);
    expect(codes).toEqual(['no-headings@1']);
    expect(columns?.map(({ heading, meaning, isCertain }) => [heading, meaning.kind, isCertain])).toEqual([
      ['Was', 'component', false],
      ['Stand', 'version', false],
      ['App name', 'name', false],
    ]);
    const confirmed = await read(
      text,
      columns?.map(({ meaning }) => meaning),
    );
    expect(confirmed.rows).toEqual(['ci client 0.9.1 1', 'main server 0.10.3 1']);
    expect(confirmed.recognised?.why).toContain('"Was", "Stand", "App name"');
  });

  it('suggest no version where a cell is none', async () => {
    const { columns } = await read('Was,Stand\ncli,0.9.1\nserver,latest\n');
    expect(columns?.map(({ meaning }) => meaning.kind)).toEqual(['component', 'none']);
  });

  it('suggest nothing that a heading has said', async () => {
    const { columns } = await read('name,component,version,earlier\nci,cli,0.9.1,0.8.2\n');
    expect(columns?.[3]).toMatchObject({ meaning: { kind: 'none' }, isCertain: true });
  });

  it.each([
    ['commas', 'ci,cli,0.9.1,3\nmain,server,0.10.3,1\n'],
    ['tabs', 'ci\tcli\t0.9.1\t3\nmain\tserver\t0.10.3\t1'],
    ['a first row that is no good', 'x,cli,latest,3\nci,cli,0.9.1,3\nmain,server,0.10.3,1\n'],
  ])('are chosen where there is no line of headings, and no row is lost: %s', async (story, text) => {
    const refused = await read(text);
    expect(refused.codes).toEqual(['no-headings@1']);
    expect(refused.columns?.map(({ heading }) => heading)).toEqual(['', '', '', '']);
    const { rows, codes } = await read(text, kinds('name', 'component', 'version', 'count'));
    expect(rows).toEqual(['ci client 0.9.1 3', 'main server 0.10.3 1']);
    expect(codes).toEqual(story.endsWith('no good') ? ['not-a-version@1'] : []);
  });

  it('are suggested as names and counts where there are no headings, and two rows of one name have none', async () => {
    const kindsOf = async (text: string) => (await read(text)).columns?.map(({ meaning }) => meaning.kind);
    const suggested = ['name', 'component', 'version', 'count'];
    expect(await kindsOf('ci,cli,0.9.1,3\nmain,server,0.10.3,1\n')).toEqual(suggested);
    // Components may be called like protocols, which are headings.
    expect(await kindsOf('web,entrypoint,0.9.1,3\nmain,server,0.10.3,1\n')).toEqual(suggested);
    expect(await kindsOf('eu,cli,0.9.1\neu,server,0.10.3\n')).toEqual(['none', 'component', 'version']);
  });

  it('are those that were chosen, whatever their headings say', async () => {
    const text = 'name,component,version,running\nci,cli,0.9.1,0.10.5\n';
    expect((await read(text)).rows).toEqual(['ci client 0.9.1 1']);
    const bare = await read('ci,cli,0.9.1,3\n', kinds('name', 'component', 'version', 'none'));
    expect(bare.columns?.[3]).toMatchObject({ meaning: { kind: 'none' }, isCertain: true });
    const chosen = await read(text, kinds('name', 'component', 'none', 'version'));
    expect(chosen.rows).toEqual(['ci client 0.10.5 1']);
    expect(chosen.recognised?.why).toContain('Not read: "version"');
    expect(chosen.columns?.map(({ isCertain }) => isCertain)).toEqual([true, true, true, true]);
  });

  it('may be labels and protocols by choice', async () => {
    const material = await prepareMaterial('a,b,c,d\ncli,0.9.1,payments,1-2\n');
    const columns: ColumnMeaning[] = [
      { kind: 'component' },
      { kind: 'version' },
      { kind: 'label', label: 'team' },
      { kind: 'protocol', protocol: 'api', end: 'both' },
    ];
    const { entries } = await readFiles([{ name: '', material, columns }], catalog);
    expect(entries).toMatchObject([{ labels: { team: 'payments' }, protocols: { api: [1, 2] } }]);
  });

  it('are not enough without component and version', async () => {
    const { rows, codes, columns } = await read('a,b\ncli,0.9.1\n', kinds('component', 'none'));
    expect(rows).toEqual([]);
    expect(codes).toEqual(['no-headings@1']);
    expect(columns?.[1]).toMatchObject({ meaning: { kind: 'version' }, isCertain: false });
  });
});
