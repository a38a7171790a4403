import { expect, it } from 'vitest';
import { compileExample } from '../../testing/compile-example.ts';

const home = 'actions-runner-system';
const labels = {
  'app.kubernetes.io/name': 'actions-runner-controller',
  'app.kubernetes.io/instance': 'acme',
  'app.kubernetes.io/part-of': 'acme',
  'app.kubernetes.io/managed-by': 'fleetc',
};
const defaults = 'secrets: { default: externalSecret, store: vault, keyPrefix: ci/ }';

async function specOf(blocks: string, key = `${home}/github`): Promise<Record<string, unknown>> {
  const { secrets } = await compileExample(blocks);
  return secrets.get(key)!.object['spec'] as Record<string, unknown>;
}

it('lets the operator make the Secret of a token from the defaults of the file', async () => {
  const { secrets, bundle, diagnostics } = await compileExample(
    `${defaults}\ncredentials:\n  github: { pat: {} }`,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([...secrets.keys()]).toEqual([`${home}/github`]);
  expect(secrets.get(`${home}/github`)!.object).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'github', namespace: home, labels },
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: '1h0m0s',
      secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
      target: {
        name: 'github',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', type: 'Opaque', metadata: { labels } },
      },
      data: [
        {
          secretKey: 'github_token',
          remoteRef: {
            key: 'ci/github',
            conversionStrategy: 'Default',
            decodingStrategy: 'None',
            metadataPolicy: 'None',
          },
        },
      ],
    },
  });
  expect(bundle!.existingSecrets).toEqual([]);
  expect(bundle!.deliveredSecrets).toEqual([
    {
      name: 'github',
      namespace: home,
      consumers: ['controller'],
      keys: ['github_token'],
      path: ['credentials', 'github'],
      by: 'externalSecret',
      origin: 'ClusterSecretStore "vault", entry "ci/github"',
      values: ['github_token'],
    },
  ]);
});

it('makes one object in each namespace where the Secret is needed', async () => {
  const { secrets, bundle } = await compileExample(`${defaults}
credentials:
  github: { pat: {} }
  bot: { app: { id: 1, installationId: 2 } }
controller: { credentials: github, watch: cluster }
scopes:
  web: { repository: acme/web, credentials: bot }
pools:
  a: { scope: web, namespace: one }
  b: { scope: web, namespace: one }
  c: { scope: web, namespace: two }`);
  expect([...secrets.keys()]).toEqual([`${home}/github`, 'one/bot', 'two/bot']);
  expect(
    bundle!.deliveredSecrets.map(({ namespace, consumers }) => [namespace, consumers]),
  ).toEqual([
    [home, ['controller']],
    ['one', ['pool "a"', 'pool "b"']],
    ['two', ['pool "c"']],
  ]);
});

it('writes the ids of an App as they are and reads the key alone', async () => {
  const spec = await specOf(`${defaults}
credentials:
  github: { app: { id: 12, installationId: 34, secret: { from: { externalSecret: { property: key, version: "3", decoding: Base64 } } } } }`);
  expect(spec).toMatchObject({
    target: {
      template: {
        mergePolicy: 'Replace',
        data: {
          github_app_id: '12',
          github_app_installation_id: '34',
          github_app_private_key: '{{ .github_app_private_key }}',
        },
      },
    },
    data: [
      {
        secretKey: 'github_app_private_key',
        remoteRef: { key: 'ci/github', property: 'key', version: '3', decodingStrategy: 'Base64' },
      },
    ],
  });
});

it('reads a key from a place of its own where the file says so', async () => {
  const spec = await specOf(`${defaults}
credentials:
  github: { app: { id: 12, installationId: 34, secret: { from: { externalSecret: { fields: { github_app_id: { key: other, property: id }, github_app_private_key: { property: pem, decoding: Auto } } } } } } }`);
  expect(spec).toMatchObject({
    target: {
      template: {
        data: {
          github_app_id: '{{ .github_app_id }}',
          github_app_installation_id: '34',
          github_app_private_key: '{{ .github_app_private_key }}',
        },
      },
    },
    data: [
      { secretKey: 'github_app_id', remoteRef: { key: 'other', property: 'id' } },
      {
        secretKey: 'github_app_private_key',
        remoteRef: { key: 'ci/github', property: 'pem', decodingStrategy: 'Auto' },
      },
    ],
  });
});

it('tells a tenant of ghe.com where its GitHub is', async () => {
  const spec = await specOf(
    `${defaults}\ngithub: { url: https://acme.ghe.com }\ncredentials:\n  github: { pat: {} }`,
  );
  expect(spec).toMatchObject({
    target: {
      template: {
        data: {
          github_token: '{{ .github_token }}',
          github_url: 'https://api.acme.ghe.com',
          github_runner_url: 'https://acme.ghe.com',
        },
      },
    },
  });
});

const pull = (fields: string) => `${defaults}
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, ${fields} } }
registry: { pullSecrets: [hub] }`;

it('builds the configuration of a registry login from a name in the file and a password in the store', async () => {
  const spec = await specOf(pull('username: robot$ci'), `${home}/hub`);
  expect(spec).toMatchObject({
    target: {
      template: {
        type: 'kubernetes.io/dockerconfigjson',
        data: {
          '.dockerconfigjson':
            '{{ dict `auths` (dict `https://index.docker.io/v1/` (dict `username` `robot$ci` `password` .password `auth` (printf `%s:%s` `robot$ci` .password | b64enc))) | toJson }}',
        },
      },
    },
    data: [{ secretKey: 'password', remoteRef: { key: 'ci/hub' } }],
  });
});

it('takes the name of a registry login from the store, too', async () => {
  const fields =
    'secret: { from: { externalSecret: { fields: { username: { property: user }, password: { property: pass } } } } }';
  const spec = await specOf(pull(fields), `${home}/hub`);
  expect(spec['data']).toMatchObject([
    { secretKey: 'password', remoteRef: { property: 'pass' } },
    { secretKey: 'username', remoteRef: { property: 'user' } },
  ]);
  expect(JSON.stringify(spec['target'])).toContain('`username` .username `password` .password');
});

it('takes a whole configuration that the store holds', async () => {
  const fields =
    'secret: { from: { externalSecret: { fields: { .dockerconfigjson: { property: config } } } } }';
  const spec = await specOf(pull(fields), `${home}/hub`);
  expect(spec['data']).toMatchObject([
    { secretKey: '.dockerconfigjson', remoteRef: { key: 'ci/hub', property: 'config' } },
  ]);
  expect(spec['target']).not.toHaveProperty('template.data');
});

const refreshed = (fields: string) =>
  specOf(
    `secrets: { default: externalSecret, refresh: 90m, store: { name: local, kind: SecretStore } }\ncredentials:\n  github: { pat: { secret: { from: { externalSecret: { ${fields} } } } } }`,
  );

it('says when to read again only to whom it means something', async () => {
  expect(await refreshed('')).toMatchObject({
    refreshPolicy: 'Periodic',
    refreshInterval: '1h30m0s',
    secretStoreRef: { name: 'local', kind: 'SecretStore' },
  });
  expect(await refreshed('refresh: 1.5h')).toMatchObject({ refreshInterval: '1h30m0s' });
  for (const policy of ['OnChange', 'CreatedOnce']) {
    const spec = await refreshed(`refreshPolicy: ${policy}, refresh: 5m`);
    expect(spec['refreshPolicy']).toBe(policy);
    expect(spec).not.toHaveProperty('refreshInterval');
  }
});

it('keeps annotations from being evaluated', async () => {
  const { secrets } = await compileExample(
    `${defaults}\nmetadata: { name: acme, annotations: { a: "{{ .github_token }}", b: plain } }\ncredentials:\n  github: { pat: {} }`,
  );
  const { object } = secrets.get(`${home}/github`)!;
  expect(object).toMatchObject({
    metadata: { annotations: { a: '{{ .github_token }}', b: 'plain' } },
    spec: {
      target: {
        template: {
          metadata: { annotations: { a: '{{ `{{ .github_token }}` }}', b: 'plain' } },
        },
      },
    },
  });
});

it('knows the line of each field', async () => {
  const { secrets, writtenAt } =
    await compileExample(`secrets: { store: vault, refresh: 2h, keyPrefix: ci/, property: value }
credentials:
  github: { app: { id: 12, installationId: 34, secret: { name: gh, from: { externalSecret: { fields: { github_app_id: { key: other } } } } } } }`);
  const item = secrets.get(`${home}/gh`)!;
  const at = (...path: (string | number)[]) => writtenAt(item, path);
  expect(at('metadata', 'name')).toBe('gh');
  expect(at('spec', 'secretStoreRef', 'name')).toBe('vault');
  expect(at('spec', 'refreshInterval')).toBe('2h');
  expect(at('spec', 'target', 'template', 'data', 'github_app_installation_id')).toBe('34');
  expect(at('spec', 'data', 0, 'remoteRef', 'key')).toBe('other');
  expect(at('spec', 'data', 1, 'remoteRef', 'key')).toBe('ci/');
  expect(at('spec', 'data', 1, 'remoteRef', 'property')).toBe('value');
});

it('says in words what is read', async () => {
  const { bundle } = await compileExample(
    pull(
      'secret: { from: { externalSecret: { fields: { username: { key: users, property: u }, password: { property: p } } } } }',
    ),
  );
  expect(bundle!.deliveredSecrets[0]!.origin).toBe(
    'ClusterSecretStore "vault", entry "ci/hub", part "p", entry "users", part "u"',
  );
});
