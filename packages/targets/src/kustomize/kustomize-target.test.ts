import type { Bundle, KustomizeOutput, ObjectItem } from '@fleetc/core';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { header } from '../layout/header.ts';
import { targets } from '../targets.ts';
import { bareBundle, createObject, wholeBundle } from '../testing/bundle.ts';
import { kustomizeTarget } from './kustomize-target.ts';

const output: KustomizeOutput = { target: 'kustomize', dir: 'build', helm: 'values' };
const arc = 'actions.summerwind.dev/v1alpha1';

function runner(name: string, replicas: number): ObjectItem {
  return createObject('runners', [arc, 'RunnerDeployment', name, 'arc'], { spec: { replicas } });
}

async function layout(
  environments: Readonly<Record<string, Bundle['items']>>,
  changes: Partial<KustomizeOutput> = {},
): Promise<Record<string, string>> {
  const bundles = Object.entries(environments).map(([environment, items]) => ({
    ...bareBundle,
    environment,
    items,
  }));
  const options = { hasEnvironments: true, output: { ...output, ...changes } };
  return Object.fromEntries(await kustomizeTarget.layout(bundles, options));
}

async function namesOf(...args: Parameters<typeof layout>): Promise<string[]> {
  return Object.keys(await layout(...args)).filter((path) =>
    /^(base|components|overlays)/.test(path),
  );
}

it('is in the table of targets', async () => {
  expect(await targets.kustomize()).toBe(kustomizeTarget);
});

it('gives a fleet without environments one overlay over a base with everything', async () => {
  const tree = await kustomizeTarget.layout([wholeBundle], { hasEnvironments: false, output });
  expect([...tree.keys()]).toEqual([
    'README.md',
    'base/kustomization.yaml',
    'base/resources/arc/horizontalrunnerautoscaler-acme-build.yaml',
    'base/resources/arc/runnerdeployment-acme-build.yaml',
    'base/resources/arc/runnerset-acme-cache.yaml',
    'base/resources/arc/serviceaccount-acme-build.yaml',
    'base/resources/cluster/namespace-arc.yaml',
    'base/resources/cluster/namespace-cert-manager.yaml',
    'base/resources/cluster/namespace-web.yaml',
    'base/resources/web/runnerdeployment-acme-build.yaml',
    'kustomizeconfig/arc.yaml',
    'kustomizeconfig/kustomization.yaml',
    'overlays/default/kustomization.yaml',
    'overlays/default/values/cert-manager.yaml',
    'overlays/default/values/controller.yaml',
  ]);
  expect(tree.get('overlays/default/kustomization.yaml')).toBe(
    `${header}apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - "../../base"\n`,
  );
});

it('patches the form that most environments have, in no more than what differs', async () => {
  const tree = await layout({ a: [runner('x', 1)], b: [runner('x', 2)], c: [runner('x', 2)] });
  expect(tree['base/resources/arc/runnerdeployment-x.yaml']).toContain('replicas: 2');
  expect(tree['overlays/a/patches/arc/runnerdeployment-x.yaml']).toBe(
    '- op: replace\n  path: /spec/replicas\n  value: 1\n',
  );
  expect(Object.keys(tree).filter((path) => path.includes('/patches/'))).toHaveLength(1);
});

it('matches a patch with its object alone, whatever a name means as a pattern', async () => {
  const tree = await layout({ a: [runner('x.y', 1)], b: [runner('x.y', 2)] });
  expect(load(tree['overlays/b/kustomization.yaml']!)).toMatchObject({
    patches: [
      {
        path: 'patches/arc/runnerdeployment-x.y.yaml',
        target: {
          group: String.raw`actions\.summerwind\.dev`,
          version: 'v1alpha1',
          kind: 'RunnerDeployment',
          name: String.raw`x\.y`,
          namespace: 'arc',
        },
      },
    ],
  });
});

it('puts into a component what some environments share, be it a patch or an object', async () => {
  const names = await namesOf({
    a: [runner('x', 1), runner('extra', 1)],
    b: [runner('x', 1), runner('extra', 1)],
    c: [runner('x', 2), runner('own', 1)],
    d: [runner('x', 2)],
    e: [runner('x', 2)],
  });
  expect(names).toEqual([
    'base/kustomization.yaml',
    'base/resources/arc/runnerdeployment-x.yaml',
    'components/a_b/kustomization.yaml',
    'components/a_b/patches/arc/runnerdeployment-x.yaml',
    'components/a_b/resources/arc/runnerdeployment-extra.yaml',
    'overlays/a/kustomization.yaml',
    'overlays/b/kustomization.yaml',
    'overlays/c/kustomization.yaml',
    'overlays/c/resources/arc/runnerdeployment-own.yaml',
    'overlays/d/kustomization.yaml',
    'overlays/e/kustomization.yaml',
  ]);
});

it('needs no base where environments have nothing in common', async () => {
  const tree = await layout({ a: [runner('x', 1)], b: [runner('y', 1)] });
  expect(load(tree['overlays/a/kustomization.yaml']!)).toMatchObject({
    components: ['../../kustomizeconfig'],
    resources: ['resources/arc/runnerdeployment-x.yaml'],
  });
  expect(Object.keys(tree).some((path) => path.startsWith('base/'))).toBe(false);
});

it('has an overlay for an environment without anything', async () => {
  const tree = await layout({ a: [] });
  expect(load(tree['overlays/a/kustomization.yaml']!)).toMatchObject({ resources: [] });
});

it('leaves encrypted Secrets out of what kustomize builds, and says how KSOPS takes them', async () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc']);
  const item = { ...secret, encrypted: { by: 'sops', text: 'cipher: text\n' } } as const;
  const tree = await layout({ a: [item, runner('x', 1)] });
  expect(tree['overlays/a/encrypted/arc/secret-token.sops.yaml']).toBe('cipher: text\n');
  expect(tree['overlays/a/kustomization.yaml']).toMatch(/^# .*KSOPS/m);
  expect(tree['overlays/a/kustomization.yaml']).toMatch(
    /^# .*- encrypted\/arc\/secret-token\.sops\.yaml$/m,
  );
  expect(tree['README.md']).toContain(
    'sops decrypt overlays/a/encrypted/arc/secret-token.sops.yaml | kubectl apply --server-side -f -\n',
  );
  const listed = Object.entries(tree).filter(([path]) => path.endsWith('kustomization.yaml'));
  expect(JSON.stringify(listed.map(([, text]) => load(text)))).not.toContain('secret-token');
});

it('never writes a Secret', async () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc'], { data: { a: 'b' } });
  await expect(layout({ a: [secret] })).rejects.toThrow('Secret token has no place in a tree');
});

it('lets kustomize render charts where it is told to, each with a version and a namespace', async () => {
  const tree = await layout({ a: wholeBundle.items }, { helm: 'kustomize' });
  const { helmCharts } = load(tree['overlays/a/kustomization.yaml']!) as { helmCharts: object[] };
  expect(helmCharts).toEqual([
    {
      name: 'cert-manager',
      repo: 'oci://quay.io/jetstack/charts',
      version: '1.20.3',
      releaseName: 'cert-manager',
      namespace: 'cert-manager',
      kubeVersion: '1.31.0',
      valuesFile: 'values/cert-manager.yaml',
      includeCRDs: true,
      skipHooks: true,
    },
    expect.objectContaining({ releaseName: 'acme-actions-runner-controller', namespace: 'arc' }),
  ]);
  expect(tree['README.md']).toContain(
    '\nfor round in $(seq 20)\ndo kustomize build --enable-helm overlays/a \\\n  | kubectl apply --server-side --force-conflicts -f - && break\nsleep 10; done\n',
  );
  expect(tree['README.md']).toContain(
    '\nkustomize build --enable-helm overlays/a | kubectl delete --ignore-not-found -f -\n',
  );
  expect(tree['README.md']).not.toContain('helm upgrade');
});

it('uses nothing that kustomize calls deprecated, and sets no name and no namespace', async () => {
  const tree = await layout(
    { a: wholeBundle.items, b: [runner('acme-build', 7)] },
    { helm: 'kustomize' },
  );
  const keys = Object.entries(tree)
    .filter(([path]) => path.endsWith('kustomization.yaml'))
    .flatMap(([, text]) => Object.keys(load(text) as object));
  expect([...new Set(keys)].sort()).toEqual([
    'apiVersion',
    'components',
    'configurations',
    'helmCharts',
    'kind',
    'patches',
    'resources',
  ]);
});

it('brings definitions, then what may bring Secrets, then the charts that wait for those', async () => {
  const { 'README.md': readme } = await layout({ a: wholeBundle.items });
  const [, commands] = /## Install a[^`]*```sh\n([^`]*)```/.exec(readme!)!;
  expect(commands!.split('\n').filter((line) => /^[a-z]/.test(line))).toEqual([
    'kubectl apply --server-side -f base/resources/cluster/namespace-arc.yaml \\',
    'helm repo add --force-update actions-runner-controller \\',
    'helm show crds actions-runner-controller/actions-runner-controller --version 0.23.7 \\',
    'kubectl apply --server-side -k overlays/a',
    'helm upgrade --install cert-manager oci://quay.io/jetstack/charts/cert-manager --version 1.20.3 \\',
    'helm upgrade --install acme-actions-runner-controller \\',
  ]);
});

it('takes runners down before the controller, and namespaces at the very end', async () => {
  const { 'README.md': readme } = await layout({ a: wholeBundle.items });
  const [, commands] = /### Uninstall a\n\n```sh\n([^`]*)```/.exec(readme!)!;
  expect(commands!.split('\n').filter((line) => /^[a-z]/.test(line))).toEqual([
    'kubectl delete horizontalrunnerautoscalers --selector app.kubernetes.io/part-of=acme \\',
    'kubectl get runnerdeployments,runnersets --selector app.kubernetes.io/part-of=acme --namespace arc \\',
    'kubectl wait --for delete pods --selector actions-runner --namespace arc --timeout 1h',
    'kubectl delete runnerdeployments,runnersets --selector app.kubernetes.io/part-of=acme \\',
    'kubectl get runnerdeployments --selector app.kubernetes.io/part-of=acme --namespace web \\',
    'kubectl wait --for delete pods --selector actions-runner --namespace web --timeout 1h',
    'kubectl delete runnerdeployments --selector app.kubernetes.io/part-of=acme --namespace web',
    'helm uninstall acme-actions-runner-controller --namespace arc --wait',
    'helm uninstall cert-manager --namespace cert-manager --wait',
    'kubectl delete --ignore-not-found -k overlays/a',
  ]);
});

it('gives the same bytes each time', async () => {
  const environments = { a: wholeBundle.items, b: [runner('x', 1)] };
  expect(await layout(environments)).toEqual(await layout(environments));
});
