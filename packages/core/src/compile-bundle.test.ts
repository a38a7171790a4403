import { expect, it } from 'vitest';
import { controller, fleet, login, pool, scope } from './testing/fleet-builder.ts';
import type { BundleItem } from './bundle.ts';
import { compileBundle } from './compile-bundle.ts';

const autoscale = { min: 1, max: 2, schedule: [], reservations: [] };
const registry = {
  path: ['registry'],
  direct: [],
  images: {},
  pullSecrets: [login('harbor', 'h.example.com')],
  proxy: {
    kind: 'prefixes',
    path: ['registry', 'proxy'],
    prefixes: { 'docker.io': 'h.example.com/hub', 'quay.io': 'h.example.com/quay' },
  },
} as const;

function label(item: BundleItem): string {
  if (item.type === 'release') return `${item.stage}: ${item.release.name}`;
  const { kind, metadata } = item.object;
  return `${item.stage}: ${metadata.namespace ?? ''} ${kind} ${metadata.name}`;
}

it('orders items by stage, namespace, kind and name', async () => {
  const pools = [
    pool({ name: 'b', namespace: 'two', autoscale }),
    pool({ name: 'a', namespace: 'two', docker: { mode: 'kubernetes', env: [] } }),
    pool({ name: 'c', namespace: 'one', kind: 'set' }),
  ];
  const { bundle } = await compileBundle(fleet({ pools }));
  expect(bundle.items.map(label)).toEqual([
    'namespaces:  Namespace actions-runner-system',
    'namespaces:  Namespace cert-manager',
    'namespaces:  Namespace one',
    'namespaces:  Namespace two',
    'cert-manager: cert-manager',
    'controller: acme-actions-runner-controller',
    'access: two Role acme-a',
    'access: two RoleBinding acme-a',
    'access: two ServiceAccount acme-a',
    'runners: one RunnerSet acme-c',
    'runners: two RunnerDeployment acme-a',
    'runners: two RunnerDeployment acme-b',
    'autoscalers: two HorizontalRunnerAutoscaler acme-b',
  ]);
});

it('computes the same bundle twice', async () => {
  const input = fleet({ registry, pools: [pool({ autoscale }), pool({ name: 'b', kind: 'set' })] });
  const [first, second] = [await compileBundle(input), await compileBundle(input)];
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

it('lists every image with who pulls it, where and with which secret', async () => {
  const pools = [
    pool({ name: 'a', namespace: 'one' }),
    pool({ name: 'b', pod: { imagePullSecrets: [{ name: 'own' }] } }),
  ];
  const { certManager } = controller();
  const { bundle } = await compileBundle(
    fleet({
      registry,
      pools,
      controller: controller({ certManager: { ...certManager, install: false } }),
    }),
  );
  expect(bundle.images).toEqual([
    {
      upstream: 'docker.io/library/docker:28.0.4-dind',
      reference: 'h.example.com/hub/library/docker:28.0.4-dind',
      consumers: [
        'controller default for docker sidecars',
        'docker sidecar of pool "a"',
        'docker sidecar of pool "b"',
      ],
      namespaces: ['actions-runner-system', 'one'],
      pullSecrets: ['harbor-pull', 'own'],
      path: ['controller'],
    },
    {
      upstream: 'docker.io/summerwind/actions-runner-controller:v0.27.6',
      reference: 'h.example.com/hub/summerwind/actions-runner-controller:v0.27.6',
      consumers: ['controller'],
      namespaces: ['actions-runner-system'],
      pullSecrets: ['harbor-pull'],
      path: ['controller'],
    },
    {
      upstream: 'docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      reference: 'h.example.com/hub/summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      consumers: ['controller default for runners', 'pool "a"', 'pool "b"'],
      namespaces: ['actions-runner-system', 'one'],
      pullSecrets: ['harbor-pull', 'own'],
      path: ['controller'],
    },
    {
      upstream: 'quay.io/brancz/kube-rbac-proxy:v0.13.1',
      reference: 'h.example.com/quay/brancz/kube-rbac-proxy:v0.13.1',
      consumers: ['metrics proxy of controller'],
      namespaces: ['actions-runner-system'],
      pullSecrets: ['harbor-pull'],
      path: ['controller'],
    },
  ]);
});

it('lists no metrics proxy that does not run', async () => {
  const metrics = { ...controller().metrics, proxy: false };
  const { bundle } = await compileBundle(fleet({ controller: controller({ metrics }) }));
  expect(bundle.images.filter(({ upstream }) => upstream.includes('rbac'))).toEqual([]);
});

it('joins images that are only written in different ways', async () => {
  const image = { reference: 'docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04' };
  const { bundle } = await compileBundle(fleet({ pools: [pool({ image })] }));
  const runner = bundle.images.filter(({ upstream }) => upstream === image.reference);
  expect(runner.map(({ consumers }) => consumers)).toEqual([
    ['controller default for runners', 'pool "ci"'],
  ]);
});

it('tells of a split window at its zone, once for all pools that share it', async () => {
  const path = ['profiles', 'default', 'autoscale', 'schedule', 'night'];
  const times = { from: '2026-12-01T20:00', to: '2026-12-02T06:00', zone: 'Europe/Berlin' };
  const schedule = [{ name: 'night', path, ...times, every: 'day', min: 0 } as const];
  const pools = ['a', 'b'].map((name) => pool({ name, autoscale: { ...autoscale, schedule } }));
  const direct = ['docker.io'];
  const { diagnostics } = await compileBundle(fleet({ pools, registry: { ...registry, direct } }));
  expect(
    diagnostics.map(({ code, message, primary }) => [code, message, primary?.span.file]),
  ).toEqual([
    [
      'FLC5101',
      'window "night" becomes 21 overrides, so that it follows the clock of Europe/Berlin',
      'profiles.default.autoscale.schedule.night.zone',
    ],
  ]);
});

it('reports a broken template instead of the images that it leaves behind', async () => {
  const proxy = {
    kind: 'generic',
    path: ['registry', 'proxy'],
    host: 'm.example.com',
    template: '{{nothing}}',
    projects: {},
  } as const;
  const input = fleet({ registry: { ...registry, proxy }, pools: [pool({ scopes: [scope()] })] });
  const { diagnostics } = await compileBundle(input);
  expect(diagnostics.map(({ code, primary }) => [code, primary?.span.file])).toEqual([
    ['FLC5004', 'registry.proxy.generic.template'],
  ]);
});
