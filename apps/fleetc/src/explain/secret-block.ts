import type { Json, JsonObject, SecretOrigin, SecretSource } from '@fleetc/fleet';

/** A Secret as the language writes it when nothing is left to the defaults; ciphertext is not repeated. */
export function secretBlock({ name, from }: SecretSource): JsonObject {
  return { name, from: originBlock(from) };
}

function originBlock(from: SecretOrigin): JsonObject {
  switch (from.source) {
    case 'existing':
      return { existing: true };
    case 'env':
      return { env: from.variable };
    case 'file':
      return { file: from.file };
    case 'sops':
      return { sops: { file: from.file } };
    case 'sealedSecret':
      return { sealedSecret: { scope: from.scope } };
    case 'externalSecret': {
      const { store, key, property, refreshPolicy, refresh } = from;
      const { name, kind } = store;
      const block = { store: { name, kind }, key, property, refreshPolicy, refresh };
      return { externalSecret: given(block) };
    }
    case 'vaultSecret': {
      const { auth, mount, type, entry, field, refresh } = from;
      return { vaultSecret: given({ auth, mount, type, entry, field, refresh }) };
    }
  }
}

function given(block: Readonly<Record<string, Json | undefined>>): JsonObject {
  const entries = Object.entries(block).filter((entry): entry is [string, Json] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(entries);
}
