import type { Bundle, BundleItem } from '@fleetc/core';
import { code, enumerate, listItem } from '../../layout/markdown.ts';
import { listNeededSecrets } from './needed-secrets.ts';

/** What has to be in the cluster of a bundle and is in no file of the tree, as list items. */
export function listNeeds(bundle: Bundle): string[] {
  return [
    ...listOperators(bundle),
    ...describeCertManager(bundle),
    ...describeNamespaces(bundle),
    ...listNeededSecrets(bundle),
  ];
}

/** The cluster of a bundle where people work in it, as list items. */
export function listCluster({ destination: { name, server } }: Bundle): string[] {
  const cluster = name ?? server;
  if (cluster === undefined) return [];
  return [listItem(`the cluster ${code(cluster)}, which kubectl has to point to`)];
}

const operators: readonly (readonly [kind: string, operator: string])[] = [
  ['ExternalSecret', 'External Secrets Operator, with the stores that the objects name'],
  ['VaultStaticSecret', 'Vault Secrets Operator, logged in to Vault'],
  ['SealedSecret', 'Sealed Secrets, with the key that the values were sealed for'],
];

function listOperators({ items }: Bundle): string[] {
  const kinds = new Set(items.map((item) => item.type === 'object' && item.object.kind));
  return operators.filter(([kind]) => kinds.has(kind)).map(([, operator]) => listItem(operator));
}

// The chart asks for a certificate unless its values say otherwise.
function describeCertManager({ items }: Bundle): string[] {
  const isInstalled = items.some(
    ({ stage, type }) => stage === 'cert-manager' && type === 'release',
  );
  const needsIt = items.some(
    (item) =>
      item.type === 'release' &&
      item.stage === 'controller' &&
      item.release.values['certManagerEnabled'] !== false,
  );
  return needsIt && !isInstalled ? [listItem('cert-manager, running')] : [];
}

function describeNamespaces({ items }: Bundle): string[] {
  const used = new Set(items.map(namespaceOf));
  for (const item of items) {
    if (item.type === 'object' && item.object.kind === 'Namespace')
      used.delete(item.object.metadata.name);
  }
  const names = [...used].filter((name) => name !== undefined).sort();
  if (names.length === 0) return [];
  return [
    listItem(
      `the ${names.length === 1 ? 'namespace' : 'namespaces'} ${enumerate(names.map(code), Infinity)}`,
    ),
  ];
}

function namespaceOf(item: BundleItem): string | undefined {
  return item.type === 'release' ? item.release.namespace : item.object.metadata.namespace;
}
