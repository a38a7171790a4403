import type { EnvSource, EnvVariable } from '../model.ts';
import type { EnvFromInput, EnvInput } from '../schema/input.ts';
import { defined } from './defined.ts';
import { sortedEntries } from './plain.ts';

type KeyInput = { readonly name: string; readonly key: string; readonly optional?: boolean };

/** Puts variables into the model's words, in the order of their names. */
export function toEnv(env: EnvInput | undefined): EnvVariable[] {
  return sortedEntries(env).map(([name, { value, secret, configMap, field }]): EnvVariable => {
    if (secret) return { name, secret: toKey(secret as KeyInput) };
    if (configMap) return { name, configMap: toKey(configMap as KeyInput) };
    if (field !== undefined) return { name, field };
    return { name, value: value ?? '' };
  });
}

function toKey({ name, key, optional }: KeyInput): KeyInput {
  return { name, key, ...defined({ optional }) };
}

/** The same for objects of which every key becomes a variable. */
export function toEnvFrom(sources: EnvFromInput | undefined): EnvSource[] {
  return sortedEntries(sources).flatMap(([name, { configMap, secret, prefix }]): EnvSource[] => {
    const object = configMap ?? secret;
    if (!object) return [];
    const kind = configMap ? 'configMap' : 'secret';
    const { optional } = object;
    return [{ name, kind, object: object.name, ...defined({ optional, prefix }) }];
  });
}
