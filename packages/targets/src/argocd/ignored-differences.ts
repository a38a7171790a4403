import type { ObjectItem } from '@fleetc/core';
import type { IgnoredDifference, KubernetesObject } from '@fleetc/kubernetes';
import type { Part } from '../gitops/parts.ts';

/** What others write into the objects of a part while Argo CD looks after them. */
export function ignoredDifferences(part: Part): IgnoredDifference[] {
  if (part.type === 'objects') return writtenByAutoscaling(part.items);
  return part.step === 'controller'
    ? [droppedDefault, ...injectedCertificates]
    : injectedCertificates;
}

/** The definitions of the controller's chart spell out a default that the API server does not keep. */
const droppedDefault: IgnoredDifference = {
  group: 'apiextensions.k8s.io',
  kind: 'CustomResourceDefinition',
  jsonPointers: ['/spec/preserveUnknownFields'],
};

/** cert-manager puts its authority into the webhooks of both charts. */
const injectedCertificates: IgnoredDifference[] = [
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
].map((kind) => ({
  group: 'admissionregistration.k8s.io',
  kind,
  jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
}));

const group = 'actions.summerwind.dev';

/**
 * An autoscaler sets the number of its target, and the webhook server keeps reservations in the autoscaler. Ignored
 * fields are not applied either, so the number of a pool of fixed size, and reservations that the fleet sets itself,
 * are left out.
 */
function writtenByAutoscaling(items: readonly ObjectItem[]): IgnoredDifference[] {
  const objects = items.map(({ object }) => object);
  const autoscalers = objects.filter(({ kind }) => kind === 'HorizontalRunnerAutoscaler');
  const targets = new Set(autoscalers.map(targetOf));
  const isScaled = (object: KubernetesObject) => targets.has(identityOf(object));
  return [
    ...ignore(objects, 'RunnerDeployment', isScaled, ['/spec/replicas', '/spec/effectiveTime']),
    ...ignore(objects, 'RunnerSet', isScaled, ['/spec/replicas', '/spec/effectiveTime']),
    ...ignore(autoscalers, 'HorizontalRunnerAutoscaler', hasNoReservations, [
      '/spec/capacityReservations',
    ]),
  ];
}

/** One entry where it holds for all objects of a kind, else one for each object that it holds for. */
function ignore(
  objects: readonly KubernetesObject[],
  kind: string,
  holds: (object: KubernetesObject) => boolean,
  jsonPointers: readonly string[],
): IgnoredDifference[] {
  const own = objects.filter((object) => object.kind === kind);
  const chosen = own.filter(holds);
  if (chosen.length === 0) return [];
  if (chosen.length === own.length) return [{ group, kind, jsonPointers }];
  return chosen.map(({ metadata: { name, namespace } }) => ({
    group,
    kind,
    name,
    ...(namespace !== undefined && { namespace }),
    jsonPointers,
  }));
}

function targetOf({ metadata, spec }: KubernetesObject): string {
  const { scaleTargetRef } = spec as { scaleTargetRef: { kind?: string; name: string } };
  const { kind = 'RunnerDeployment', name } = scaleTargetRef;
  return JSON.stringify([kind, metadata.namespace, name]);
}

function identityOf({ kind, metadata }: KubernetesObject): string {
  return JSON.stringify([kind, metadata.namespace, metadata.name]);
}

function hasNoReservations({ spec }: KubernetesObject): boolean {
  return (spec as { capacityReservations?: unknown }).capacityReservations === undefined;
}
