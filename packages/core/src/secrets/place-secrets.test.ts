import type { Fleet, GitHubCredential, SecretOrigin } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { app, controller, fleet, login, pat, pool, scope } from '../testing/fleet-builder.ts';
import { placeSecrets } from './place-secrets.ts';

function from<T extends GitHubCredential>(credential: T, origin: SecretOrigin): T {
  return { ...credential, secret: { ...credential.secret, from: origin } };
}

const fromEnv = { source: 'env', variable: 'GITHUB_TOKEN' } as const;
const fromFile = { source: 'file', file: 'app.pem' } as const;

it('asks for the token of the controller where the controller runs, and nowhere else', () => {
  const credential = from(pat('github'), fromEnv);
  const pools = [pool({ namespace: 'runners' })];
  const { pending, existing } = placeSecrets(
    fleet({
      controller: controller({ credential }),
      pools,
      labels: { team: 'ci' },
      annotations: { a: 'b' },
    }),
  );
  expect(existing).toEqual([]);
  expect(pending).toEqual([
    {
      name: 'github',
      namespace: 'actions-runner-system',
      consumers: ['controller'],
      keys: ['github_token'],
      path: ['credentials', 'github'],
      type: 'Opaque',
      labels: {
        'team': 'ci',
        'app.kubernetes.io/name': 'actions-runner-controller',
        'app.kubernetes.io/instance': 'acme',
        'app.kubernetes.io/part-of': 'acme',
        'app.kubernetes.io/managed-by': 'fleetc',
      },
      annotations: { a: 'b' },
      content: { form: 'keys', literal: {}, key: 'github_token', value: fromEnv },
    },
  ]);
});

it('puts the Secret of a scope into every namespace whose pools use it, ids as they are', () => {
  const scopes = [scope({ credential: from(app('web-app'), fromFile) })];
  const pools = [
    pool({ name: 'a', namespace: 'one', scopes }),
    pool({ name: 'b', namespace: 'one', scopes }),
    pool({ name: 'c', namespace: 'two', scopes }),
  ];
  const { pending } = placeSecrets(fleet({ pools }));
  expect(pending.map(({ namespace, consumers }) => [namespace, consumers])).toEqual([
    ['one', ['pool "a"', 'pool "b"']],
    ['two', ['pool "c"']],
  ]);
  expect(pending[0]!.keys).toEqual([
    'github_app_id',
    'github_app_installation_id',
    'github_app_private_key',
  ]);
  expect(pending[0]!.content).toEqual({
    form: 'keys',
    literal: { github_app_id: '12345', github_app_installation_id: '67890' },
    key: 'github_app_private_key',
    value: fromFile,
  });
});

it('tells a scope’s client the addresses of ghe.com, which it does not take over', () => {
  const github = { url: 'https://acme.ghe.com', product: 'ghe.com' } as const;
  const scopes = [scope({ credential: from(pat('other'), fromEnv) })];
  const { pending } = placeSecrets(fleet({ github, pools: [pool({ scopes })] }));
  expect(pending[0]!.content).toMatchObject({
    literal: { github_url: 'https://api.acme.ghe.com', github_runner_url: 'https://acme.ghe.com' },
  });
});

it('asks for those addresses in a Secret that somebody else makes', () => {
  const github = { url: 'https://acme.ghe.com', product: 'ghe.com' } as const;
  const scopes = [scope({ credential: pat('other') })];
  const keysOf = (fields: Partial<Fleet>) =>
    placeSecrets(fleet({ pools: [pool({ scopes })], ...fields })).existing.map(({ keys }) => keys);
  expect(keysOf({ github })).toEqual([
    ['github_token'],
    ['github_token', 'github_runner_url', 'github_url'],
  ]);
  expect(keysOf({})).toEqual([['github_token'], ['github_token']]);
});

it('puts a pull secret wherever a pod pulls', () => {
  const registry = { path: ['registry'], direct: [], images: {}, pullSecrets: [login('harbor')] };
  const { pending } = placeSecrets(fleet({ registry, pools: [pool({ namespace: 'runners' })] }));
  expect(pending.map(({ namespace, consumers }) => [namespace, consumers])).toEqual([
    ['actions-runner-system', ['controller']],
    ['cert-manager', ['cert-manager']],
    ['runners', ['pool "ci"']],
  ]);
  expect(pending[0]).toMatchObject({
    type: 'kubernetes.io/dockerconfigjson',
    keys: ['.dockerconfigjson'],
    content: {
      form: 'dockerconfigjson',
      server: 'harbor.example.com',
      username: 'robot$ci',
      password: { source: 'env', variable: 'PULL_PASSWORD' },
    },
  });
});

it('knows that the servers beside the controller pull with its secrets', () => {
  const registry = { path: ['registry'], direct: [], images: {}, pullSecrets: [login('harbor')] };
  const webhookServer = { path: ['a'], replicas: 1, runnerGroupVisibility: false };
  const metrics = { ...controller().metrics, server: { path: ['b'], replicas: 1 } };
  const { pending } = placeSecrets(
    fleet({ registry, pools: [], controller: controller({ webhookServer, metrics }) }),
  );
  expect(pending[0]!.consumers).toEqual(['controller', 'webhook server', 'metrics server']);
});

it('writes Docker Hub under the one key that Docker looks for', () => {
  const servers = ['docker.io', 'index.docker.io', 'Harbor.Example.com:8443'].map((server) => {
    const pullSecrets = [login('x', server)];
    const registry = { path: ['registry'], direct: [], images: {}, pullSecrets };
    return placeSecrets(fleet({ registry })).pending[0]!.content;
  });
  expect(servers).toMatchObject([
    { server: 'https://index.docker.io/v1/' },
    { server: 'https://index.docker.io/v1/' },
    { server: 'harbor.example.com:8443' },
  ]);
});

it('lists webhook secrets, and who shares the controller’s credential', () => {
  const hook = ['controller', 'webhookServer', 'secret'];
  const webhookServer = {
    path: ['controller', 'webhookServer'],
    replicas: 1,
    runnerGroupVisibility: true,
    secret: { path: hook, name: 'hook', from: { source: 'env', variable: 'HOOK' } as const },
  };
  const { pending, existing } = placeSecrets(fleet({ controller: controller({ webhookServer }) }));
  expect(existing).toMatchObject([{ name: 'github', consumers: ['controller', 'webhook server'] }]);
  expect(pending).toMatchObject([
    {
      name: 'hook',
      path: hook,
      keys: ['github_webhook_secret_token'],
      content: { form: 'keys', literal: {}, key: 'github_webhook_secret_token' },
    },
  ]);
});

it('lists the Secrets that pods do not start without', () => {
  const source = { type: 'secret', secret: 'files' } as const;
  const { existing } = placeSecrets(
    fleet({
      pools: [
        pool({
          env: [
            { name: 'A', secret: { name: 'npm', key: 'token' } },
            { name: 'B', secret: { name: 'npm', key: 'user' } },
            { name: 'C', secret: { name: 'maybe', key: 'x', optional: true } },
          ],
          envFrom: [
            { name: 'all', kind: 'secret', object: 'every-key' },
            { name: 'config', kind: 'configMap', object: 'no-secret' },
          ],
          volumes: [{ name: 'v', mountPath: '/v', source }],
        }),
      ],
    }),
  );
  expect(existing).toEqual([
    {
      name: 'every-key',
      namespace: 'actions-runner-system',
      consumers: ['pool "ci"'],
      keys: [],
      path: ['pools', 'ci', 'envFrom', 'all'],
    },
    {
      name: 'files',
      namespace: 'actions-runner-system',
      consumers: ['pool "ci"'],
      keys: [],
      path: ['pools', 'ci', 'volumes', 'v'],
    },
    {
      name: 'github',
      namespace: 'actions-runner-system',
      consumers: ['controller'],
      keys: ['github_token'],
      path: ['credentials', 'github'],
    },
    {
      name: 'npm',
      namespace: 'actions-runner-system',
      consumers: ['pool "ci"'],
      keys: ['token', 'user'],
      path: ['pools', 'ci', 'env', 'A'],
    },
  ]);
});

it('lists the Secret with a private CA wherever a pod trusts it', () => {
  const network = { path: ['network'], ca: { kind: 'secret', name: 'ca', key: 'k' } } as const;
  const { existing } = placeSecrets(fleet({ network, pools: [pool({ namespace: 'runners' })] }));
  const use = { name: 'ca', keys: ['k'], path: ['network', 'ca'] };
  expect(existing.filter(({ name }) => name === 'ca')).toEqual([
    { ...use, namespace: 'actions-runner-system', consumers: ['controller'] },
    { ...use, namespace: 'runners', consumers: ['pool "ci"'] },
  ]);
});
