import { expect, it } from 'vitest';
import { compileExample } from '../../testing/compile-example.ts';

const home = 'actions-runner-system';
const labels = {
  'app.kubernetes.io/name': 'actions-runner-controller',
  'app.kubernetes.io/instance': 'acme',
  'app.kubernetes.io/part-of': 'acme',
  'app.kubernetes.io/managed-by': 'fleetc',
};
const defaults = 'secrets: { default: vaultSecret, vault: { mount: kv, auth: vault/arc } }';

function read(field: string): string {
  return `{{ if not (hasKey .Secrets \`${field}\`) }}{{ fail \`the entry has no field ${field}\` }}{{ end }}`;
}

async function objectOf(blocks: string, name = 'github') {
  const { secrets } = await compileExample(blocks);
  return secrets.get(`${home}/${name}`)!.object;
}

it('lets the operator create the Secret of a token, with no key but the one that is read', async () => {
  const { secrets, bundle } = await compileExample(
    `${defaults}\nmetadata: { name: acme, annotations: { a: "{{ b }}" } }\ncredentials:\n  github: { pat: {} }`,
  );
  expect(secrets.get(`${home}/github`)!.object).toEqual({
    apiVersion: 'secrets.hashicorp.com/v1beta1',
    kind: 'VaultStaticSecret',
    metadata: { name: 'github', namespace: home, labels, annotations: { a: '{{ b }}' } },
    spec: {
      vaultAuthRef: 'vault/arc',
      mount: 'kv',
      type: 'kv-v2',
      path: 'github',
      refreshAfter: '1h',
      destination: {
        create: true,
        name: 'github',
        type: 'Opaque',
        labels,
        annotations: { a: '{{ b }}' },
        transformation: {
          excludeRaw: true,
          excludes: ['.*'],
          templates: {
            github_token: { text: `${read('github_token')}{{ get .Secrets \`github_token\` }}` },
          },
        },
      },
    },
  });
  expect(bundle!.deliveredSecrets).toEqual([
    {
      name: 'github',
      namespace: home,
      consumers: ['controller'],
      keys: ['github_token'],
      path: ['credentials', 'github'],
      by: 'vaultSecret',
      origin: 'Vault, mount "kv", entry "github", field "github_token"',
      values: ['github_token'],
    },
  ]);
});

it('reads the field that the file names and writes the ids of an App as they are', async () => {
  const object =
    await objectOf(`secrets: { vault: { mount: kv, type: kv-v1 }, refresh: 30m, keyPrefix: ci/ }
credentials:
  github: { app: { id: 12, installationId: 34, secret: { from: { vaultSecret: { field: "private.key" } } } } }`);
  expect(object['spec']).toMatchObject({
    type: 'kv-v1',
    path: 'ci/github',
    refreshAfter: '30m',
    destination: {
      transformation: {
        templates: {
          github_app_id: { text: '12' },
          github_app_installation_id: { text: '34' },
          github_app_private_key: {
            text: `${read('private.key')}{{ get .Secrets \`private.key\` }}`,
          },
        },
      },
    },
  });
  expect(object['spec']).not.toHaveProperty('vaultAuthRef');
});

const pull = (fields: string) => `${defaults}
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: harbor.example.com, ${fields} } }
registry: { pullSecrets: [hub] }`;

async function configOf(fields: string): Promise<unknown> {
  const { spec } = (await objectOf(pull(fields), 'hub')) as {
    spec?: { destination: { transformation: { templates: unknown } } };
  };
  return spec!.destination.transformation.templates;
}

it('builds the configuration of a registry login', async () => {
  expect(await configOf('username: ci')).toEqual({
    '.dockerconfigjson': {
      text: `${read('password')}{{ dict \`auths\` (dict \`harbor.example.com\` (dict \`username\` \`ci\` \`password\` (get .Secrets \`password\`) \`auth\` (printf \`%s:%s\` \`ci\` (get .Secrets \`password\`) | b64enc))) | toJson }}`,
    },
  });
});

const from = (fields: string) => `secret: { from: { vaultSecret: { fields: ${fields} } } }`;

it('takes both parts of a login, or all of it, from fields', async () => {
  const both = JSON.stringify(await configOf(from('{ username: user, password: robot_secret }')));
  expect(both).toContain(read('robot_secret') + read('user'));
  expect(both).toContain(
    '`username` (get .Secrets `user`) `password` (get .Secrets `robot_secret`)',
  );
  expect(await configOf(from('{ .dockerconfigjson: config }'))).toEqual({
    '.dockerconfigjson': { text: `${read('config')}{{ get .Secrets \`config\` }}` },
  });
});

it('knows the line of each field', async () => {
  const { secrets, writtenAt } =
    await compileExample(`secrets: { vault: { mount: kv, type: kv-v2, auth: arc }, refresh: 2h }
credentials:
  github: { pat: { secret: { name: gh, from: { vaultSecret: { entry: ci/github, refresh: 5m } } } } }`);
  const item = secrets.get(`${home}/gh`)!;
  const at = (...path: string[]) => writtenAt(item, ['spec', ...path]);
  expect(at('vaultAuthRef')).toBe('arc');
  expect(at('mount')).toBe('kv');
  expect(at('type')).toBe('kv-v2');
  expect(at('path')).toBe('ci/github');
  expect(at('refreshAfter')).toBe('5m');
  expect(at('destination', 'name')).toBe('gh');
});
