import type { Bundle, BundleItem, HelmRelease, ObjectItem, ReleaseItem } from '@fleetc/core';
import { formatYaml, type KubernetesObject } from '@fleetc/kubernetes';
import { stageFolder } from './stage-folders.ts';

/** An item with the path of its file, relative to the environment's folder. */
export type PlacedItem =
  (ObjectItem & { readonly file: string }) | (ReleaseItem & { readonly file: string });

/** Gives each item of a bundle its file in the folder of its stage, in install order. */
export function placeItems({ items }: Bundle): PlacedItem[] {
  const home = items.find(isControllerRelease)?.release.namespace;
  return items.map((item) =>
    item.type === 'object'
      ? { ...item, file: placeObject(item, home) }
      : { ...item, file: `${stageFolder(item.stage)}/values.yaml` },
  );
}

/** The text of an item's file: the object, the ciphertext it has to stay, or the values of a release. */
export function formatItem(item: BundleItem): string {
  if (item.type === 'object') return item.encrypted?.text ?? formatObject(item.object);
  return `${describeRelease(item.release)}${formatYaml(item.release.values)}`;
}

/** The name of an object's file. */
export function fileName({ object, encrypted }: Pick<ObjectItem, 'object' | 'encrypted'>): string {
  // The ending tells editors and formatters that the bytes have to stay as they are.
  const ending = encrypted ? '.sops.yaml' : '.yaml';
  return `${object.kind.toLowerCase()}-${object.metadata.name}${ending}`;
}

/** The text of an object, which is anything but a Secret. */
export function formatObject(object: KubernetesObject): string {
  // The compiler hands over Secrets as pending ones only; one with content must never reach a disk.
  if (object.kind === 'Secret')
    throw new Error(`Secret ${object.metadata.name} has no place in a tree`);
  return formatYaml(object);
}

function isControllerRelease(item: BundleItem): item is ReleaseItem {
  return item.type === 'release' && item.stage === 'controller';
}

// A folder for each namespace but the controller's keeps equal names in two namespaces apart.
function placeObject({ stage, ...item }: ObjectItem, home: string | undefined): string {
  const { namespace } = item.object.metadata;
  const folder = stageFolder(stage);
  const place = namespace === undefined || namespace === home ? folder : `${folder}/${namespace}`;
  return `${place}/${fileName(item)}`;
}

function describeRelease({ name, namespace, chart, version, repository }: HelmRelease): string {
  const lines = [
    `Values of the Helm release ${name} in namespace ${namespace}:`,
    `chart ${chart} ${version} of ${repository}`,
  ];
  return lines.map((line) => `# ${line.replaceAll(/\s+/g, ' ')}\n`).join('');
}
