/** Texts that would hold up a reader that goes over them again and again. */
import { describe, expect, it } from 'vitest';
import { loadShipped } from '../testing/build';
import { measureCpu } from '../testing/cpu-time';
import { prepareMaterial } from './material';
import { readFiles } from './read-files';

const { catalog } = loadShipped('waypoint');
const SIZE = 100_000;
const fill = (text: string, size = SIZE) => text.repeat(Math.ceil(size / text.length));

const read = async (text: string, reader?: string) =>
  readFiles([{ name: '', material: await prepareMaterial(text), reader }], catalog);

describe('a text of 100 kB that is made to be slow', () => {
  it.each<readonly [story: string, text: string, reader?: string]>([
    ['blanks after a heading of Docker', `Client:${fill(' ')}!\n`],
    ['blanks before what Docker could say', `${fill(' ')}!\n`, 'docker-version'],
    ['colons in an image', `services:\n  a:\n    image: "${fill(':')}/x"\n`],
    ['open variables in an image', `services:\n  a:\n    image: "${fill('$' + '{')}/x"\n`],
    [
      'digits at the end of a name',
      `{"Names":"waypoint-server${fill('-00000', 144)}!","Image":"hashicorp/waypoint:1.0.0"}`,
    ],
    ['commas in ranges', `name,component,version,protocols\na,server,0.10.5,"${fill(',')}"\n`],
    ['blanks and digits in ranges', `name,component,version,protocols\na,server,0.10.5,"${fill(', 1 ')}"\n`],
    [
      'blanks in lines of a log',
      fill(`[INFO] ${' '.repeat(2000)}${'a'.repeat(1900)}\u2028a\n`),
      'waypoint-log',
    ],
    [
      'versions of kubectl in one line',
      `Client Version: version.Info{${fill('GitVersion:""')}\u2028a\n`,
      'kubectl-version',
    ],
    [
      'images below a heading of one’s own',
      `NAME  CONTAINER-IMAGE\n${fill('a     hashicorp/waypoint:0.10.5\n')}`,
    ],
    ['headings of pods', `NAME  IMAGE  ${fill('A  ', SIZE / 2)}\n${fill('a\n', SIZE / 2)}`],
    [
      'headings of profiles',
      `NAME | PLUGIN TYPE | OCI URL | DEFAULT ${fill('| A', SIZE / 2)}\n---+---\n${fill('|\n', SIZE / 2)}`,
    ],
    ['headings of a table', `name,component,version${fill(',a', SIZE / 2)}\n${fill('a,b,1\n', SIZE / 2)}`],
  ])('is read without a wait: %s', async (_, text = '', reader) => {
    expect(await measureCpu(() => (reader === undefined ? read(text) : read(text, reader)))).toBeLessThan(
      2000,
    );
  });

  it('is shown by its beginning where it is left out', async () => {
    const { files } = await read(`services:\n  ${fill('a', 500)}:\n    image: ${fill('b', 5000)}\n`);
    expect(files[0]?.ignored.map((text) => text.length)).toEqual([201]);
  });
});
