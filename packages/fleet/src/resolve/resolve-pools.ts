import type { Diagnostic } from '@fleetc/diagnostics';
import { deriveName, nameBudgets } from '@fleetc/notation';
import type { Credential, Pool, Scope } from '../model.ts';
import { nullWithoutEffect } from '../rules/references/null-rule.ts';
import {
  nestedProfiles,
  poolWithoutScope,
  unknownProfile,
  unknownScope,
} from '../rules/references/reference-rules.ts';
import type { EffectivePool, ImageInput, PoolInput } from '../schema/input.ts';
import { checkPoolShape } from '../shape/check-shape.ts';
import { bindLogin } from './bind-login.ts';
import {
  isBroken,
  markBroken,
  report,
  reportUnknown,
  isTainted,
  type Resolving,
} from './context.ts';
import { defaultRunnerImage, poolDefaults } from './defaults.ts';
import { defaultWebhookDuration } from './expand.ts';
import { defined } from './defined.ts';
import { idleNulls } from './idle-nulls.ts';
import { mergePatch, poolShape } from './merge-patch.ts';
import { findOrigin, type Layer, withFilePlace, withPoolPlace } from './origin.ts';
import { toPool } from './pool-model.ts';
import { isPlain, type Plain, sortedEntries, valueAt } from './plain.ts';

/** The kind of object that decides how long a pool's names may be. */
const objectKind = { deployment: 'RunnerDeployment', set: 'RunnerSet' } as const;

/** What pools take from the rest of the fleet. */
export interface PoolSurroundings {
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly namePrefix: string;
  readonly namespace: string;
  /** The controller's runner image. */
  readonly runnerImage: string;
  /** Pools of this environment; all when absent. */
  readonly only?: readonly string[];
  /** Filled with the layers of each pool, by which origins are found. */
  readonly layers: Map<string, readonly Layer[]>;
}

/** A resolved pool with the plain value behind it. */
export interface ResolvedPool {
  readonly pool?: Pool;
  readonly name: string;
  readonly effective: Plain;
}

/** Merges the layers of every pool, checks the result and binds its scopes. */
export async function resolvePools(
  resolving: Resolving,
  surroundings: PoolSurroundings,
): Promise<ResolvedPool[]> {
  checkProfiles(resolving);
  const resolved: ResolvedPool[] = [];
  for (const [name, input] of sortedEntries(
    resolving.value['pools'] as Record<string, PoolInput>,
  )) {
    if (surroundings.only && !surroundings.only.includes(name)) continue;
    const layers = layersOf(resolving, name, input);
    surroundings.layers.set(name, layers);
    reportIdleNulls(resolving, name, layers);
    const effective = complete(name, mergeLayers(layers), surroundings);
    resolved.push({
      name,
      effective,
      ...(await bindPool(resolving, name, effective, surroundings)),
    });
  }
  return resolved;
}

function checkProfiles(resolving: Resolving): void {
  const profiles = resolving.value['profiles'] as Record<string, PoolInput> | undefined;
  for (const [profile, { profiles: nested }] of sortedEntries(profiles)) {
    if (!nested) continue;
    markBroken(resolving, ['profiles', profile]);
    report(resolving, nestedProfiles, { profile }, ['profiles', profile, 'profiles'], {
      part: 'key',
    });
  }
}

function layersOf(resolving: Resolving, name: string, input: PoolInput): Layer[] {
  const layers: Layer[] = [{ name: 'default', path: [], value: poolDefaults }];
  const profiles = resolving.value['profiles'];
  const listed = (input.profiles ?? []).map((profile, index) => ({ profile, index }));
  for (const { profile, index } of [{ profile: 'default', index: -1 }, ...listed]) {
    const path = ['profiles', profile];
    const value = valueAt(profiles, [profile]);
    if (isPlain(value)) layers.push({ name: `profile ${profile}`, path, value });
    if (isPlain(value) && isBroken(resolving, path)) markBroken(resolving, ['pools', name]);
    if (value !== undefined || index < 0) continue;
    const reference = { user: `pool "${name}"`, name: profile, block: 'profiles' };
    reportUnknown(resolving, unknownProfile, reference, ['pools', name, 'profiles', index]);
    markBroken(resolving, ['pools', name]);
  }
  return [...layers, { name: 'file', path: ['pools', name], value: input }];
}

function mergeLayers(layers: readonly Layer[]): Plain {
  return layers.reduce<Plain>(
    (merged, layer) => mergePatch(merged, layer.value, poolShape) as Plain,
    {},
  );
}

function reportIdleNulls(resolving: Resolving, pool: string, layers: readonly Layer[]): void {
  const own = layers.at(-1)?.value;
  // Merging is dear, and few pools have such a key.
  const [first] = idleNulls(own, undefined, poolShape);
  // What a default gives comes back when it is taken away.
  for (const path of first ? idleNulls(own, mergeLayers(layers.slice(1, -1)), poolShape) : []) {
    const params = { key: path.join('.'), pool };
    report(resolving, nullWithoutEffect, params, ['pools', pool, ...path], { part: 'key' });
  }
}

/** Fills what depends on other fields, and what a layer took away from the built-in defaults. */
function complete(name: string, merged: Plain, surroundings: PoolSurroundings): Plain {
  const { kind, ephemeral, docker: usual } = poolDefaults;
  const docker = (merged['docker'] ?? usual) as Plain;
  const mode = Object.keys(docker)[0] ?? 'sidecar';
  const image = (merged['image'] ?? {}) as ImageInput;
  const only = [...surroundings.scopes.keys()];
  const inherited = only.length === 1 && merged['scopes'] === undefined ? { scope: only[0] } : {};
  return {
    ...inherited,
    namespace: surroundings.namespace,
    labels: [name],
    ...merged,
    kind: merged['kind'] ?? kind,
    ephemeral: merged['ephemeral'] ?? ephemeral,
    docker,
    image: { reference: defaultRunnerImage(mode, surroundings.runnerImage), ...image },
    ...completeSignals(merged['autoscale']),
  };
}

/** Gives reservations the lifetime that `on: webhook` stands for, after all layers, so that it replaces none of theirs. */
function completeSignals(autoscale: unknown): Plain {
  const signals = valueAt(autoscale, ['on']);
  const webhook = valueAt(signals, ['webhook']);
  if (!isPlain(autoscale) || !isPlain(signals) || !isPlain(webhook)) return {};
  const filled = { duration: defaultWebhookDuration, ...webhook };
  return { autoscale: { ...autoscale, on: { ...signals, webhook: filled } } };
}

async function bindPool(
  resolving: Resolving,
  name: string,
  effective: Plain,
  surroundings: PoolSurroundings,
): Promise<{ pool?: Pool }> {
  const path = ['pools', name];
  // What a broken profile gives, or does not, is of no account; what the pool itself says is still looked at.
  const isDoubtful = isBroken(resolving, path);
  const locate = (place: readonly (string | number)[], part?: 'key' | 'value') =>
    findOrigin(resolving.writing, place, part).span;
  const found = isDoubtful ? [] : await checkPoolShape(effective, path, locate);
  resolving.diagnostics.push(...found.map((each) => withPlaces(resolving, name, each)));
  const said = isDoubtful ? saidOfItself(surroundings.layers.get(name)) : effective;
  const scopes = bindScopes(resolving, name, said as PoolInput, surroundings.scopes);
  const login = bindLogin(resolving, name, said as PoolInput, surroundings.credentials);
  if (isDoubtful || found.length > 0 || !scopes) return {};
  const input = effective as EffectivePool;
  const objectNames = deriveNames(`${surroundings.namePrefix}${name}`, scopes, input.kind);
  const namespace = input.namespace ?? surroundings.namespace;
  const binding = { name, scopes, objectNames, namespace, ...defined({ login }) };
  return { pool: toPool(binding, input) };
}

// Merged into nothing, so that what only deletes is not there.
function saidOfItself(layers: readonly Layer[] = []): unknown {
  return mergePatch({}, layers.at(-1)?.value ?? {}, poolShape);
}

function deriveNames(
  base: string,
  scopes: readonly Scope[],
  kind: EffectivePool['kind'] = 'deployment',
): string[] {
  const budget = nameBudgets[objectKind[kind]].length;
  return scopes.map((scope) =>
    deriveName(scopes.length > 1 ? `${base}-${scope.name}` : base, budget),
  );
}

function withPlaces({ writing }: Resolving, pool: string, diagnostic: Diagnostic): Diagnostic {
  const placed = withFilePlace(writing, diagnostic);
  return placed === diagnostic ? withPoolPlace(writing, pool, diagnostic) : placed;
}

function bindScopes(
  resolving: Resolving,
  pool: string,
  input: PoolInput,
  scopes: ReadonlyMap<string, Scope>,
): Scope[] | undefined {
  const path = ['pools', pool];
  const names = input.scopes ?? (input.scope === undefined ? [] : [input.scope]);
  if (names.length === 0) {
    const known = Object.keys((resolving.value['scopes'] as object | undefined) ?? {}).sort();
    if (known.length === 1 || isTainted(resolving, ['scopes'])) return undefined;
    if (isBroken(resolving, path)) return undefined;
    report(resolving, poolWithoutScope, { pool, known }, path, { part: 'key' });
    return undefined;
  }
  const bound = [...new Set(names)].sort().map((name) => {
    const place = input.scopes ? [...path, 'scopes', names.indexOf(name)] : [...path, 'scope'];
    const scope = scopes.get(name);
    if (!scope && !isBroken(resolving, ['scopes', name])) {
      reportUnknown(
        resolving,
        unknownScope,
        { user: `pool "${pool}"`, name, block: 'scopes' },
        place,
      );
    }
    return scope;
  });
  return bound.every((scope) => scope !== undefined) ? bound : undefined;
}
