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

/** Where each of these Secrets comes from, as list items; `describe` says what it is. */
export function listDeliveredSecrets(
  secrets: readonly DeliveredSecret[],
  describe: (secret: DeliveredSecret) => string,
): string[] {
  return secrets.map((secret) =>
    listItem(`${inCode(secret.origin)}: for Secret ${describe(secret)}`),
  );
}

function isOf(kind: string): (item: ObjectItem) => boolean {
  return ({ object }) => object.kind === kind;
}

function describeExternalSecrets(items: readonly ObjectItem[]): string[] {
  const stores = items.map(({ object: { spec, metadata } }) => {
    const { kind, name } = (spec as { secretStoreRef: { kind: string; name: string } })
      .secretStoreRef;
    const place = kind === 'SecretStore' ? ` in ${code(metadata.namespace!)}` : '';
    return `${kind} ${code(name)}${place}`;
  });
  const distinct = [...new Set(stores)].sort();
  return distinct.length === 0
    ? []
    : [listItem(`External Secrets Operator (0.17 or later) with ${enumerate(distinct)}`)];
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
