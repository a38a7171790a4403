import type { Fleet, SecretSource } from '@fleetc/fleet';
import { type SecretForm, type SecretType, typeOf } from './secret-form.ts';
import { secretNeeds } from './secret-needs.ts';

/** A Secret that the fleet describes, in one namespace where something needs it. */
export interface SecretPlace {
  readonly namespace: string;
  readonly name: string;
  readonly type: SecretType;
  readonly source: SecretSource;
  readonly form: SecretForm;
}

/**
 * Where the Secrets that the fleet describes have to be, by namespace and name, whether their sources are complete or
 * not: what has to be known before a value can be sealed.
 */
export function secretPlaces(fleet: Fleet): SecretPlace[] {
  const places = new Map<string, SecretPlace>();
  for (const { namespace, name, made } of secretNeeds(fleet)) {
    if (!made) continue;
    const { source, form } = made;
    const key = `${namespace}/${name} ${source.path.join('/')}`;
    places.set(key, { namespace, name, type: typeOf(form), source, form });
  }
  return [...places.keys()].sort().map((key) => places.get(key)!);
}
