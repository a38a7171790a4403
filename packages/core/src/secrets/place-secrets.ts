import type { Fleet } from '@fleetc/fleet';
import type { PendingSecret, SecretUse } from '../bundle.ts';
import { objectLabels } from '../emission/object-metadata.ts';
import type { WantedSecret } from './delivery/wanted-secret.ts';
import { toContent, typeOf } from './secret-form.ts';
import { type SecretNeed, secretNeeds } from './secret-needs.ts';

/** The Secrets of a fleet by who makes them. */
export interface PlacedSecrets {
  /** `fleetc secrets` makes them. */
  readonly pending: readonly PendingSecret[];
  /** An object of the bundle brings them. */
  readonly wanted: readonly WantedSecret[];
  /** Somebody else makes them. */
  readonly existing: readonly SecretUse[];
}

/** Gathers all reasons for one Secret in one namespace, and decides who makes it. */
export function placeSecrets(fleet: Fleet): PlacedSecrets {
  const placed = { pending: [], wanted: [], existing: [] };
  for (const needs of groupNeeds(fleet)) placeSecret(placed, fleet, needs);
  return placed;
}

function groupNeeds(fleet: Fleet): SecretNeed[][] {
  const groups = new Map<string, SecretNeed[]>();
  for (const need of secretNeeds(fleet)) {
    const key = `${need.namespace}/${need.name}`;
    const group = groups.get(key);
    if (group) group.push(need);
    else groups.set(key, [need]);
  }
  return [...groups.keys()].sort().map((key) => groups.get(key)!);
}

interface Placing {
  readonly pending: PendingSecret[];
  readonly wanted: WantedSecret[];
  readonly existing: SecretUse[];
}

function placeSecret(placing: Placing, fleet: Fleet, needs: readonly SecretNeed[]): void {
  // A Secret that the fleet describes may be read by name too, as by a variable of a pool.
  const { name, namespace, path, user, made } = needs.find((need) => need.made) ?? needs[0]!;
  const consumers = distinct(needs.map(({ consumer }) => consumer));
  const keys = distinct(needs.flatMap((need) => need.keys));
  const use = { name, namespace, consumers, keys, path };
  const from = made?.source.from ?? { source: 'existing' };
  if (!made || from.source === 'existing') placing.existing.push(use);
  else if (from.source === 'env' || from.source === 'file') {
    const { annotations } = fleet;
    const labels = objectLabels({ fleet, component: 'actions-runner-controller' });
    const content = toContent(made.form, from);
    placing.pending.push({ ...use, type: typeOf(made.form), labels, annotations, content });
  } else placing.wanted.push({ ...use, user, source: made.source, form: made.form, from });
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
