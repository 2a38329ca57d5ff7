import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadShipped } from '../../testing/build';
import { RUNS } from '../../testing/runs';
import { sampleSet } from '../../testing/samples/waypoint-context';
import { prepareMaterial } from '../material';
import { readFiles } from '../read-files';

const { catalog } = loadShipped('waypoint');

const read = async (text: string) =>
  readFiles([{ name: '', material: await prepareMaterial(text) }], catalog);

/** As the samples have it: enough characters of it to tell it. */
const SOME_OF_TOKEN = /bM152P|PWkXxf|foy4vA|51JFhR|7LsKQez/;

it('shows nothing of a token, wherever a context is cut off or has a gap', async () => {
  const cut = fc.constantFrom(...sampleSet.samples).chain((sample) => {
    const content = String(sample.content);
    const at = fc.nat({ max: content.length });
    return fc.tuple(at, at).map(([from, length]) => ({
      cutOff: content.slice(0, from),
      withGap: `${content.slice(0, from)}${content.slice(from + length)}`,
    }));
  });
  await fc.assert(
    fc.asyncProperty(cut, async ({ cutOff, withGap }) => {
      const [first, second] = [await read(cutOff), await read(withGap)];
      expect(JSON.stringify(first)).not.toMatch(SOME_OF_TOKEN);
      // A gap may leave nothing by which it could be known for a context.
      if (second.files[0]?.recognised?.reader !== 'waypoint-context') return;
      expect(JSON.stringify(second)).not.toMatch(SOME_OF_TOKEN);
    }),
    { numRuns: RUNS },
  );
});

it.each([
  'bM152PWkXxfoy4vA51JFhR7LsKQez',
  'https://alice:bM152PWkXxfoy4vA51JFhR7LsKQez@waypoint.example.com:9701',
])('does not show an address that is none: %s', async (address) => {
  const result = await read(
    `server {\n  address = "${address}"\n  tls = true\n  tls_skip_verify = true\n}\n`,
  );
  expect(result.problems.map(({ code, line }) => [code, line])).toEqual([['no-version', 2]]);
  expect(JSON.stringify(result)).not.toMatch(SOME_OF_TOKEN);
});
