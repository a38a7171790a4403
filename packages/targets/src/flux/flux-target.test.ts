import type { Bundle, FluxOutput } from '@fleetc/core';
import type {
  FluxKustomization,
  GitRepository,
  HelmRelease,
  OCIRepository,
} from '@fleetc/kubernetes';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { targets } from '../targets.ts';
import { bareBundle, createObject, createRelease, wholeBundle } from '../testing/bundle.ts';
import { fluxOutput } from '../testing/outputs.ts';
import { printTree } from '../testing/whole-tree.ts';
import { fluxTarget } from './flux-target.ts';

const staging: Bundle = { ...wholeBundle, environment: 'staging' };
const far: Bundle = {
  ...wholeBundle,
  environment: 'far',
  destination: { kubeconfigSecret: 'far-kubeconfig' },
};

function layOut(bundles: readonly Bundle[], changes: Partial<FluxOutput> = {}) {
  const output = { ...fluxOutput, ...changes };
  const hasEnvironments = bundles[0]!.environment !== 'default';
  return fluxTarget.layout(bundles, { output, hasEnvironments });
}

async function read<T = FluxKustomization>(
  file: string,
  changes: Partial<FluxOutput> = {},
  bundles: readonly Bundle[] = [wholeBundle],
): Promise<T> {
  return load((await layOut(bundles, changes)).get(file)!) as T;
}

it('is in the table of targets', async () => {
  expect(await targets.flux()).toBe(fluxTarget);
});

it('lays out a whole bundle', async () => {
  const tree = await layOut([wholeBundle]);
  await expect(printTree(tree)).toMatchFileSnapshot('../testing/whole-bundle-flux.txt');
});

it('points Flux at a folder for each environment', async () => {
  const tree = await layOut([staging, far]);
  const folders = [...tree.keys()].map((path) => path.replace(/(?<=^[^/]+\/[^/]+\/).*/, ''));
  expect([...new Set(folders)]).toEqual([
    'README.md',
    'clusters/far/',
    'clusters/staging/',
    'manifests/far/',
    'manifests/staging/',
  ]);
  expect(load(tree.get('clusters/far/kustomization.yaml')!)).toMatchObject({
    resources: [
      '00-namespaces.yaml',
      '20-cert-manager.yaml',
      '30-controller.yaml',
      '40-runners.yaml',
      'root.yaml',
      'source.yaml',
    ],
  });
});

it('lets each Kustomization wait for those before it', async () => {
  const { spec } = await read('cluster/40-runners.yaml');
  expect(spec).toMatchObject({ wait: true, dependsOn: [{ name: 'acme-controller' }] });
  expect((await read('cluster/00-namespaces.yaml')).spec).not.toHaveProperty('dependsOn');
});

it.each([
  ['main', { branch: 'main' }],
  ['release/2026', { branch: 'release/2026' }],
  ['refs/tags/fleet-1', { name: 'refs/tags/fleet-1' }],
  ['v1.2.3', { name: 'refs/tags/v1.2.3' }],
  ['1.2.3-rc.1', { name: 'refs/tags/1.2.3-rc.1' }],
  ['v1.2', { branch: 'v1.2' }],
  [
    '0123456789abcdef0123456789abcdef01234567',
    { commit: '0123456789abcdef0123456789abcdef01234567' },
  ],
  ['0123456', { branch: '0123456' }],
])('reads the revision %s', async (revision, ref) => {
  const source = { ...fluxOutput.source, kind: 'git', revision } as FluxOutput['source'];
  expect((await read<GitRepository>('cluster/source.yaml', { source })).spec.ref).toEqual(ref);
});

it('reads an artifact, with a login where one is named', async () => {
  const source = {
    kind: 'oci',
    url: 'oci://r.example.com/infra',
    tag: '1',
    path: 'fleet',
  } as const;
  const changes = { source, sourceSecret: 'login' };
  expect(await read<OCIRepository>('cluster/source.yaml', changes)).toMatchObject({
    kind: 'OCIRepository',
    spec: { url: 'oci://r.example.com/infra', ref: { tag: '1' }, secretRef: { name: 'login' } },
  });
  expect((await read('cluster/40-runners.yaml', changes)).spec).toMatchObject({
    sourceRef: { kind: 'OCIRepository', name: 'acme-source' },
    path: './fleet/manifests/runners',
  });
});

it('takes a chart from a registry by its tag, and one from a repository by its version', async () => {
  const folder = 'manifests/cert-manager';
  expect((await read<OCIRepository>(`${folder}/ocirepository.yaml`)).spec).toEqual({
    interval: '10m',
    url: 'oci://quay.io/jetstack/charts/cert-manager',
    ref: { tag: '1.20.3' },
    layerSelector: {
      mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
      operation: 'copy',
    },
  });
  const ofRegistry = (await read<HelmRelease>(`${folder}/helmrelease.yaml`)).spec;
  expect(ofRegistry.chartRef).toEqual({ kind: 'OCIRepository', name: 'acme-cert-manager' });
  expect(ofRegistry).not.toHaveProperty('chart');
  const { spec } = await read<HelmRelease>('manifests/controller/helmrelease.yaml');
  expect(spec.chart?.spec).toEqual({
    chart: 'actions-runner-controller',
    version: '0.23.7',
    sourceRef: { kind: 'HelmRepository', name: 'acme-controller' },
  });
  expect(spec).not.toHaveProperty('chartRef');
});

it('writes the build of a version into a tag as Helm does', async () => {
  const release = {
    name: 'arc',
    namespace: 'arc',
    repository: 'oci://r.example.com/charts/',
    chart: 'arc',
    version: '1.2.3+4',
    values: {},
  };
  const bundle = { ...bareBundle, items: [createRelease('controller', release)] };
  const tree = await layOut([bundle]);
  expect(load(tree.get('manifests/controller/ocirepository.yaml')!)).toMatchObject({
    spec: { url: 'oci://r.example.com/charts/arc', ref: { tag: '1.2.3_4' } },
  });
  expect(tree.get('manifests/controller/helmrelease.yaml')).not.toContain('values');
});

const crdsOf = async (part: string) => {
  const { spec } = await read<HelmRelease>(`manifests/${part}/helmrelease.yaml`);
  return [spec.install?.crds, spec.upgrade?.crds];
};

it('replaces the definitions of the controller with each update, and of no other chart', async () => {
  expect(await crdsOf('controller')).toEqual(['CreateReplace', 'CreateReplace']);
  expect(await crdsOf('cert-manager')).toEqual([undefined, undefined]);
});

it('installs into another cluster by its kubeconfig, and keeps releases beside Flux', async () => {
  const kubeConfig = { secretRef: { name: 'far-kubeconfig' } };
  const spec = async (file: string) => (await read(file, {}, [far])).spec;
  expect(await spec('clusters/far/40-runners.yaml')).toMatchObject({ kubeConfig });
  expect(await spec('clusters/far/30-controller.yaml')).not.toHaveProperty('kubeConfig');
  expect(await spec('clusters/far/root.yaml')).not.toHaveProperty('kubeConfig');
  const release = await read<HelmRelease>('manifests/far/controller/helmrelease.yaml', {}, [far]);
  expect(release).toMatchObject({
    metadata: { namespace: 'flux-system' },
    spec: { kubeConfig, targetNamespace: 'arc', storageNamespace: 'arc' },
  });
});

it('prunes where it may, waits for what goes, and never takes a namespace', async () => {
  expect((await read('cluster/40-runners.yaml')).spec).toMatchObject({
    prune: true,
    deletionPolicy: 'WaitForTermination',
  });
  expect((await read('cluster/00-namespaces.yaml')).spec.prune).toBe(false);
  const { spec } = await read('cluster/40-runners.yaml', { prune: false });
  expect(spec.prune).toBe(false);
  expect(spec).not.toHaveProperty('deletionPolicy');
});

it('deletes nothing with the root', async () => {
  expect((await read('cluster/root.yaml')).spec).toMatchObject({
    path: './infra/flux/cluster',
    prune: true,
    deletionPolicy: 'Orphan',
  });
});

const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc']);
const encrypted = { by: 'sops', text: 'data: ENC[x]\nsops: {}\n' } as const;
const withSops = { ...wholeBundle, items: [...wholeBundle.items, { ...secret, encrypted }] };

it('decrypts SOPS files in their step and in no other', async () => {
  const tree = await layOut([withSops], { decryptionSecret: 'sops-age' });
  expect(tree.get('manifests/secrets/arc/secret-token.sops.yaml')).toBe(encrypted.text);
  expect(load(tree.get('cluster/10-secrets.yaml')!)).toMatchObject({
    spec: { decryption: { provider: 'sops', secretRef: { name: 'sops-age' } } },
  });
  expect(tree.get('cluster/40-runners.yaml')).not.toContain('decryption');
});

it('never lets ciphertext be applied', async () => {
  await expect(layOut([withSops])).rejects.toThrow('SOPS Secrets need a decryptionSecret');
});

it('leaves variables in scripts alone, because nothing substitutes', async () => {
  const script = createObject('runners', ['v1', 'ConfigMap', 'hook', 'arc'], {
    data: { 'start.sh': 'echo "${HOME} $HOME"\n' },
  });
  const tree = await layOut([{ ...wholeBundle, items: [script] }]);
  expect(tree.get('manifests/runners/arc/configmap-hook.yaml')).toContain('echo "${HOME} $HOME"\n');
  expect([...tree].filter(([path]) => path.endsWith('.yaml')).join('')).not.toContain('postBuild');
});

it('refuses two Kustomizations of one name', async () => {
  await expect(layOut([staging, staging])).rejects.toThrow(
    'two objects are named acme-staging-root',
  );
});
