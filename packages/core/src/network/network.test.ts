import type { Fleet, Network } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { originOf, releaseOf, runnerOf, runnerSpec, valuesOf } from '../testing/compile.ts';
import { controller, fleet, pool } from '../testing/fleet-builder.ts';

const chart = 'actions-runner-controller';
const path = ['network'];
const url = 'http://proxy.example.com:3128';
const no =
  'localhost,127.0.0.1,kubernetes.default.svc,.svc,.cluster.local,$(KUBERNETES_SERVICE_HOST),.example.com';

const proxied: Network = { path, proxy: { http: url, https: url, no: ['.example.com', '.svc'] } };
const capitals = [
  { name: 'HTTP_PROXY', value: url },
  { name: 'HTTPS_PROXY', value: url },
  { name: 'NO_PROXY', value: no },
];
const both = capitals.flatMap((item) => [item, { ...item, name: item.name.toLowerCase() }]);
const groupId = { name: 'DOCKER_GROUP_GID', value: '121' };

function podOf(spec: unknown): Record<string, unknown> {
  return (spec as { template: { spec: Record<string, unknown> } }).template.spec;
}

function withServers(network: Network): Fleet {
  const webhookServer = {
    path: ['controller', 'webhookServer'],
    replicas: 1,
    runnerGroupVisibility: false,
  };
  const metrics = {
    ...controller().metrics,
    server: { path: ['controller', 'metrics', 'server'] },
  };
  return fleet({ network, controller: controller({ webhookServer, metrics }) });
}

it('gives the proxy to the controller, its servers, the runner and its docker', async () => {
  const values = await valuesOf(withServers(proxied), chart);
  expect(values['env']).toEqual({ HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: no });
  expect(values['githubWebhookServer']).toMatchObject({ env: capitals });
  expect(values['actionsMetricsServer']).toMatchObject({
    env: [{ name: 'GITHUB_TOKEN' }, ...capitals],
  });
  const pod = podOf(await runnerSpec(pool(), { network: proxied }));
  expect(pod['env']).toEqual(both);
  expect(pod['dockerEnv']).toEqual([groupId, ...capitals]);
});

it('sets nothing where no proxy is named', async () => {
  const network: Network = { path, proxy: { no: ['.example.com'] } };
  expect(await valuesOf(fleet({ network }), chart)).toEqual(await valuesOf(fleet(), chart));
  expect(await runnerSpec(pool(), { network })).toEqual(await runnerSpec(pool()));
});

it('leaves out the protocol that has no proxy', async () => {
  const network: Network = { path, proxy: { https: url, no: ['.example.com'] } };
  const values = await valuesOf(fleet({ network }), chart);
  expect(values['env']).toEqual({ HTTPS_PROXY: url, NO_PROXY: no });
});

it('lets a variable of the pool win, in either case, over both of its spellings', async () => {
  const own = { name: 'https_proxy', value: 'http://other.example.com:8080' };
  const pod = podOf(await runnerSpec(pool({ env: [own] }), { network: proxied }));
  const kept = both.filter(({ name }) => name.toUpperCase() !== 'HTTPS_PROXY');
  expect(pod['env']).toEqual([...kept, own]);
});

const trusted: Network = { path, ca: { kind: 'configMap', name: 'acme-ca', key: 'root.pem' } };
const volume = {
  name: 'fleetc-private-ca',
  configMap: { name: 'acme-ca', items: [{ key: 'root.pem', path: 'ca.crt' }] },
};
const folder = { name: 'fleetc-private-ca', mountPath: '/etc/fleetc/ca', readOnly: true };

it('mounts a private CA into the controller, and tells its program so', async () => {
  const values = await valuesOf(withServers(trusted), chart);
  expect(values).toMatchObject({
    env: { SSL_CERT_FILE: '/etc/fleetc/ca/ca.crt' },
    additionalVolumes: [volume],
    additionalVolumeMounts: [folder],
  });
  // The chart mounts nothing into its servers.
  expect(values['githubWebhookServer']).not.toHaveProperty('env');
});

it('adds a private CA to what a runner and its docker trust', async () => {
  const pod = podOf(await runnerSpec(pool(), { network: trusted }));
  const file = { name: 'fleetc-private-ca', subPath: 'ca.crt', readOnly: true };
  const system = '/usr/local/share/ca-certificates/fleetc-private-ca.crt';
  expect(pod).toMatchObject({
    env: [
      { name: 'NODE_EXTRA_CA_CERTS', value: system },
      { name: 'RUNNER_UPDATE_CA_CERTS', value: '1' },
    ],
    volumes: [volume],
    volumeMounts: [
      { ...file, mountPath: '/etc/ssl/certs/fleetc-private-ca.crt' },
      { ...file, mountPath: system },
    ],
    dockerEnv: [groupId, { name: 'SSL_CERT_FILE', value: '/etc/fleetc/ca/ca.crt' }],
    dockerVolumeMounts: [folder],
  });
});

it('reads the certificates of a set from a Secret in the same way', async () => {
  const network: Network = { path, ca: { kind: 'secret', name: 'acme-ca', key: 'ca.crt' } };
  const pod = podOf(await runnerSpec(pool({ kind: 'set' }), { network }));
  const source = { secretName: 'acme-ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] };
  expect(pod['volumes']).toEqual([{ name: 'fleetc-private-ca', secret: source }]);
  expect(pod['containers']).toMatchObject([
    { name: 'runner', volumeMounts: [{}, {}] },
    { name: 'docker', volumeMounts: [folder] },
  ]);
});

it('answers which line set a variable and a volume', async () => {
  const network = { ...proxied, ...trusted };
  const release = await releaseOf(withServers(network), chart);
  const runner = await runnerOf(pool(), { network });
  const asked = {
    'env.NO_PROXY': 'network.proxy.no',
    'env.SSL_CERT_FILE': 'network.ca',
    'additionalVolumes.0.configMap.name': 'network.ca',
    'githubWebhookServer.env.1.value': 'network.proxy.https',
  };
  const answers = Object.keys(asked).map((place) => [place, originOf(release, place)]);
  expect(Object.fromEntries(answers)).toEqual(asked);
  expect(originOf(runner, 'spec.template.spec.env.3.value')).toBe('network.proxy.https');
  expect(originOf(runner, 'spec.template.spec.volumes.0.configMap')).toBe('network.ca');
});
