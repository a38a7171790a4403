import type { DeliveredSecret, ObjectItem } from '@fleetc/core';
import { code, enumerate, listItem } from '../../layout/markdown.ts';
import type { StageContent } from './contents.ts';

/** What has to run in the cluster, or to be at hand, for the Secrets that objects of this tree bring, as list items. */
export function listSecretOperators(contents: readonly StageContent[]): string[] {
  const objects = contents.flatMap((content) => content.objects);
  return [
    ...describeExternalSecrets(objects.filter(isOf('ExternalSecret'))),
    ...describeVaultSecrets(objects.filter(isOf('VaultStaticSecret'))),
    ...(objects.some(isOf('SealedSecret'))
      ? [listItem('Sealed Secrets, with the key that the values of this tree were sealed for')]
      : []),
    ...(objects.some(({ encrypted }) => encrypted)
      ? [listItem('`sops`, with a key that opens the encrypted Secrets')]
      : []),
  ];
}

/** What operators read for these Secrets, as list items; what is encrypted is in the tree already. */
export function listDeliveredSecrets(secrets: readonly DeliveredSecret[]): string[] {
  const places = new Map<string, string[]>();
  const read = secrets.filter(({ by }) => by === 'externalSecret' || by === 'vaultSecret');
  for (const { name, namespace, keys, origin } of read) {
    const [key, ...more] = keys;
    const keyWords = more.length > 0 ? 'with the keys' : 'with the key';
    const content = key === undefined ? '' : ` ${keyWords} ${enumerate(keys.map(code))}`;
    const words = `${inCode(origin)}: for Secret ${code(name)}${content}`;
    places.set(words, [...(places.get(words) ?? []), code(namespace)]);
  }
  return [...places].map(([words, namespaces]) =>
    listItem(`${words}, in ${enumerate(namespaces)}`),
  );
}

function isOf(kind: string): (item: ObjectItem) => boolean {
  return ({ object }) => object.kind === kind;
}

function describeExternalSecrets(items: readonly ObjectItem[]): string[] {
  const stores = new Map<string, Set<string>>();
  for (const { object } of items) {
    const { secretStoreRef } = object['spec'] as { secretStoreRef: { kind: string; name: string } };
    const words = `${secretStoreRef.kind} ${code(secretStoreRef.name)}`;
    const isLocal = secretStoreRef.kind === 'SecretStore';
    const namespaces = stores.get(words) ?? new Set();
    stores.set(words, isLocal ? namespaces.add(code(object.metadata.namespace!)) : namespaces);
  }
  if (stores.size === 0) return [];
  const distinct = [...stores].map(([words, namespaces]) =>
    namespaces.size === 0 ? words : `${words} in ${enumerate([...namespaces].sort())}`,
  );
  return [
    listItem(`External Secrets Operator (0.17 or later) with ${distinct.sort().join(', and ')}`),
  ];
}

function describeVaultSecrets(items: readonly ObjectItem[]): string[] {
  const auths = items.map(({ object: { spec, metadata } }) => {
    const { vaultAuthRef } = spec as { vaultAuthRef?: string };
    if (vaultAuthRef === undefined) return 'its default VaultAuth';
    const [name, namespace = metadata.namespace!] = vaultAuthRef.split('/').toReversed();
    return `VaultAuth ${code(name!)} in ${code(namespace)}`;
  });
  const distinct = [...new Set(auths)].sort();
  return distinct.length === 0
    ? []
    : [listItem(`Vault Secrets Operator with ${enumerate(distinct)}`)];
}

// Names come in double quotes.
function inCode(words: string): string {
  return words.replaceAll(/"([^"]*)"/g, (_, name: string) => code(name));
}
