import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { exampleController, examplePool, exampleValues } from './example.ts';

const pod = 'pools.ci.pod';
const runner = 'pools.ci.patch.runner';
const values = 'controller.chart.values';

it.each<[string, string, string[]]>([
  [
    'a limit of nothing',
    'docker: none\n    pod: { volumeSizeLimit: 0Gi }',
    [`FLC4437 ${pod}.volumeSizeLimit`],
  ],
  [
    'a limit of nothing with something in its place',
    'docker: none\n    volumes: { r: { mountPath: /runner, emptyDir: {} } }\n    pod: { volumeSizeLimit: 0 }',
    [],
  ],
  [
    'SELinux options',
    'securityContext: { seLinuxOptions: { level: s0 } }',
    ['FLC4440 pools.ci.securityContext.seLinuxOptions'],
  ],
  [
    'SELinux options without docker',
    'docker: none\n    securityContext: { seLinuxOptions: { level: s0 } }',
    [],
  ],
  [
    'a rootless sidecar',
    'docker: { sidecar: { image: "docker:28.0.4-dind-rootless" } }\n    pod: { containers: [{ name: docker, securityContext: { runAsUser: 1000 } }] }',
    [],
  ],
  [
    'no sudo for an image of its own',
    'docker: none\n    image: "acme/runner:1"\n    pod: { containers: [{ name: runner, securityContext: { allowPrivilegeEscalation: false } }] }',
    [],
  ],
  [
    'a socket of the node without docker',
    'docker: none\n    volumes: { s: { mountPath: /s, hostPath: { path: /run/docker.sock } } }',
    [],
  ],
  [
    'a raw socket of the node',
    'pod: { volumes: [{ name: s, hostPath: { path: /run/docker.sock } }] }',
    [`FLC4438 ${pod}.volumes[0]`],
  ],
  [
    'a dockerd on TCP',
    'pod: { containers: [{ name: docker, args: ["--host=tcp://0.0.0.0:2375"] }] }',
    [`FLC4439 ${pod}.containers[0].args[0]`],
  ],
  [
    'a dockerd on TCP with TLS',
    'pod: { containers: [{ name: docker, args: ["--host=tcp://0.0.0.0:2376", --tlsverify] }] }',
    [],
  ],
  [
    'a client with TLS',
    'docker: none\n    env: { DOCKER_HOST: "tcp://dind:2376", DOCKER_TLS_VERIFY: "1" }',
    [],
  ],
  [
    'an empty selector',
    'kind: set\n    patch: { runner: { selector: { matchLabels: { fleetc.dev/runner-set: null } } } }',
    [`FLC5105 ${runner}.selector.matchLabels["fleetc.dev/runner-set"]`],
  ],
  [
    'a label that its selector asks for',
    'kind: set\n    patch: { runner: { template: { metadata: { labels: { fleetc.dev/runner-set: x } } } } }',
    [`FLC5105 ${runner}.template.metadata.labels["fleetc.dev/runner-set"]`],
  ],
  [
    'a selector that is gone',
    'kind: set\n    patch: { runner: { selector: null } }',
    [`FLC5001 ${runner}.selector`],
  ],
])('judges a pool with %s', async (_, fields, expected) => {
  expect(await findCodes(examplePool(fields))).toEqual(expected);
});

it.each<[string, string, string[]]>([
  ['a Secret that is the same', 'authSecret: { create: false, name: github }', []],
  ['another Secret', 'authSecret: { name: other }', [`FLC5103 ${values}.authSecret.name`]],
  ['pull secrets', 'imagePullSecrets: [{ name: a }]', [`FLC5103 ${values}.imagePullSecrets`]],
  ['an image', 'image: { tag: canary }', [`FLC5103 ${values}.image.tag`]],
  [
    'an unknown key of a server that is off',
    'githubWebhookServer: { syncPeriod: 1m }',
    [`FLC5002 ${values}.githubWebhookServer.syncPeriod`],
  ],
  [
    'a known key of a server that is off',
    'githubWebhookServer: { ingress: { className: x } }',
    [
      `FLC5002 ${values}.githubWebhookServer.ingress.className`,
      `FLC5106 ${values}.githubWebhookServer.ingress`,
    ],
  ],
  [
    'a budget that is off',
    'podDisruptionBudget: { minAvailable: 1 }',
    [`FLC5106 ${values}.podDisruptionBudget.minAvailable`],
  ],
  ['a budget', 'podDisruptionBudget: { enabled: true, minAvailable: 1 }', []],
  [
    'an empty authority',
    'certManagerEnabled: false, admissionWebHooks: { caBundle: "" }',
    [`FLC5003 ${values}.admissionWebHooks.caBundle`],
  ],
  [
    'the default policy for names',
    'hostNetwork: true, dnsPolicy: ClusterFirst',
    [`FLC5114 ${values}.hostNetwork`],
  ],
  ['one controller without a leader', 'enableLeaderElection: false', []],
  [
    'a variable twice',
    'env: [{ name: A, value: x }, { name: A, value: z }]',
    [`FLC4443 ${values}.env[1]`],
  ],
])('judges raw values: %s', async (_, raw, expected) => {
  expect(await findCodes(exampleValues(raw))).toEqual(expected);
});

const ingress = (hosts: string) =>
  exampleController(
    `webhookServer: { secret: { from: { existing: true } } }\n  chart: { values: { githubWebhookServer: { ingress: { enabled: true${hosts} } } } }`,
  );

it.each<[string, string, string[]]>([
  ['no host', '', ['enabled']],
  ['a host without a name', ', hosts: [{ paths: [{ path: /, pathType: Exact }] }]', ['hosts[0]']],
  [
    "the chart's example",
    ', hosts: [{ host: chart-example.local, paths: [{ path: /, pathType: Exact }] }]',
    ['hosts[0]'],
  ],
  [
    'paths of its own',
    ', hosts: [{ host: a.example.com, extraPaths: [{ path: /, pathType: Exact, backend: { service: { name: a, port: { number: 80 } } } }] }]',
    [],
  ],
])('judges an Ingress with %s', async (_, hosts, expected) => {
  const places = expected.map((place) => `FLC5109 ${values}.githubWebhookServer.ingress.${place}`);
  expect(await findCodes(ingress(hosts))).toEqual(places);
});
