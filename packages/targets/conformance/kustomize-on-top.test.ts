import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { KustomizeOutput } from '@fleetc/core';
import { formatYaml } from '@fleetc/kubernetes';
import { expect, it, type TestContext } from 'vitest';
import { kubeVersion } from '../src/kustomize/helm-charts.ts';
import { kustomizeTarget } from '../src/kustomize/kustomize-target.ts';
import { compileText } from './support/compile-text.ts';
import { readObjects } from '../test/support/read-objects.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { needsKubectl, needsTool, type Program, run } from './run-tool.ts';

const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github, certManager: false, namespace: arc }
registry: { direct: [docker.io] }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { existing: true } } } }
  web: { pat: { secret: { name: web-token, from: { existing: true } } } }
scopes:
  web: { repository: acme/web, credentials: web }
pools:
  ci:
    replicas: 2
    resources: { requests: { cpu: 500m, memory: 1Gi } }
    env: { TOKEN: { secret: { name: job-token, key: token } }, LEVEL: { configMap: { name: settings, key: level } } }
environments:
  staging: {}
  production: { override: { pools: { ci: { replicas: 4 } } } }
`;

const kustomizes: Readonly<Record<string, (context: TestContext) => Program>> = {
  'kustomize 5.0': (context) => needsTool(context, 'kustomize 5.0', 'build'),
  'kustomize 5.8': (context) => needsTool(context, 'kustomize 5.8', 'build'),
  'kubectl': (context) => needsKubectl(context, 'kustomize'),
};

async function writeFleet(helm: KustomizeOutput['helm']): Promise<string> {
  const root = createScratchFolder();
  const output = { target: 'kustomize', dir: 'build', helm } as const;
  const bundles = await compileText(fleet);
  const tree = await kustomizeTarget.layout(bundles, { hasEnvironments: true, output });
  writeTree(join(root, 'build'), tree);
  return root;
}

for (const [name, find] of Object.entries(kustomizes)) {
  it(`renames what refers to a Secret that a kustomization on top generates, by ${name}`, async (context) => {
    const program = find(context);
    const root = await writeFleet('values');
    const onTop = {
      resources: ['../build/overlays/production'],
      secretGenerator: [generated('web-token', 'github_token'), generated('job-token', 'token')],
      configMapGenerator: [generated('settings', 'level')],
      images: [{ name: 'summerwind/actions-runner', newTag: 'v2' }],
      replicas: [{ name: 'acme-ci', count: 7 }],
    };
    writeTree(root, [['mine/kustomization.yaml', formatYaml(onTop)]]);
    const objects = Object.values(readObjects(await run(program, [join(root, 'mine')])));
    const nameOf = (prefix: string) =>
      objects.map(({ metadata }) => metadata.name).find((one) => one.startsWith(`${prefix}-`));
    const pool = objects.find(({ kind }) => kind === 'RunnerDeployment');
    expect(nameOf('web-token')).toMatch(/^web-token-\w{10}$/);
    expect(pool).toMatchObject({
      spec: {
        replicas: 7,
        template: {
          spec: {
            image: 'summerwind/actions-runner:v2',
            githubAPICredentialsFrom: { secretRef: { name: nameOf('web-token') } },
            env: [
              { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: nameOf('settings') } } },
              { name: 'TOKEN', valueFrom: { secretKeyRef: { name: nameOf('job-token') } } },
            ],
          },
        },
      },
    });
  });
}

// 5.0 knows no `kubeVersion`, and no kustomize before 5.8 takes helm 4.
for (const [name, helm] of [
  ['kubectl', 'helm 3'],
  ['kustomize 5.8', 'helm 3'],
  ['kustomize 5.8', 'helm 4'],
] as const) {
  it(`lets ${name} render the charts with ${helm}`, async (context) => {
    const { path } = needsTool(context, helm);
    const flags = ['--enable-helm', '--helm-command', path];
    const { path: builder, args } = kustomizes[name]!(context);
    const program = { path: builder, args: [...args, ...flags] };
    const root = await writeFleet('kustomize');
    const overlay = join(root, 'build/overlays/staging');
    placeChart(overlay);
    const objects = Object.values(readObjects(await run(program, [overlay])));
    const seen = objects.find(({ metadata }) => metadata.name === 'seen') as unknown as Seen;
    expect(seen).toMatchObject({
      kind: 'ConfigMap',
      metadata: { namespace: 'arc' },
      data: { kubeVersion: `v${kubeVersion}` },
    });
    expect(JSON.parse(seen.data.values)).toMatchObject({
      authSecret: { name: 'controller-manager' },
      certManagerEnabled: true,
    });
    expect(objects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Namespace', 'RunnerDeployment', 'Deployment']),
    );
  });
}

/** An entry of a generator: a Secret or a ConfigMap with one key. */
function generated(name: string, key: string): object {
  return { name, namespace: 'arc', literals: [`${key}=a`] };
}

/** The ConfigMap of the chart that tells what it sees. */
interface Seen {
  readonly data: { readonly values: string };
}

/** Where kustomize looks before it asks the network; the older one without the version. */
function placeChart(overlay: string): void {
  const chart = resolve(import.meta.dirname, 'chart');
  const name = 'actions-runner-controller';
  for (const folder of [name, `${name}-0.23.7/${name}`]) {
    cpSync(chart, join(overlay, 'charts', folder), { recursive: true });
  }
}
