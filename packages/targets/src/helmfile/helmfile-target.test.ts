import type { Bundle } from '@fleetc/core';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { targets } from '../targets.ts';
import { bareBundle, createObject, wholeBundle } from '../testing/bundle.ts';
import { helmfileTarget } from './helmfile-target.ts';

const options = {
  hasEnvironments: false,
  output: { target: 'helmfile', dir: 'build' },
} as const;

async function layout(bundle: Bundle): Promise<Record<string, string>> {
  return Object.fromEntries(await helmfileTarget.layout([bundle], options));
}

it('is in the table of targets', async () => {
  expect(await targets.helmfile()).toBe(helmfileTarget);
});

it('names the releases in install order, each after what it needs', async () => {
  const tree = await layout(wholeBundle);
  expect(load(tree['helmfile.yaml']!)).toEqual({
    helmDefaults: { createNamespace: false, wait: true, deleteWait: true },
    repositories: [
      {
        name: 'actions-runner-controller-github-io-actions-runner-controller',
        url: 'https://actions-runner-controller.github.io/actions-runner-controller',
      },
      { name: 'quay-io-jetstack-charts', url: 'quay.io/jetstack/charts', oci: true },
    ],
    releases: [
      {
        name: 'acme-namespaces',
        namespace: 'default',
        chart: './charts/namespaces',
        disableValidationOnInstall: true,
      },
      {
        name: 'cert-manager',
        namespace: 'cert-manager',
        chart: 'quay-io-jetstack-charts/cert-manager',
        version: '1.20.3',
        values: ['values/cert-manager.yaml'],
        needs: ['default/acme-namespaces'],
      },
      {
        name: 'acme-actions-runner-controller',
        namespace: 'arc',
        chart:
          'actions-runner-controller-github-io-actions-runner-controller/actions-runner-controller',
        version: '0.23.7',
        values: ['values/controller.yaml'],
        needs: ['cert-manager/cert-manager'],
      },
      {
        name: 'acme-runners',
        namespace: 'arc',
        chart: './charts/runners',
        disableValidationOnInstall: true,
        needs: ['arc/acme-actions-runner-controller'],
      },
    ],
  });
});

it('puts objects into charts as files, which are no templates', async () => {
  const item = createObject('runners', ['a/v1', 'Thing', 'x', 'arc'], { text: '{{ .Values.a }}' });
  const tree = await layout({ ...bareBundle, items: [item] });
  expect(Object.keys(tree)).toEqual([
    'README.md',
    'charts/runners/Chart.yaml',
    'charts/runners/files/arc/thing-x.yaml',
    'charts/runners/templates/objects.yaml',
    'helmfile.yaml',
  ]);
  expect(tree['charts/runners/files/arc/thing-x.yaml']).toContain('{{ .Values.a }}');
  expect(load(tree['charts/runners/Chart.yaml']!)).toMatchObject({
    apiVersion: 'v2',
    name: 'runners',
  });
});

it('keeps encrypted Secrets out of charts, and says who opens them', async () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc']);
  const item = { ...secret, encrypted: { by: 'sops', text: 'cipher: text\n' } } as const;
  const tree = await layout({ ...bareBundle, items: [item] });
  expect(Object.keys(tree)).toEqual([
    'README.md',
    'encrypted/arc/secret-token.sops.yaml',
    'helmfile.yaml',
  ]);
  expect(tree['encrypted/arc/secret-token.sops.yaml']).toBe('cipher: text\n');
  expect(tree['README.md']).toContain(
    'sops decrypt encrypted/arc/secret-token.sops.yaml | kubectl apply --server-side -f -\n',
  );
});

it('makes Secrets after their namespaces and before everything else', async () => {
  const tree = await layout(wholeBundle);
  const [, commands] = /```sh\n([^`]*)```/.exec(tree['README.md']!)!;
  expect(commands).toBe(
    [
      'helmfile apply --selector name=acme-namespaces',
      'fleetc secrets "$FLEET" | kubectl apply --server-side -f -',
      'helmfile apply',
      '',
    ].join('\n'),
  );
});

it('brings the definitions of the controller, which Helm never updates', async () => {
  const tree = await layout(wholeBundle);
  const [, commands] = /## Update[^]*?```sh\n([^`]*)```/.exec(tree['README.md']!)!;
  expect(commands).toBe(`helm repo add --force-update actions-runner-controller \\
  https://actions-runner-controller.github.io/actions-runner-controller
helm show crds actions-runner-controller/actions-runner-controller --version 0.23.7 \\
  | kubectl apply --server-side --force-conflicts -f -
`);
  expect((await layout(bareBundle))['README.md']).not.toContain('helm show crds');
});

it('takes runners down before the controller, and namespaces when nothing is left in them', async () => {
  const tree = await layout(wholeBundle);
  const [, commands] = /Uninstall[^`]*```sh\n([^`]*)```/.exec(tree['README.md']!)!;
  expect(commands)
    .toBe(`kubectl delete horizontalrunnerautoscalers --selector app.kubernetes.io/part-of=acme \\
  --namespace arc
kubectl get runnerdeployments,runnersets --selector app.kubernetes.io/part-of=acme --namespace arc \\
  --output name | xargs kubectl patch --namespace arc --type merge \\
  --patch '{"spec":{"replicas":0}}'
kubectl wait --for delete pods --selector actions-runner --namespace arc --timeout 1h
kubectl delete runnerdeployments,runnersets --selector app.kubernetes.io/part-of=acme \\
  --namespace arc
kubectl get runnerdeployments --selector app.kubernetes.io/part-of=acme --namespace web \\
  --output name | xargs kubectl patch --namespace web --type merge \\
  --patch '{"spec":{"replicas":0}}'
kubectl wait --for delete pods --selector actions-runner --namespace web --timeout 1h
kubectl delete runnerdeployments --selector app.kubernetes.io/part-of=acme --namespace web
helmfile destroy
kubectl delete namespaces arc cert-manager web
`);
});

it('never lets Helm delete a namespace', async () => {
  const tree = await layout(wholeBundle);
  expect(load(tree['charts/namespaces/files/namespace-web.yaml']!)).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'web', annotations: { 'helm.sh/resource-policy': 'keep' } },
  });
});

it('keeps the releases of two environments in one cluster apart', async () => {
  const bundles = ['production', 'staging'].map((environment) => ({ ...wholeBundle, environment }));
  const tree = await helmfileTarget.layout(bundles, { ...options, hasEnvironments: true });
  const names = ['production', 'staging'].map((environment) => {
    const text = tree.get(`${environment}/helmfile.yaml`)!;
    return (load(text) as { releases: { name: string }[] }).releases[0]!.name;
  });
  expect(names).toEqual(['acme-production-namespaces', 'acme-staging-namespaces']);
  expect(tree.get('staging/README.md')).toContain('--selector name=acme-staging-namespaces\n');
});

it('gives each environment a folder, so that one can be built alone', async () => {
  const bundles = [
    { ...bareBundle, environment: 'production' },
    { ...bareBundle, environment: 'staging' },
  ];
  const tree = await helmfileTarget.layout(bundles, { ...options, hasEnvironments: true });
  expect([...tree.keys()]).toEqual([
    'production/README.md',
    'production/helmfile.yaml',
    'staging/README.md',
    'staging/helmfile.yaml',
  ]);
  expect(helmfileTarget.separatesEnvironments).toBe(true);
});

it('never writes a Secret', async () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc'], { data: { a: 'b' } });
  await expect(layout({ ...bareBundle, items: [secret] })).rejects.toThrow(
    'has no place in a tree',
  );
});
