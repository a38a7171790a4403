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
  for (const { name, namespace, keys, origin, values = keys } of read) {
    const words = `${inCode(origin)}: for Secret ${code(name)}${contentWords(keys, values)}`;
    places.set(words, [...(places.get(words) ?? []), code(namespace)]);
  }
  return [...places].map(([words, namespaces]) =>
    listItem(`${words}, in ${enumerate(namespaces, Infinity)}`),
  );
}

/** What has to be in the place that is read: not the keys that the operator's template fills in. */
function contentWords(keys: readonly string[], values: readonly string[]): string {
  const all = enumerate(values.map(code), Infinity);
  if (values.length === 0) return '';
  if (values.some((value) => !keys.includes(value)) || values.length < keys.length) {
    return `, ${all} alone`;
  }
  return ` ${values.length > 1 ? 'with the keys' : 'with the key'} ${all}`;
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
    namespaces.size === 0 ? words : `${words} in ${enumerate([...namespaces].sort(), Infinity)}`,
  );
  return [
    listItem(`External Secrets Operator (0.17 or later) with ${distinct.sort().join(', and ')}`),
  ];
}

function describeVaultSecrets(items: readonly ObjectItem[]): string[] {
  const auths = new Map<string, Set<string>>();
  for (const { object } of items) {
    const namespace = object.metadata.namespace!;
    const { words, home } = vaultAuth(object['spec'] as { vaultAuthRef?: string }, namespace);
    const guests = auths.get(words) ?? new Set();
    auths.set(words, home === namespace ? guests : guests.add(code(namespace)));
  }
  if (auths.size === 0) return [];
  const distinct = [...auths].map(([words, guests]) => {
    if (guests.size === 0) return words;
    const noun = guests.size === 1 ? 'namespace' : 'namespaces';
    return `${words}, which has to allow the ${noun} ${enumerate([...guests].sort(), Infinity)}`;
  });
  return [listItem(`Vault Secrets Operator with ${distinct.sort().join(', and ')}`)];
}

/** A VaultAuth in words; the default one is in the namespace of the operator, wherever that is. */
function vaultAuth({ vaultAuthRef }: { readonly vaultAuthRef?: string }, namespace: string) {
  if (vaultAuthRef === undefined) return { words: 'its default VaultAuth', home: undefined };
  const [name, home = namespace] = vaultAuthRef.split('/').toReversed();
  return { words: `VaultAuth ${code(name!)} in ${code(home)}`, home };
}

// Names come in double quotes.
function inCode(words: string): string {
  return words.replaceAll(/"([^"]*)"/g, (_, name: string) => code(name));
}
