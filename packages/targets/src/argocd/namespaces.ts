import type { BundleItem } from '@fleetc/core';
import { chartContent } from './charts.ts';

/** The namespaces that an item puts something into, its main one first; none for an object of the whole cluster. */
export function namespacesOf(item: BundleItem): readonly string[] {
  if (item.type === 'release') {
    return [item.release.namespace, ...chartContent(item).namespaces(item.release)];
  }
  const { kind, metadata } = item.object;
  if (kind === 'Namespace') return [metadata.name];
  return metadata.namespace === undefined ? [] : [metadata.namespace];
}
