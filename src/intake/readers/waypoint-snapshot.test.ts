import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadShipped } from '../../testing/build';
import { buildHeader, buildSnapshot, withLength } from '../../testing/build-snapshot';
import { prepareMaterial } from '../material';
import { openFile } from '../open-file';
import { readFiles } from '../read-files';

const RANGE = { current: 1, minimum: 1 };
const HEADER = { version: 'v0.10.5', api: RANGE, entrypoint: RANGE };
const SECRET = 'bM152PWkXxfoy4vA51JFhR7LsKQez';

async function read(content: Uint8Array, product = 'waypoint') {
  const { catalog } = loadShipped(product);
  return readFiles([{ name: '', material: await prepareMaterial(content) }], catalog);
}

async function expectRefusal(content: Uint8Array, code: string, path: string): Promise<void> {
  const { entries, problems } = await read(content);
  expect(entries).toEqual([]);
  expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
}

/** What gzip cannot make smaller. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state % 256;
    }),
  );
}

const zip = (content: Uint8Array) => new Uint8Array(gzipSync(content));

describe('a snapshot of a Waypoint server', () => {
  it('gives its version where it is large, and the end of it does not matter', async () => {
    const whole = buildSnapshot(HEADER, noise(200_000));
    for (const content of [whole, whole.slice(0, 100_000)]) {
      const { entries } = await read(content);
      expect(entries).toMatchObject([{ component: 'server', version: '0.10.5' }]);
    }
  });

  it.each([9_000, 200_000, 900_000_000])(
    'is opened by its first kilobytes alone, of %i bytes',
    async (size) => {
      const start = buildSnapshot(HEADER, noise(200_000));
      let bytesRead = 0;
      const source = {
        size,
        read: async (from: number, to: number) => {
          const part = new Uint8Array(Math.min(to, size) - from);
          part.set(start.subarray(from, to));
          bytesRead += part.length;
          return part;
        },
      };
      const { catalog } = loadShipped('waypoint');
      const { entries } = await readFiles([{ name: '', material: await openFile(source) }], catalog);
      expect(entries).toMatchObject([{ version: '0.10.5' }]);
      expect(bytesRead).toBeLessThan(8_200);
    },
  );

  it('never shows what follows the header', async () => {
    const result = await read(buildSnapshot(HEADER, Buffer.from(SECRET.repeat(20))));
    expect(result.entries).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  it('gives way to what the server says now', async () => {
    const { catalog } = loadShipped('waypoint');
    const snapshot = { name: 'old.snap', material: await prepareMaterial(buildSnapshot(HEADER)) };
    const version = { name: 'now', material: await prepareMaterial('CLI: v0.11.4 (abc)\nServer: v0.11.4\n') };
    for (const files of [
      [snapshot, version],
      [version, snapshot],
    ]) {
      const { entries, problems } = await readFiles(files, catalog);
      const servers = entries.filter(({ component }) => component === 'server');
      expect(servers).toMatchObject([{ version: '0.11.4' }]);
      expect(problems.map(({ code }) => code)).toContain('contradiction');
    }
  });

  it('is refused where it is cut off or damaged', async () => {
    const whole = buildSnapshot(HEADER);
    for (const length of [3, 10, 30, whole.length - 1]) {
      await expectRefusal(whole.slice(0, length), 'damaged-gzip', `byte ${length}`);
    }
    const wrongSum = Uint8Array.from(whole);
    wrongSum[whole.length - 6] = (wrongSum[whole.length - 6] ?? 0) + 1;
    await expectRefusal(wrongSum, 'damaged-gzip', `byte ${whole.length}`);
  });

  it.each([
    ['a log', zip(Buffer.from('2023-02-20T10:12:01.310Z [INFO]  waypoint: starting\n'))],
    ['nothing', zip(Buffer.alloc(0))],
    ['zeros that unpack to 50 MB', zip(Buffer.alloc(50_000_000))],
    ['noise', zip(noise(100_000))],
    ['a header of another format', zip(buildHeader({ ...HEADER, format: 2 }))],
    ['a message that says no version info', zip(withLength(Buffer.from([0x10, 1])))],
    ['a length and nothing else', zip(Buffer.from([25]))],
    [
      'a length beyond any header',
      zip(Buffer.concat([Buffer.from([255, 255, 255, 255, 255, 1]), noise(5000)])),
    ],
  ])('is not seen in a gzip file of %s', async (_, content) => {
    await expectRefusal(content, 'not-a-snapshot', 'byte 0 of what is packed');
  });

  it('is refused by a catalog of another product, other gzip files for what they are', async () => {
    const snapshot = await read(buildSnapshot(HEADER), 'kubernetes');
    expect(snapshot.problems.map(({ code }) => code)).toEqual(['other-product']);
    const other = await read(zip(Buffer.from('NAME   READY\n')), 'kubernetes');
    expect(other.problems.map(({ code }) => code)).toEqual(['not-a-snapshot']);
  });
});
