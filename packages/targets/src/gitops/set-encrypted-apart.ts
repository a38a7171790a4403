import type { Bundle, BundleItem, ObjectItem } from '@fleetc/core';

/** The items of a bundle that are ready to be applied, and the Secrets that somebody has to decrypt before. */
export function setEncryptedApart({ items }: Bundle): {
  readonly ready: readonly BundleItem[];
  readonly encrypted: readonly ObjectItem[];
} {
  return {
    ready: items.filter((item) => !isEncrypted(item)),
    encrypted: items.filter(isEncrypted),
  };
}

function isEncrypted(item: BundleItem): item is ObjectItem {
  return item.type === 'object' && item.encrypted !== undefined;
}
