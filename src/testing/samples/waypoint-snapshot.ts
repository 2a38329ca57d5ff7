/** Snapshots after pkg/server/proto/server.proto (Snapshot) and internal/server/boltdbstate/snapshot.go. */
import { gzipSync } from 'node:zlib';
import { buildSnapshot } from '../build-snapshot';
import type { SampleSet } from '../sample';

const ONE = { current: 1, minimum: 1 };
const secrets = [
  'what follows the header (the database of the server, with tokens and keys), which was not read',
];

/** The header of a 0.10.5 server, byte for byte. */
const HEADER = '190a150a04080110011204080110011a0776302e31302e351001';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'a header alone',
      content: new Uint8Array(gzipSync(Buffer.from(HEADER, 'hex'))),
      entries: [{ component: 'server', version: '0.10.5', protocols: { api: [1, 1], entrypoint: [1, 1] } }],
      problems: ['version-of-snapshot@header'],
      secrets,
    },
    {
      story: 'ranges, the minimum of which comes second',
      content: buildSnapshot({ version: 'v0.11.3', api: { current: 4, minimum: 2 }, entrypoint: ONE }),
      entries: [{ component: 'server', version: '0.11.3', protocols: { api: [2, 4], entrypoint: [1, 1] } }],
      problems: ['version-of-snapshot@header'],
      secrets,
    },
    {
      story: 'a server that said no ranges',
      content: buildSnapshot({ version: 'v0.9.1' }),
      entries: [{ component: 'server', version: '0.9.1' }],
      problems: ['version-of-snapshot@header'],
      secrets,
    },
    {
      story: 'one end of a range as no range, and the version all the same',
      content: buildSnapshot({ version: 'v0.10.5', api: { current: 2 }, entrypoint: ONE }),
      entries: [{ component: 'server', version: '0.10.5', protocols: { entrypoint: [1, 1] } }],
      problems: ['version-of-snapshot@header', 'half-range@header'],
      secrets,
    },
    {
      story: 'a server that kept its version to itself',
      content: buildSnapshot({ api: ONE, entrypoint: ONE }),
      entries: [],
      problems: ['version-of-snapshot@header', 'no-version@header'],
      secrets,
    },
  ],
};
