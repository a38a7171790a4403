import type { Fleet } from '@fleetc/fleet';
import type { ReleaseItem } from '../bundle.ts';
import { isMap } from '../emission/merge-patch.ts';
import type { ImageInventory } from '../registry/image-inventory.ts';
import { pullSecretNames } from '../registry/pull-secrets.ts';
import { controllerValues } from './controller-values.ts';
import { createReleaseItem } from './release-item.ts';
import { type ImageSlot, rewriteValuesImages } from './values-images.ts';

/** The release of the `actions-runner-controller` chart. */
export function emitController(fleet: Fleet, images: ImageInventory): ReleaseItem {
  const { controller } = fleet;
  const { chart, namespace, path } = controller;
  const parts = { stage: 'controller', name: controller.release, namespace, chart, path } as const;
  const context = { fleet, roots: {}, words: {} };
  return createReleaseItem({ ...parts, table: controllerValues, context }, (values) =>
    rewriteValuesImages(values, imageSlots(fleet), (reference, consumers) =>
      pullForController(fleet, images, reference, consumers),
    ),
  );
}

/** Upstream reference of the docker sidecar where a pool names none; raw chart values have the last word. */
export function defaultSidecarImage({ controller }: Fleet): string {
  const image = controller.chart.values['image'];
  const raw = isMap(image) ? image['dindSidecarRepositoryAndTag'] : undefined;
  return typeof raw === 'string' ? raw : controller.images.dind;
}

/** Every image in the chart's values and the pods that pull it. */
function imageSlots({ controller }: Fleet): ImageSlot[] {
  const { webhookServer, metrics } = controller;
  const webhook = webhookServer ? ['webhook server'] : [];
  const metricsServer = metrics.server ? ['metrics server'] : [];
  const behindProxy = (pods: readonly string[]) =>
    metrics.proxy ? pods.map((pod) => `metrics proxy of ${pod}`) : [];
  return [
    { path: ['image'], consumers: ['controller', ...webhook, ...metricsServer] },
    { path: ['metrics', 'proxy', 'image'], consumers: behindProxy(['controller', ...webhook]) },
    { path: ['actionsMetrics', 'proxy', 'image'], consumers: behindProxy(metricsServer) },
    {
      path: ['image', 'actionsRunnerRepositoryAndTag'],
      consumers: ['controller default for runners'],
    },
    {
      path: ['image', 'dindSidecarRepositoryAndTag'],
      consumers: ['controller default for docker sidecars'],
    },
  ];
}

function pullForController(
  { controller, registry }: Fleet,
  images: ImageInventory,
  reference: string,
  consumers: readonly string[],
): string {
  const { namespace, path } = controller;
  const pullSecrets = pullSecretNames(registry);
  for (const consumer of consumers) {
    images.pull(reference, { consumer, namespace, pullSecrets, path });
  }
  return images.rewrite(reference);
}
