/** `waypoint version` as the CLI formats it: internal/cli/version.go and internal/version of its releases. */
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  samples: [
    {
      story: 'CLI and server',
      content: 'CLI: v0.10.3 (136a885b9)\nServer: v0.9.1\n',
      entries: [
        { component: 'client', version: '0.10.3' },
        { component: 'server', version: '0.9.1' },
      ],
    },
    {
      story: 'a CLI that knows no server',
      content: 'CLI: v0.11.4 (0a1b2c3d4)',
      entries: [{ component: 'client', version: '0.11.4' }],
    },
    {
      story: 'a server that does not answer',
      content:
        'CLI: v0.11.4 (0a1b2c3d4)\nError connecting to server to read server version: error connecting to server: context deadline exceeded\n',
      entries: [{ component: 'client', version: '0.11.4' }],
      problems: ['server-not-reached@2'],
    },
    {
      story: 'the shape up to 0.3.0',
      content: 'Waypoint v0.2.4 (5db76632)\n',
      entries: [{ component: 'client', version: '0.2.4' }],
    },
    {
      story: 'a release without a revision, and a server without a version',
      content: 'CLI: v0.5.2\nServer: \n',
      entries: [{ component: 'client', version: '0.5.2' }],
      problems: ['not-a-version@2'],
    },
    {
      story: 'builds between releases as none that can be planned with',
      content: 'CLI: v0.4.0-663-g4bc86276 (4bc86276+CHANGES)\nServer: v0.4.0\n',
      entries: [{ component: 'server', version: '0.4.0' }],
      problems: ['development-build@1'],
    },
    {
      story: 'a prerelease',
      content: 'CLI: v0.11.0-beta1 (deadbeef0)\n',
      entries: [{ component: 'client', version: '0.11.0-beta1' }],
    },
    {
      story: 'prompts, colours and several machines',
      content:
        '\u001b[32malice@build-1\u001b[0m:~$ waypoint version\nCLI: v0.10.3 (136a885b9)\nServer: v0.10.3\nalice@build-1:~$ ssh build-2 waypoint -v\nCLI: v0.9.1 (89aabbcc0)\nServer: v0.10.3\nalice@build-1:~$ ',
      entries: [
        { component: 'client', version: '0.10.3' },
        { component: 'server', version: '0.10.3' },
        { component: 'client', version: '0.9.1' },
      ],
    },
    {
      story: 'two servers that differ as a contradiction',
      content: 'CLI: v0.10.3 (136a885b9)\nServer: v0.10.3\nCLI: v0.10.3 (136a885b9)\nServer: v0.9.1\n',
      entries: [
        { component: 'client', version: '0.10.3' },
        { component: 'server', version: '0.10.3' },
        { component: 'client', version: '0.10.3' },
      ],
      problems: ['contradiction@4'],
    },
  ],
};
