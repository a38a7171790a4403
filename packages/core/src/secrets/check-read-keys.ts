import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { DeliveredSecret, PendingSecret } from '../bundle.ts';
import { secretKeyMissing } from '../rules/secret-key-missing.rule.ts';
import { pullSecretKey } from './github-keys.ts';
import { secretNeeds } from './secret-needs.ts';

/** Finds pods that read a key of a Secret which this fleet makes, and makes without that key. */
export function checkReadKeys(
  fleet: Fleet,
  pending: readonly PendingSecret[],
  delivered: readonly DeliveredSecret[],
): Diagnostic[] {
  const keysOf = new Map([
    ...pending.map((secret) => [placeOf(secret), pendingKeys(secret)] as const),
    ...delivered.map((secret) => [placeOf(secret), secret.keys] as const),
  ]);
  return secretNeeds(fleet).flatMap(({ made, name, namespace, keys: read, consumer, path }) => {
    const keys = keysOf.get(placeOf({ name, namespace }));
    if (made || !keys) return [];
    const missing = read.filter((key) => !keys.includes(key));
    return missing.map((key) => {
      const params = { consumer, secret: name, key, keys };
      return createDiagnostic(secretKeyMissing, params, { span: fleet.origin(path).span, path });
    });
  });
}

function placeOf({ name, namespace }: { readonly name: string; readonly namespace: string }) {
  return `${namespace}/${name}`;
}

function pendingKeys({ content }: PendingSecret): string[] {
  return content.form === 'keys' ? [...Object.keys(content.literal), content.key] : [pullSecretKey];
}
