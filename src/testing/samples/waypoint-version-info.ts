/** GetVersionInfoResponse of pkg/server/proto/server.proto as protojson writes it; grpcurl and the gateway differ in spelling. */
import type { SampleSet } from '../sample';

const RANGE = { current: 1, minimum: 1 };
const BOTH = { api: [1, 1], entrypoint: [1, 1] } as const;

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'what grpcurl prints, after its command',
      content: `$ grpcurl -insecure localhost:9701 hashicorp.waypoint.Waypoint/GetVersionInfo
{
  "info": {
    "api": {
      "current": 1,
      "minimum": 1
    },
    "entrypoint": {
      "current": 1,
      "minimum": 1
    },
    "version": "v0.10.5"
  },
  "serverFeatures": {
    "features": [
      "FEATURE_INLINE_KEEPALIVES"
    ]
  }
}
`,
      entries: [{ component: 'server', version: '0.10.5', protocols: BOTH }],
    },
    {
      story: 'the gateway with fields that are not set, on one line',
      content:
        '{"info":{"api":{"current":3,"minimum":2},"entrypoint":null,"version":"v0.11.1"},"serverFeatures":null}',
      entries: [{ component: 'server', version: '0.11.1', protocols: { api: [2, 3] } }],
    },
    {
      story: 'the names of the protobuf definition, and a server before it named features',
      content: [
        JSON.stringify({ server_features: {}, info: { version: 'v0.11.0', api: RANGE, entrypoint: RANGE } }),
        JSON.stringify({ info: { version: 'v0.11.0', api: RANGE, entrypoint: RANGE } }),
      ].join('\n'),
      entries: [{ component: 'server', version: '0.11.0', protocols: BOTH }],
    },
    {
      story: 'the message alone',
      content: JSON.stringify({ api: RANGE, entrypoint: { current: 4, minimum: 2 }, version: 'v0.9.1' }),
      entries: [{ component: 'server', version: '0.9.1', protocols: { api: [1, 1], entrypoint: [2, 4] } }],
    },
    {
      story: 'no ranges as none that are advertised',
      content: JSON.stringify({ info: { version: 'v0.9.1' } }),
      entries: [{ component: 'server', version: '0.9.1' }],
    },
    {
      story: 'one end of a range as no range, and the version all the same',
      content: JSON.stringify({ info: { api: { current: 1 }, entrypoint: RANGE, version: 'v0.10.5' } }),
      entries: [{ component: 'server', version: '0.10.5', protocols: { entrypoint: [1, 1] } }],
      problems: ['half-range@info.version'],
    },
    {
      story: 'the other end alone, where the first is zero',
      content: JSON.stringify({
        info: { api: RANGE, entrypoint: { current: 0, minimum: 2 }, version: 'v0.10.5' },
      }),
      entries: [{ component: 'server', version: '0.10.5', protocols: { api: [1, 1] } }],
      problems: ['half-range@info.version'],
    },
    {
      story: 'ends the wrong way round as no range',
      content: JSON.stringify({ info: { api: { current: 1, minimum: 2 }, version: 'v0.10.5' } }),
      entries: [],
      problems: ['not-a-range@info.version'],
    },
    {
      story: 'a server that keeps its version to itself',
      content: JSON.stringify({ info: { api: RANGE, entrypoint: RANGE, version: '' } }),
      entries: [],
      problems: ['no-version@info.version'],
    },
    {
      story: 'two servers as a contradiction',
      content: `{"info": {"api": {"current": 1, "minimum": 1}, "version": "v0.10.5"}}
{"info": {"api": {"current": 1, "minimum": 1}, "version": "v0.9.1"}}
`,
      entries: [{ component: 'server', version: '0.10.5' }],
      problems: ['contradiction@2'],
    },
  ],
};
