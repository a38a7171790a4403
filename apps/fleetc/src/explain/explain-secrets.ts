import { formatPath, type Path } from '@fleetc/diagnostics';
import type { Fleet, Json, JsonObject, SecretSource } from '@fleetc/fleet';
import { isObject } from './find-value.ts';
import { secretBlock } from './secret-block.ts';

type Explained = Pick<Fleet, 'origin'> & { readonly effective: JsonObject };

/** Adds to each Secret of the effective fleet what it takes over from the block `secrets`, and says from where. */
export function explainSecrets(fleet: Fleet): Explained {
  const sources = secretSources(fleet);
  const effective = sources.reduce<JsonObject>(
    (value, source) => fill(value, source.path, secretBlock(source)) as JsonObject,
    fleet.effective,
  );
  return {
    effective,
    origin(path, part) {
      const own = fleet.origin(path, part);
      const source = sources.find((one) => isBelow(path, one.path));
      if (!source || own.layer !== 'default') return own;
      const place = placeOf(fleet, source, path.slice(source.path.length));
      if (!place) return own;
      const { layer, span } = fleet.origin(place, part);
      const words = formatPath(place);
      return { span, layer: layer === 'file' ? words : `${words} of ${layer}` };
    },
  };
}

function secretSources({ credentials, controller }: Fleet): SecretSource[] {
  const { webhookServer, metrics } = controller;
  const own = [...credentials.values()].map(({ secret }) => secret);
  const servers = [webhookServer?.secret, metrics.server?.secret];
  return [...own, ...servers.filter((secret) => secret !== undefined)];
}

/** A value with a block at a path, as far as it does not say something there itself. */
function fill(value: Json | undefined, path: Path, block: Json): Json {
  const [step, ...rest] = path;
  if (step !== undefined) {
    const map = value !== undefined && isObject(value) ? value : {};
    return { ...map, [step]: fill(map[String(step)], rest, block) };
  }
  if (value === undefined || !isObject(value) || !isObject(block)) return value ?? block;
  const keys = [...new Set([...Object.keys(value), ...Object.keys(block)])];
  return Object.fromEntries(keys.map((key) => [key, fillKey(value, block, key)]));
}

function fillKey(value: JsonObject, block: JsonObject, key: string): Json {
  return block[key] === undefined ? value[key]! : fill(value[key], [], block[key]);
}

/** Keys of sources, each with the key of the block `secrets` that speaks for it. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  'externalSecret.store': ['store'],
  'externalSecret.key': ['keyPrefix'],
  'externalSecret.property': ['property'],
  'externalSecret.refresh': ['refresh'],
  'vaultSecret.auth': ['vault', 'auth'],
  'vaultSecret.mount': ['vault', 'mount'],
  'vaultSecret.type': ['vault', 'type'],
  'vaultSecret.entry': ['keyPrefix'],
  'vaultSecret.refresh': ['refresh'],
  'sealedSecret.scope': ['sealing', 'scope'],
  'sops.file': ['sops', 'folder'],
};

/** Where in the block `secrets` a part of a Secret comes from: its own word, else that of the source as a whole. */
function placeOf(
  { effective, origin }: Fleet,
  { path }: SecretSource,
  [block, source, key, ...rest]: Path,
): Path | undefined {
  if (block !== 'from') return undefined;
  const word = defaults[`${String(source)}.${String(key)}`];
  const places = word ? [[...word, ...rest], word] : [];
  const place = places.map((one) => ['secrets', ...one]).find((one) => has(effective, one));
  if (place) return place;
  const isInherited = origin([...path, 'from']).layer === 'default';
  return isInherited && has(effective, ['secrets', 'default']) ? ['secrets', 'default'] : undefined;
}

function has(value: Json | undefined, path: Path): boolean {
  const [step, ...rest] = path;
  if (value === undefined || step === undefined) return value !== undefined;
  return isObject(value) && Object.hasOwn(value, step) && has(value[String(step)], rest);
}

function isBelow(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}
