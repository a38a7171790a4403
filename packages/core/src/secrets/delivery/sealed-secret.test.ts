import { expect, it } from 'vitest';
import { compileExample } from '../../testing/compile-example.ts';

const home = 'actions-runner-system';
const labels = {
  'app.kubernetes.io/name': 'actions-runner-controller',
  'app.kubernetes.io/instance': 'acme',
  'app.kubernetes.io/part-of': 'acme',
  'app.kubernetes.io/managed-by': 'fleetc',
};
// As long as the ciphertext of a private key.
const cipher = (letter: string) => `AQA${letter.repeat(2497)}`;
const token = (sealed: string, rest = '') =>
  `credentials:\n  github: { pat: { secret: { from: { sealedSecret: { ${rest}sealed: ${sealed} } } } } }`;

async function problems(blocks: string) {
  const { diagnostics, bundle } = await compileExample(blocks);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) expect(bundle).toBeUndefined();
  return errors.map(({ code, message, fix }) => ({ code, message, fix }));
}

it('emits ciphertext around which the Secret is made', async () => {
  const { secrets, bundle } = await compileExample(
    `metadata: { name: acme, annotations: { a: b } }\n${token(`{ ${home}/github: { github_token: ${cipher('A')} } }`)}`,
  );
  expect(secrets.get(`${home}/github`)!.object).toEqual({
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { name: 'github', namespace: home, labels, annotations: { a: 'b' } },
    spec: {
      encryptedData: { github_token: cipher('A') },
      template: {
        type: 'Opaque',
        metadata: { name: 'github', namespace: home, labels, annotations: { a: 'b' } },
      },
    },
  });
  expect(bundle!.deliveredSecrets).toMatchObject([
    {
      name: 'github',
      keys: ['github_token'],
      by: 'sealedSecret',
      origin: `sealed for "${home}/github"`,
    },
  ]);
});

it.each([
  ['namespace', home, 'sealedsecrets.bitnami.com/namespace-wide'],
  ['cluster', '"*"', 'sealedsecrets.bitnami.com/cluster-wide'],
])('says the scope %s in both places', async (scope, label, annotation) => {
  const blocks = token(`{ ${label}: { github_token: ${cipher('B')} } }`, `scope: ${scope}, `);
  const { secrets } = await compileExample(blocks);
  const annotations = { [annotation]: 'true' };
  expect(secrets.get(`${home}/github`)!.object).toMatchObject({
    metadata: { annotations },
    spec: {
      encryptedData: { github_token: cipher('B') },
      template: { metadata: { annotations } },
    },
  });
});

const app = (sealed: string) =>
  `credentials:\n  github: { app: { id: 12, installationId: 34, secret: { from: { sealedSecret: { sealed: { ${home}/github: ${sealed} } } } } } }`;

const specOf = async (sealed: string) =>
  (await compileExample(app(sealed))).secrets.get(`${home}/github`)!.object['spec'];

it('adds what is no secret by a template, unless it was sealed, too', async () => {
  expect(await specOf(`{ github_app_private_key: ${cipher('A')} }`)).toMatchObject({
    encryptedData: { github_app_private_key: cipher('A') },
    template: { data: { github_app_id: '12', github_app_installation_id: '34' } },
  });
  const all = `{ github_app_id: ${cipher('A')}, github_app_installation_id: ${cipher('B')}, github_app_private_key: ${cipher('C')} }`;
  expect(await specOf(all)).not.toHaveProperty('template.data');
});

it('gives a pull secret its type', async () => {
  const { secrets } = await compileExample(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { from: { sealedSecret: { scope: cluster, sealed: { "*": { .dockerconfigjson: ${cipher('D')} } } } } } } }
registry: { pullSecrets: [hub] }`);
  expect([...secrets.keys()]).toEqual([`${home}/hub`, 'cert-manager/hub']);
  for (const { object } of secrets.values()) {
    expect(object['spec']).toMatchObject({
      encryptedData: { '.dockerconfigjson': cipher('D') },
      template: { type: 'kubernetes.io/dockerconfigjson' },
    });
  }
});

const twoNamespaces = (sealed: string) => `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  bot: { pat: { secret: { from: { sealedSecret: { sealed: ${sealed} } } } } }
controller: { credentials: github, watch: cluster }
scopes:
  web: { repository: acme/web, credentials: bot }
pools:
  a: { scope: web, namespace: one }
  b: { scope: web, namespace: two }`;

it('takes the ciphertext of each namespace', async () => {
  const { secrets } = await compileExample(
    twoNamespaces(
      `{ one/bot: { github_token: ${cipher('A')} }, two/bot: { github_token: ${cipher('B')} } }`,
    ),
  );
  const data = [...secrets].map(([place, { object }]) => [
    place,
    (object['spec'] as { encryptedData: object }).encryptedData,
  ]);
  expect(data).toEqual([
    ['one/bot', { github_token: cipher('A') }],
    ['two/bot', { github_token: cipher('B') }],
  ]);
});

it('says once for what nothing is sealed, and for what it is', async () => {
  expect(await problems(twoNamespaces('{}'))).toEqual([
    {
      code: 'FLC4123',
      message: 'the Secret "bot" of credential "bot" is not sealed for "one/bot" and "two/bot"',
      fix: 'pipe the value into "fleetc seal bot --cert FILE"',
    },
  ]);
  const old = `{ one/bot: { github_token: ${cipher('A')} }, old/bot: { github_token: ${cipher('A')} } }`;
  expect(await problems(twoNamespaces(old))).toMatchObject([
    {
      code: 'FLC4123',
      message:
        'the Secret "bot" of credential "bot" is not sealed for "two/bot", only for "old/bot" and "one/bot"',
    },
  ]);
});

it.each([
  ['{}', 'lacks "github_token"'],
  [`{ token: ${cipher('A')} }`, 'holds "token", which nothing reads, and lacks "github_token"'],
  [`{ github_token: ${cipher('A')}, user: ${cipher('A')} }`, 'holds "user", which nothing reads'],
])('compares the keys with those that are read: %s', async (keys, words) => {
  expect(await problems(token(`{ ${home}/github: ${keys} }`))).toMatchObject([
    {
      code: 'FLC4124',
      message: `what is sealed for "${home}/github" of credential "github" ${words}`,
    },
  ]);
});

it('compares the keys once, however many namespaces share the ciphertext', async () => {
  const blocks = twoNamespaces(`{ "*": { token: ${cipher('A')} } }, scope: cluster`);
  expect(await problems(blocks)).toHaveLength(1);
});

it('knows the line of the ciphertext', async () => {
  const { secrets, writtenAt } = await compileExample(
    token(`{ ${home}/github: { github_token: ${cipher('A')} } }`),
  );
  const item = secrets.get(`${home}/github`)!;
  expect(writtenAt(item, ['spec', 'encryptedData', 'github_token'])).toBe(cipher('A'));
});

it('tells the command that seals, and the scope that would do', async () => {
  const sealed = `{ "*": { github_token: ${cipher('A')} } }`;
  expect(await problems(token(sealed))).toMatchObject([
    { fix: 'pipe the value into "fleetc seal github --cert FILE", or say "scope: cluster"' },
  ]);
  const hook =
    'secrets: { sealing: { certificate: sealing.pem } }\ncontroller:\n  webhookServer: { secret: { name: h, from: { sealedSecret: {} } } }\n';
  expect(await problems(hook)).toMatchObject([
    {
      message: `the Secret "h" of the webhook server is not sealed for "${home}/h"`,
      fix: 'pipe the value into "fleetc seal webhookServer"',
    },
  ]);
});

it('seals for an environment where the source is its own', async () => {
  const blocks = `${token(`{ ${home}/github: { github_token: ${cipher('A')} } }`)}
environments:
  production:
    override: { credentials: { github: { pat: { secret: { from: { sealedSecret: { sealed: { x/y: {} } } } } } } }, controller: { namespace: arc } }`;
  expect(await problems(blocks)).toMatchObject([
    { fix: 'pipe the value into "fleetc seal github --env production --cert FILE"' },
  ]);
});

it('tells ciphertext that is cut off, with the command that seals again', async () => {
  const blocks = twoNamespaces(
    `{ one/bot: { github_token: ${cipher('A').slice(0, 380)} }, two/bot: { github_token: ${cipher('B')} } }`,
  );
  expect(await problems(blocks)).toEqual([
    {
      code: 'FLC4126',
      message:
        'the ciphertext of "github_token" of credential "bot" for "one/bot" is cut off: 11 bytes are left of a value that has more',
      fix: 'restore it from Git, or pipe the value into "fleetc seal bot --cert FILE --reseal"',
    },
  ]);
});

it('says of a key that nothing reads nothing more', async () => {
  const keys = `{ github_token: ${cipher('A')}, user: ${cipher('A').slice(0, 256)} }`;
  expect(await problems(token(`{ ${home}/github: ${keys} }`))).toMatchObject([{ code: 'FLC4124' }]);
});
