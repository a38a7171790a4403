import type { JsonObject, Registry } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { releaseOf, valuesOf } from '../testing/compile.ts';
import { controller, fleet, login } from '../testing/fleet-builder.ts';
import { compileBundle } from '../compile-bundle.ts';

const registry: Registry = {
  path: ['registry'],
  direct: [],
  images: {},
  pullSecrets: [login('harbor')],
  proxy: {
    kind: 'prefixes',
    path: ['registry', 'proxy'],
    prefixes: { 'quay.io': 'h.example.com/quay' },
  },
};

function certManagerWith(version: string, values: JsonObject = {}) {
  const { certManager } = controller();
  return controller({
    certManager: { ...certManager, chart: { ...certManager.chart, version, values } },
  });
}

const electedBesideItself = { leaderElection: { namespace: 'cert-manager' } };

it('installs its resource definitions and leaves its images alone without a proxy', async () => {
  const { release } = await releaseOf(fleet(), 'cert-manager');
  expect(release).toEqual({
    name: 'cert-manager',
    namespace: 'cert-manager',
    repository: 'https://charts.jetstack.io',
    chart: 'cert-manager',
    version: 'v1.21.1',
    values: { crds: { enabled: true }, global: electedBesideItself },
  });
});

const image = (name: string) => ({
  repository: `h.example.com/quay/jetstack/cert-manager-${name}`,
});

it('rewrites all five images behind a proxy', async () => {
  expect(await valuesOf(fleet({ registry }), 'cert-manager')).toEqual({
    crds: { enabled: true },
    global: { ...electedBesideItself, imagePullSecrets: [{ name: 'harbor-pull' }] },
    image: image('controller'),
    webhook: { image: image('webhook') },
    cainjector: { image: image('cainjector') },
    acmesolver: { image: image('acmesolver') },
    startupapicheck: { image: image('startupapicheck') },
  });
});

it('writes a tag only where an override brings its own', async () => {
  const images = { 'quay.io/jetstack/cert-manager-webhook': 'r.example.com/webhook:v9' };
  const values = await valuesOf(fleet({ registry: { ...registry, images } }), 'cert-manager');
  expect(values['webhook']).toEqual({ image: { repository: 'r.example.com/webhook', tag: 'v9' } });
});

const listed = async (input: Parameters<typeof fleet>[0]) =>
  (await compileBundle(fleet(input))).bundle.images
    .filter(({ namespaces }) => namespaces.includes('cert-manager'))
    .map(({ upstream, reference }) => [upstream, reference]);

it('lists every image with the version of the chart, rewritten or not', async () => {
  const names = ['acmesolver', 'cainjector', 'controller', 'startupapicheck', 'webhook'];
  expect(await listed({ controller: certManagerWith('1.20.0') })).toEqual(
    names.map((name) => {
      const image = `quay.io/jetstack/cert-manager-${name}:v1.20.0`;
      return [image, image];
    }),
  );
  expect((await listed({ registry }))[0]).toEqual([
    'quay.io/jetstack/cert-manager-acmesolver:v1.21.1',
    'h.example.com/quay/jetstack/cert-manager-acmesolver:v1.21.1',
  ]);
});

it('elects its leaders in its own namespace, unless its values name another', async () => {
  const { certManager } = controller();
  const elsewhere = controller({ certManager: { ...certManager, namespace: 'certs' } });
  expect(await valuesOf(fleet({ controller: elsewhere }), 'cert-manager')).toMatchObject({
    global: { leaderElection: { namespace: 'certs' } },
  });
  const named = certManagerWith('v1.21.1', {
    global: { leaderElection: { namespace: 'kube-system' } },
  });
  expect(await valuesOf(fleet({ controller: named }), 'cert-manager')).toMatchObject({
    global: { leaderElection: { namespace: 'kube-system' } },
  });
});

it('is left to others where the fleet does not install it', async () => {
  const { certManager } = controller();
  const input = fleet({
    controller: controller({ certManager: { ...certManager, install: false } }),
  });
  const { bundle } = await compileBundle(input);
  expect(bundle.items.map(({ stage }) => stage)).not.toContain('cert-manager');
});
