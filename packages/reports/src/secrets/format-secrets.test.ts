import { type Bundle, compile } from '@fleetc/core';
import { exampleFleet, type Fleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { formatSecretsJson } from './format-secrets-json.ts';
import { formatSecretsTable } from './format-secrets-table.ts';
import { listSecrets } from './secret-list.ts';

const everything = `credentials:
  github: { pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }
  web-app: { app: { id: 1, installationId: 2, secret: { name: web-app, from: { file: keys/web.pem } } } }
  packages: { registry: { server: GHCR.io, username: robot, secret: { from: { existing: true } } } }
controller: { credentials: github, watch: cluster }
registry: { direct: [docker.io], pullSecrets: [packages] }
scopes:
  acme: { organization: acme }
  web: { repository: acme/web, credentials: web-app }
profiles: { default: { resources: { requests: { cpu: 500m, memory: 1Gi } } } }
pools:
  a: { scope: web, namespace: runners }
  b: { scope: web, namespace: runners, env: { NPM: { secret: { name: npm, key: token } } } }
`;

async function compiled(blocks: string): Promise<{ bundle: Bundle; fleet: Fleet }> {
  const text = exampleFleet(blocks);
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text });
  const [environment] = environments;
  if (!environment?.bundle) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { fleet: environment.fleet, bundle: environment.bundle };
}

it('lists source, keys, consumers and permissions of every Secret in 80 columns', async () => {
  const { bundle, fleet } = await compiled(everything);
  const text = formatSecretsTable([listSecrets(bundle, fleet)], false);
  expect(`\n${text}`).toContain(`
actions-runner-system/controller-manager
  source   environment variable ACME_TOKEN
  type     Opaque
  keys     github_token
  used by  controller
  GitHub   classic token for organization acme needs repo, admin:org,
`);
  expect(text).toContain(`
runners/npm
  source   exists already
  keys     token
  used by  pool b
`);
  expect(text).toContain(`
runners/packages
  source   exists already
  type     kubernetes.io/dockerconfigjson
  keys     .dockerconfigjson
  used by  pools a, b
  GitHub   classic token for packages needs read:packages
`);
  expect(text).toContain(`
runners/web-app
  source   file keys/web.pem
  type     Opaque
  keys     github_app_id, github_app_installation_id, github_app_private_key
  used by  pools a, b
  GitHub   App for repository acme/web needs Repository: Actions (read),
           Repository: Administration (read and write),
           Repository: Metadata (read)
`);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it('lists what an operator or a file brings with the place that it comes from', async () => {
  const { bundle, fleet } = await compiled(everything);
  const [first] = bundle.pendingSecrets;
  const delivered = { ...first!, by: 'externalSecret', origin: 'store vault, entry ci/github' };
  const changed = { ...bundle, pendingSecrets: [], existingSecrets: [] };
  const list = listSecrets({ ...changed, deliveredSecrets: [delivered] } as Bundle, fleet);
  expect(formatSecretsTable([list], true)).toMatch(
    /^Environment default\n\n\S+\n {2}source {3}External Secrets: store vault, entry ci\/github\n/,
  );
  expect(list.secrets[0]!.source).toEqual({
    kind: 'externalSecret',
    detail: 'store vault, entry ci/github',
  });
  expect(formatSecretsTable([listSecrets(changed, fleet)], false)).toContain('No Secrets\n');
});

it('says the same in JSON, in the order of namespaces and names', async () => {
  const { bundle, fleet } = await compiled(everything);
  const { version, environments } = JSON.parse(formatSecretsJson([listSecrets(bundle, fleet)]));
  expect(version).toBe(1);
  const [{ name, secrets }] = environments;
  expect(name).toBe('default');
  const names = secrets.map((secret: { namespace: string; name: string }) => {
    return `${secret.namespace}/${secret.name}`;
  });
  expect(names).toEqual([...names].sort());
  expect(secrets.at(-1)).toEqual({
    namespace: 'runners',
    name: 'web-app',
    type: 'Opaque',
    source: { kind: 'file', detail: 'keys/web.pem' },
    keys: ['github_app_id', 'github_app_installation_id', 'github_app_private_key'],
    consumers: ['pool "a"', 'pool "b"'],
    github: [
      {
        credential: 'app',
        target: 'repository acme/web',
        permissions: [
          'Repository: Actions (read)',
          'Repository: Administration (read and write)',
          'Repository: Metadata (read)',
        ],
      },
    ],
  });
});
