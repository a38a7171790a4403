import type { ArgocdOutput, Bundle } from '@fleetc/core';
import type { Application, ApplicationSet, AppProject } from '@fleetc/kubernetes';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { targets } from '../targets.ts';
import { createObject, wholeBundle } from '../testing/bundle.ts';
import { argocdOutput } from '../testing/outputs.ts';
import { printTree } from '../testing/whole-tree.ts';
import { argocdTarget } from './argocd-target.ts';

const staging: Bundle = { ...wholeBundle, environment: 'staging', destination: { name: 'stage' } };
const production: Bundle = {
  ...wholeBundle,
  environment: 'production',
  destination: { server: 'https://production.example.com' },
};

function layOut(bundles: readonly Bundle[], changes: Partial<ArgocdOutput> = {}) {
  const output = { ...argocdOutput, ...changes };
  const hasEnvironments = bundles[0]!.environment !== 'default';
  return argocdTarget.layout(bundles, { output, hasEnvironments });
}

/** The root of the tree and what is below `applications/` are of these kinds. */
async function read<T = Application>(
  file: string,
  changes: Partial<ArgocdOutput> = {},
  bundles: readonly Bundle[] = [wholeBundle],
): Promise<T> {
  return load((await layOut(bundles, changes)).get(file)!) as T;
}

it('is in the table of targets', async () => {
  expect(await targets.argocd()).toBe(argocdTarget);
});

it('lays out a whole bundle', async () => {
  const tree = await layOut([wholeBundle]);
  await expect(printTree(tree)).toMatchFileSnapshot('../testing/whole-bundle-argocd.txt');
});

it('gives each environment folders of its own below shared ones', async () => {
  const tree = await layOut([staging, production], { health: true });
  const folders = [...tree.keys()].map((path) => path.replace(/(?<=^[^/]+\/[^/]+\/).*/, ''));
  expect([...new Set(folders)]).toEqual([
    'README.md',
    'applications/production/',
    'applications/staging/',
    'argocd-cm.patch.yaml',
    'manifests/production/',
    'manifests/staging/',
    'project.yaml',
    'root-project.yaml',
    'root.yaml',
    'values/production/',
    'values/staging/',
  ]);
});

it('names a cluster by name or by server, and its own where nothing is said', async () => {
  const bundles = [staging, production];
  const destination = async (name: string) =>
    (await read(`applications/${name}/40-runners.yaml`, {}, bundles)).spec.destination;
  expect(await destination('staging')).toEqual({ name: 'stage', namespace: 'arc' });
  expect(await destination('production')).toEqual({
    server: 'https://production.example.com',
    namespace: 'arc',
  });
  const own = await read('applications/40-runners.yaml');
  expect(own.spec.destination).toEqual({
    server: 'https://kubernetes.default.svc',
    namespace: 'arc',
  });
});

it('spells a registry of charts without a scheme, and reads values from the repository', async () => {
  const { spec } = await read('applications/20-cert-manager.yaml');
  expect(spec.sources).toEqual([
    {
      repoURL: 'quay.io/jetstack/charts',
      chart: 'cert-manager',
      targetRevision: '1.20.3',
      helm: {
        releaseName: 'cert-manager',
        valueFiles: ['$values/infra/argocd/values/cert-manager.yaml'],
      },
    },
    { repoURL: 'https://git.example.com/infra.git', targetRevision: 'main', ref: 'values' },
  ]);
  expect(spec).not.toHaveProperty('source');
});

it('says nothing of syncs where people start them, but for what protects', async () => {
  expect((await read('root.yaml')).spec).not.toHaveProperty('syncPolicy');
  expect((await read('applications/00-namespaces.yaml')).spec.syncPolicy).toEqual({
    syncOptions: ['Prune=confirm'],
  });
  expect((await read('applications/30-controller.yaml')).spec.syncPolicy).toEqual({
    syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true', 'Prune=confirm'],
  });
});

it('tries automated syncs again, prunes last, and never an empty result', async () => {
  const automated = { prune: true, selfHeal: false };
  const { syncPolicy } = (await read('applications/40-runners.yaml', { automated })).spec;
  expect(syncPolicy).toEqual({
    automated,
    retry: { limit: 10, backoff: { duration: '15s', factor: 2, maxDuration: '5m' } },
    syncOptions: ['RespectIgnoreDifferences=true', 'PruneLast=true'],
  });
  expect((await read('root.yaml', { automated })).spec.syncPolicy?.automated).toEqual(automated);
});

it('lets the deletion of Applications delete only where somebody says so', async () => {
  const finalizers = ['resources-finalizer.argocd.argoproj.io'];
  for (const file of ['root.yaml', 'applications/00-namespaces.yaml']) {
    expect((await read(file)).metadata).not.toHaveProperty('finalizers');
    expect((await read(file, { finalizer: true })).metadata.finalizers).toEqual(finalizers);
  }
  const { spec } = await read('applications/30-controller.yaml', { finalizer: true });
  expect(spec.syncPolicy?.syncOptions).toContain('Delete=confirm');
});

it('keeps the fleet away from the namespace of Argo CD, and the root from all others', async () => {
  const root = await read('root.yaml');
  const above = await read<AppProject>('root-project.yaml');
  const project = await read<AppProject>('project.yaml');
  expect(root.spec.project).toBe(above.metadata.name);
  expect(above.spec.destinations).toEqual([
    { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
  ]);
  expect(above.spec.namespaceResourceWhitelist).toEqual([
    { group: 'argoproj.io', kind: 'Application' },
  ]);
  const namespaces = project.spec.destinations.map(({ namespace }) => namespace);
  expect(namespaces).toEqual(['arc', 'cert-manager', 'kube-system', 'web']);
});

it('makes Applications of the same files by an ApplicationSet', async () => {
  const tree = await layOut([staging], { layout: 'applicationSet' });
  expect(tree.has('root-project.yaml')).toBe(false);
  const set = load(tree.get('root.yaml')!) as ApplicationSet;
  expect(set.spec.generators[0]!.git.files).toEqual([
    { path: 'infra/argocd/applications/*/*.yaml' },
  ]);
  expect(set.spec.syncPolicy).toEqual({
    applicationsSync: 'create-update',
    preserveResourcesOnDeletion: true,
  });
  expect(set.spec).not.toHaveProperty('strategy');
});

it('lets an ApplicationSet give the finalizer and delete what left the tree', async () => {
  const changes = {
    layout: 'applicationSet',
    finalizer: true,
    automated: { prune: true, selfHeal: true },
  } as const;
  const { spec } = await read<ApplicationSet>('root.yaml', changes);
  expect(spec.syncPolicy).toEqual({ applicationsSync: 'sync', preserveResourcesOnDeletion: false });
  const { metadata } = await read('applications/40-runners.yaml', changes);
  expect(metadata).not.toHaveProperty('finalizers');
});

it('has a step of a rolling sync for each label, and no automated sync beside it', async () => {
  const changes = { layout: 'rollingSync', automated: { prune: true, selfHeal: true } } as const;
  const tree = await layOut([staging, production], changes);
  const { strategy } = (load(tree.get('root.yaml')!) as ApplicationSet).spec;
  const steps = strategy?.rollingSync.steps.flatMap(({ matchExpressions }) =>
    matchExpressions.map(({ key, values }) => `${key}=${values.join()}`),
  );
  expect(steps).toEqual([
    'fleetc.dev/step=namespaces',
    'fleetc.dev/step=cert-manager',
    'fleetc.dev/step=controller',
    'fleetc.dev/step=runners',
  ]);
  for (const [path, text] of tree) {
    if (path.startsWith('applications/')) expect(text).not.toContain('automated');
  }
});

it('deletes the steps of a rolling sync from the last, where deletions cascade at all', async () => {
  const layout = 'rollingSync';
  const without = await read<ApplicationSet>('root.yaml', { layout });
  const cascading = await read<ApplicationSet>('root.yaml', { layout, finalizer: true });
  expect(without.spec.strategy).not.toHaveProperty('deletionOrder');
  expect(cascading.spec.strategy).toHaveProperty('deletionOrder', 'Reverse');
});

it('leaves SOPS files where no Application looks, byte for byte, and says what to do', async () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc']);
  const encrypted = { by: 'sops', text: 'data: ENC[x]\nsops: {}\n' } as const;
  const items = [...wholeBundle.items, { ...secret, encrypted }];
  const tree = await layOut([{ ...wholeBundle, items }]);
  expect(tree.get('encrypted/arc/secret-token.sops.yaml')).toBe(encrypted.text);
  const paths = [...tree].flatMap(([path, text]) =>
    path.startsWith('applications/') || path === 'root.yaml' ? [text] : [],
  );
  expect(paths.join('')).not.toContain('encrypted');
  expect(tree.get('README.md')).toContain('sops decrypt encrypted/arc/secret-token.sops.yaml');
});

it('never writes a Secret with content', async () => {
  const data = { stringData: { key: 'hunter2' } };
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc'], data);
  const laidOut = layOut([{ ...wholeBundle, items: [...wholeBundle.items, secret] }]);
  await expect(laidOut).rejects.toThrow('Secret token has no place in a tree');
});

it('says what breaks the schema of an object that it made', async () => {
  const repo = { ...argocdOutput.repo, revision: 'HEAD' };
  await expect(layOut([wholeBundle], { repo })).rejects.toThrow(
    'Application "acme": spec.source.targetRevision must be one exact revision or version',
  );
});

it('lets one of several controllers in a cluster bring the definitions', async () => {
  const items = wholeBundle.items.filter(({ stage }) => stage !== 'cert-manager');
  const bundles = [
    { ...staging, environment: 'canary', items },
    staging,
    { ...production, items },
    { ...staging, environment: 'test', items },
  ];
  const tree = await layOut(bundles);
  const skips = bundles.map(({ environment }) => {
    const text = tree.get(`applications/${environment}/30-controller.yaml`)!;
    return [environment, (load(text) as Application).spec.sources![0]!.helm!.skipCrds ?? false];
  });
  expect(Object.fromEntries(skips)).toEqual({
    canary: true,
    staging: false,
    production: false,
    test: true,
  });
  const synced = tree.get('README.md')!.match(/(?<=app sync acme-)\w+(?=-controller)/g);
  expect(synced).toEqual(['staging', 'production', 'canary', 'test']);
  expect(tree.get('README.md')).toContain(
    '| 30 | `acme-test-controller` | chart actions-runner-controller 0.23.7, its definitions with `acme-staging-controller` |',
  );
});

it('knows the cluster of Argo CD under each of its names', async () => {
  const bundles = [
    { ...wholeBundle, environment: 'a' },
    { ...wholeBundle, environment: 'b', destination: { name: 'in-cluster' } },
  ];
  const tree = await layOut(bundles);
  expect(tree.get('applications/a/30-controller.yaml')).not.toContain('skipCrds');
  expect(tree.get('applications/b/30-controller.yaml')).toContain('skipCrds: true');
});

it('reads from the root of a repository that holds nothing else', async () => {
  const repo = { ...argocdOutput.repo, path: '.' };
  const tree = await layOut([wholeBundle], { repo });
  expect(load(tree.get('root.yaml')!)).toMatchObject({
    metadata: { annotations: { 'argocd.argoproj.io/manifest-generate-paths': '/applications' } },
    spec: { source: { path: 'applications' } },
  });
  expect(tree.get('README.md')).toMatch(/`main`\)\s+as\s+the\s+root/);
});

it('refuses two Applications of one name', async () => {
  const bundles = [staging, { ...production, environment: 'staging' }];
  await expect(layOut(bundles)).rejects.toThrow('two objects are named acme-staging-namespaces');
});
