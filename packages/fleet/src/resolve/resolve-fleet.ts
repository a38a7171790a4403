import type { Path, Result } from '@fleetc/diagnostics';
import type { Destination, Fleet, GitHub, JsonObject } from '../model.ts';
import { unknownPool } from '../rules/references/reference-rules.ts';
import type {
  ControllerInput,
  EnvironmentInput,
  FleetInput,
  NetworkInput,
  RegistryInput,
  SecretsInput,
} from '../schema/input.ts';
import { checkFleetShape } from '../shape/check-shape.ts';
import { entriesOf } from '../shape/entries.ts';
import { checkOverrides } from './check-overrides.ts';
import { entryKey, isTainted, reportUnknown, type Resolving } from './context.ts';
import { fleetDefaults } from './defaults.ts';
import { defined } from './defined.ts';
import { fleetShape, mergePatch } from './merge-patch.ts';
import { findOrigin, type Layer, withFilePlace, type Writing } from './origin.ts';
import { deepFreeze, isPlain, type Plain, valueAt } from './plain.ts';
import type { FleetFile } from './read-fleet.ts';
import { resolveController } from './resolve-controller.ts';
import { resolveControllerCredential, resolveCredentials } from './resolve-credentials.ts';
import { resolveNetwork } from './resolve-network.ts';
import { resolveOutputs } from './resolve-outputs.ts';
import { resolvePools } from './resolve-pools.ts';
import { resolveRegistry } from './resolve-registry.ts';
import { resolveScopes } from './resolve-scopes.ts';
import { resolveSecretDefaults } from './resolve-secrets.ts';

/** A fleet, what was found on the way, and where nothing more should be said. */
export interface FleetResolution extends Result<Fleet> {
  /** Whether an earlier finding took something out of the entry that `path` belongs to. */
  readonly silences: (path: Path) => boolean;
}

type EffectiveMetadata = {
  [K in keyof FleetInput['metadata']]-?: NonNullable<FleetInput['metadata'][K]>;
};

/**
 * Resolves a file for one environment: its override applied, references bound, profiles merged, defaults filled. The
 * fleet lacks what could not be resolved; it is absent when not even the controller could be.
 */
export async function resolveFleet(file: FleetFile, environment: string): Promise<FleetResolution> {
  const layers = new Map<string, readonly Layer[]>();
  const resolving = await applyEnvironment(file, environment, layers);
  const { diagnostics } = resolving;
  const defaults = fleetDefaults(fleetName(resolving.value));
  const blocks = mergePatch(defaults, withoutPools(resolving.value), fleetShape) as Plain;
  const controllerInput = blocks['controller'] as ControllerInput;

  const secretsInput = blocks['secrets'] as SecretsInput;
  const secretContext = { resolving, input: secretsInput };
  const credentials = resolveCredentials(secretContext);
  const credential = resolveControllerCredential(
    resolving,
    credentials,
    controllerInput.credentials,
  );
  const scopes = resolveScopes(resolving, credentials, credential);
  const metadata = blocks['metadata'] as EffectiveMetadata;
  const input = environmentInput(file, environment);
  checkOnly(resolving, environment, input);
  checkOverrides(resolving, environment);
  const pools = await resolvePools(resolving, {
    scopes,
    credentials,
    namePrefix: metadata.namePrefix,
    namespace: controllerInput.namespace!,
    runnerImage: controllerInput.images!.runner!,
    ...defined({ only: input.only }),
    layers,
  });
  const registry = resolveRegistry(resolving, blocks['registry'] as RegistryInput, credentials);
  const silences = (path: Path) => isTainted(resolving, path);
  if (!credential) return { diagnostics, silences };
  const effective = {
    ...blocks,
    pools: Object.fromEntries(pools.map((p) => [p.name, p.effective])),
  };
  const fleet: Fleet = {
    name: fleetName(resolving.value),
    environment,
    namePrefix: metadata.namePrefix,
    labels: metadata.labels,
    annotations: metadata.annotations,
    createNamespaces: (blocks['namespaces'] as { create: boolean }).create,
    github: resolveGitHub((blocks['github'] as { url: string }).url),
    network: resolveNetwork(blocks['network'] as NetworkInput | undefined),
    controller: resolveController(controllerInput, credential, secretContext),
    registry,
    secrets: resolveSecretDefaults(secretsInput),
    credentials,
    scopes,
    pools: pools.flatMap(({ pool }) => pool ?? []),
    destination: (input.destination ?? {}) as Destination,
    outputs: resolveOutputs(file),
    effective: effective as JsonObject,
    origin: (path, part) => findOrigin(resolving.writing, path, part),
  };
  return { value: deepFreeze(fleet), diagnostics, silences };
}

async function applyEnvironment(
  file: FleetFile,
  environment: string,
  layers: ReadonlyMap<string, readonly Layer[]>,
): Promise<Resolving> {
  const { document, value: base } = file;
  const { override } = environmentInput(file, environment);
  const writing: Writing = { document, environment, base, override, layers };
  const tainted = taintedEntries(file, environment, override);
  const resolving = { writing, value: base, diagnostics: [], tainted, broken: new Set<string>() };
  if (!isPlain(override)) return resolving;
  const patched = mergePatch(base, override, fleetShape);
  const shaped = await checkFleetShape(
    patched,
    (path, part) => findOrigin(writing, path, part).span,
  );
  const fresh = shaped.diagnostics.filter(({ path }) => path && !tainted.has(entryKey(path)));
  const diagnostics = fresh.map((diagnostic) => withFilePlace(writing, diagnostic));
  const all = new Set([...tainted, ...shaped.tainted.map(entryKey)]);
  return { ...resolving, value: shaped.value, diagnostics, tainted: all };
}

// Where something was taken out of an environment, what it overrides is as doubtful.
function taintedEntries(
  { tainted }: FleetFile,
  environment: string,
  override: unknown,
): ReadonlySet<string> {
  const keys = new Set(tainted.map(entryKey));
  if (!keys.has(entryKey(['environments', environment]))) return keys;
  return new Set([...keys, ...entriesOf(override).map(entryKey)]);
}

function environmentInput(file: FleetFile, environment: string): EnvironmentInput {
  const input = valueAt(file.value, ['environments', environment]);
  return isPlain(input) ? (input as EnvironmentInput) : {};
}

function checkOnly(resolving: Resolving, environment: string, { only }: EnvironmentInput): void {
  for (const [index, name] of (only ?? []).entries()) {
    if (valueAt(resolving.value, ['pools', name]) !== undefined) continue;
    const reference = { user: `environment "${environment}"`, name, block: 'pools' };
    const path: Path = ['environments', environment, 'only', index];
    reportUnknown(resolving, unknownPool, reference, path);
  }
}

function fleetName(value: Plain): string {
  const name = valueAt(value, ['metadata', 'name']);
  return typeof name === 'string' ? name : 'fleet';
}

function withoutPools(value: Plain): Plain {
  const { pools: _pools, environments: _environments, ...blocks } = value;
  return blocks;
}

function resolveGitHub(text: string): GitHub {
  const url = text.replace(/\/+$/, '');
  const host = /^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? '';
  if (host === 'github.com' || host === 'www.github.com') return { url, product: 'github.com' };
  return { url, product: host.endsWith('.ghe.com') ? 'ghe.com' : 'server' };
}
