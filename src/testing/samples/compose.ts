/** Compose files after github.com/compose-spec/compose-spec, 05-services.md, 12-interpolation.md and deploy.md. */
import type { SampleSet } from '../sample';

export const sampleSet: SampleSet = {
  catalog: 'waypoint',
  endings: ['-ubi', '-ent', '-ent-ubi'],
  samples: [
    {
      story: 'a file without a version of its own',
      content: `services:
  server:
    image: hashicorp/waypoint:0.10.5
    command: server run -accept-tos -vv -db=/data/data.db
    container_name: waypoint-server
    ports: ["9701:9701", "9702:9702"]
  runner:
    image: docker.io/hashicorp/waypoint:0.10.3
    command: ["runner", "agent", "-id=static"]
    deploy:
      replicas: 3
  web:
    image: nginx:1.27
volumes:
  data: {}
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'waypoint-server', count: 1 },
        { component: 'runner', version: '0.10.3', name: 'runner', count: 3 },
      ],
      ignored: ['nginx:1.27'],
    },
    {
      story: 'anchors, merged keys, labels as a list, and the old scale',
      content: `version: "2.4"
x-waypoint: &waypoint
  image: hashicorp/waypoint:0.10.5
  restart: always
services:
  a:
    <<: *waypoint
    labels:
      - waypoint-type=server
  b:
    <<: *waypoint
    scale: 2
    labels:
      waypoint-type: runner
`,
      entries: [
        { component: 'server', version: '0.10.5', name: 'a' },
        { component: 'runner', version: '0.10.5', name: 'b', count: 2 },
      ],
    },
    {
      story: 'variables in versions, whole images and counts as problems',
      content: `services:
  waypoint-server:
    image: hashicorp/waypoint:\${WAYPOINT_VERSION:-0.10.5}
    command: server run
  waypoint-runner:
    image: "\${RUNNER_IMAGE}"
  app:
    image: \${APP_IMAGE:-nginx:1.27}
  other:
    image: $REGISTRY/waypoint:0.10.5
  waypoint-static-runner:
    image: hashicorp/waypoint:0.10.5
    command: runner agent
    deploy: { replicas: "\${RUNNERS:-2}" }
`,
      entries: [],
      problems: [
        'not-resolved@services.app.image',
        'not-resolved@services.other.image',
        'not-resolved@services.waypoint-server.image',
        'not-resolved@services.waypoint-runner.image',
        'not-resolved@services.waypoint-static-runner.image',
      ],
    },
    {
      story: 'variables that do not matter',
      content: `services:
  waypoint-server:
    image: \${REGISTRY:-docker.io}/hashicorp/waypoint:0.10.5
    container_name: \${PROJECT}-server
    command: server run -url=\${URL}
  web:
    image: nginx:\${NGINX:-1.27}
  db:
    image: \${REGISTRY}/postgres:16
`,
      entries: [{ component: 'server', version: '0.10.5', name: 'waypoint-server' }],
      ignored: [`nginx:\${NGINX:-1.27}`, `\${REGISTRY}/postgres:16`],
    },
    {
      story: 'what is built, and what another file holds',
      content: `include:
  - infra.yaml
services:
  waypoint-server:
    build: ./server
  waypoint-runner:
    extends: { file: common.yaml, service: runner }
  cache:
    extends: { file: common.yaml, service: cache }
  app:
    build: { context: . }
`,
      entries: [],
      problems: [
        'not-resolved@include',
        'not-resolved@services.cache.extends',
        'no-version@services.waypoint-server.build',
        'not-resolved@services.waypoint-runner.extends',
      ],
      ignored: ['app (built)'],
    },
    {
      story: 'the JSON of docker compose config, with secrets and floating tags',
      content: JSON.stringify(
        {
          name: 'waypoint',
          services: {
            'waypoint-server': {
              command: ['server', 'run'],
              entrypoint: null,
              environment: { WAYPOINT_SERVER_TOKEN: '0123', LOG: 'debug' },
              image: 'hashicorp/waypoint:latest',
              networks: { default: null },
            },
            odr: {
              environment: ['REGISTRY_PASSWORD=x', 'EMPTY_TOKEN'],
              image: 'hashicorp/waypoint-odr:0.11.3@sha256:0123456789abcdef',
            },
          },
        },
        undefined,
        2,
      ),
      entries: [{ component: 'on-demand-runner', version: '0.11.3', name: 'odr' }],
      problems: ['not-a-version@services.waypoint-server.image'],
      secrets: [
        'the variable WAYPOINT_SERVER_TOKEN of the service waypoint-server',
        'the variable REGISTRY_PASSWORD of the service odr',
      ],
    },
    {
      story: 'a stack of Swarm: on every node, by profile, and not at all',
      content: `services:
  waypoint-server:
    image: hashicorp/waypoint:0.10.5
    profiles: [all]
  waypoint-runner:
    image: hashicorp/waypoint:0.10.5
    deploy:
      mode: global
  waypoint-static-runner:
    image: hashicorp/waypoint:0.10.3
    deploy:
      replicas: 0
`,
      entries: [
        { component: 'server', version: '0.10.5' },
        { component: 'runner', version: '0.10.5', count: 1 },
      ],
      problems: [
        'profile@services.waypoint-server.profiles',
        'no-count@services.waypoint-runner.deploy.mode',
      ],
      ignored: ['waypoint-static-runner (no replicas)'],
    },
    {
      story: 'an image with a name that is too long as none of a version',
      content: `services:\n  server:\n    image: ${'a'.repeat(974)}/hashicorp/waypoint:0.10.25\n    command: server run\n`,
      entries: [],
      problems: ['not-a-version@services.server.image'],
    },
    {
      story: 'endings of tags that say nothing about the version',
      catalog: 'consul',
      content: `services:
  a:
    image: hashicorp/consul-enterprise:1.15.3-ent-ubi
    command: agent -server
  consul-client:
    image: hashicorp/consul:1.16.0-rc1-ubi
`,
      entries: [
        { component: 'consul-server', version: '1.15.3' },
        { component: 'consul-client', version: '1.16.0-rc1' },
      ],
    },
  ],
};
