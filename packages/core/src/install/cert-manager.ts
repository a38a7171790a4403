import type { Fleet } from '@fleetc/fleet';
import type { ReleaseItem } from '../bundle.ts';
import type { Fields } from '../emission/emit.ts';
import { field, type Table } from '../emission/table.ts';
import type { ImageInventory } from '../registry/image-inventory.ts';
import { pullSecretNames } from '../registry/pull-secrets.ts';
import { type InstallContext, pullSecretObjects } from './install-context.ts';
import { createReleaseItem } from './release-item.ts';
import { type PullImage, rewriteValuesImages } from './values-images.ts';

interface CertManagerContext extends InstallContext {
  readonly images: ImageInventory;
}

/** One image of the chart: where its values name it, and who pulls it. */
interface Component {
  readonly path: readonly string[];
  readonly image: string;
  readonly consumers: readonly string[];
  /** Where they are not those of the fleet. */
  readonly pullSecrets?: readonly string[];
}

/** The five images of the chart. */
const components: readonly Component[] = [
  { path: ['image'], image: 'controller', consumers: ['cert-manager controller'] },
  { path: ['webhook', 'image'], image: 'webhook', consumers: ['cert-manager webhook'] },
  { path: ['cainjector', 'image'], image: 'cainjector', consumers: ['cert-manager cainjector'] },
  // Pulled only when a certificate is validated over HTTP; a flag of the controller names it. The chart's pull secrets
  // do not reach these pods, which run wherever a challenge is (cert-manager#5959).
  {
    path: ['acmesolver', 'image'],
    image: 'acmesolver',
    consumers: ['cert-manager ACME solver'],
    pullSecrets: [],
  },
  // A hook after the installation: with this one missing from the proxy, `helm install --wait` fails.
  {
    path: ['startupapicheck', 'image'],
    image: 'startupapicheck',
    consumers: ['cert-manager start-up check'],
  },
];

/** Values of the `cert-manager` chart; images that nothing replaces are its own defaults and need no words. */
export const certManagerValues: Table<CertManagerContext> = [
  field('crds.enabled', 'controller.certManager', () => true),
  // By default leaders are elected in kube-system, which no fleet should need a right to.
  field(
    'global.leaderElection.namespace',
    'controller.certManager',
    ({ fleet }) => fleet.controller.certManager.namespace,
  ),
  field('global.imagePullSecrets', 'registry.pullSecrets', pullSecretObjects),
  ...components.map(({ path, image }) =>
    field<CertManagerContext>(
      [...path, 'repository'].join('.'),
      'registry.proxy',
      ({ fleet, images }) => {
        const upstream = upstreamImage(image, fleet);
        return images.rewrite(upstream) === upstream ? undefined : repositoryOf(image);
      },
    ),
  ),
];

/** The release of cert-manager, which issues the certificate of ARC's admission webhooks. */
export function emitCertManager(fleet: Fleet, images: ImageInventory): ReleaseItem[] {
  const { certManager } = fleet.controller;
  if (!certManager.install) return [];
  const { chart, namespace, path, release: name } = certManager;
  const context = { fleet, images, roots: {}, words: {} };
  const parts = { stage: 'cert-manager', name, namespace, chart, path } as const;
  const pull: PullImage = (reference, [consumer]) =>
    images.pull(reference, {
      consumer: consumer!,
      namespace,
      pullSecrets: pullSecretsOf(consumer!, fleet),
      path,
    });
  const release = createReleaseItem({ ...parts, table: certManagerValues, context }, (values) =>
    pullImages(values, fleet, pull),
  );
  return [release];
}

function pullSecretsOf(consumer: string, { registry }: Fleet): readonly string[] {
  const component = components.find(({ consumers }) => consumers.includes(consumer));
  return component?.pullSecrets ?? pullSecretNames(registry);
}

function pullImages(values: Fields, fleet: Fleet, pull: PullImage): Fields {
  const tag = chartTag(fleet);
  const slots = components.map((component) => ({ ...component, chartTag: tag }));
  const pulled = new Set<readonly string[]>();
  const remember: PullImage = (reference, consumers) => {
    pulled.add(consumers);
    return pull(reference, consumers);
  };
  const result = rewriteValuesImages(values, slots, remember);
  for (const { image, consumers } of components) {
    if (!pulled.has(consumers)) pull(upstreamImage(image, fleet), consumers);
  }
  return result;
}

function upstreamImage(image: string, fleet: Fleet): string {
  return `${repositoryOf(image)}:${chartTag(fleet)}`;
}

function repositoryOf(image: string): string {
  return `quay.io/jetstack/cert-manager-${image}`;
}

/** The chart's version is its images' too; only the `v` may be left out of the former. */
function chartTag({ controller }: Fleet): string {
  return `v${controller.certManager.chart.version.replace(/^v/, '')}`;
}
