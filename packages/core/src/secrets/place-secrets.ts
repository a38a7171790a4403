import type { Fleet } from '@fleetc/fleet';
import type { PendingSecret, SecretUse } from '../bundle.ts';
import { objectLabels } from '../emission/object-metadata.ts';
import { type SecretNeed, secretNeeds } from './secret-needs.ts';

/** The Secrets of a fleet by who makes them. */
export interface PlacedSecrets {
  /** `fleetc secrets` makes them. */
  readonly pending: readonly PendingSecret[];
  /** Somebody else makes them. */
  readonly existing: readonly SecretUse[];
}

/** Gathers all reasons for one Secret in one namespace, and decides who makes it. */
export function placeSecrets(fleet: Fleet): PlacedSecrets {
  const groups = new Map<string, SecretNeed[]>();
  for (const need of secretNeeds(fleet)) {
    const key = `${need.namespace}/${need.name}`;
    const group = groups.get(key);
    if (group) group.push(need);
    else groups.set(key, [need]);
  }
  const keys = [...groups.keys()].sort();
  const secrets = keys.map((key) => placeSecret(fleet, groups.get(key)!));
  return {
    pending: secrets.filter(isPending),
    existing: secrets.filter((secret) => !isPending(secret)),
  };
}

function placeSecret(fleet: Fleet, needs: readonly SecretNeed[]): SecretUse | PendingSecret {
  // A Secret that the fleet describes may be read by name too, as by a variable of a pool.
  const { name, namespace, path, made } = needs.find((need) => need.made) ?? needs[0]!;
  const consumers = distinct(needs.map(({ consumer }) => consumer));
  const keys = distinct(needs.flatMap((need) => need.keys));
  const use = { name, namespace, consumers, keys, path };
  const origin = made?.source.from;
  if (!made || (origin?.source !== 'env' && origin?.source !== 'file')) return use;
  return {
    ...use,
    type: made.type,
    labels: objectLabels({ fleet, component: 'actions-runner-controller' }),
    annotations: fleet.annotations,
    content: made.content(origin),
  };
}

function isPending(secret: SecretUse | PendingSecret): secret is PendingSecret {
  return 'content' in secret;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
