import type { Bundle } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { load } from 'js-yaml';
import type { FileTree } from '../../src/file-tree.ts';

/** The paths of a tree below a folder, whose path ends in a slash. */
export function pathsBelow(tree: FileTree, folder: string): string[] {
  return [...tree.keys()].filter((path) => path.startsWith(folder));
}

/** The object in a file; throws where there is none. */
export function readObject<T extends KubernetesObject = KubernetesObject>(
  tree: FileTree,
  path: string,
): T {
  const text = tree.get(path);
  if (text === undefined) throw new Error(`there is no file ${path}`);
  const { apiVersion, kind, metadata } = (load(text) ?? {}) as Partial<KubernetesObject>;
  if (!apiVersion || !kind || !metadata?.name) throw new Error(`${path} holds no object`);
  return load(text) as T;
}

/** What tells an object from all others. */
export function identityOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  return [apiVersion, kind, metadata.namespace ?? '', metadata.name].join(' ');
}

/** The objects and releases of a bundle, as `identityOf` and `releaseIdentity` name them. */
export function identitiesOf({ items }: Bundle): string[] {
  return items.map((item) =>
    item.type === 'object'
      ? identityOf(item.object)
      : releaseIdentity(item.release.namespace, item.release.name),
  );
}

/** What tells a Helm release from all others. */
export function releaseIdentity(namespace: string, name: string): string {
  return `release ${namespace} ${name}`;
}

/** Names that every object of a cluster may have, and every label, too. */
export const objectName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
