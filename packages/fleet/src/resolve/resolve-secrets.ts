import type { Path } from '@fleetc/diagnostics';
import type {
  ExternalSecretOrigin,
  RemoteEntry,
  SecretDefaults,
  SecretOrigin,
  SecretSource,
  SecretStore,
  SealedSecretOrigin,
  SopsOrigin,
  VaultSecretOrigin,
} from '../model.ts';
import {
  secretStoreMissing,
  secretWithoutSource,
  vaultMountMissing,
} from '../rules/references/secret-rules.ts';
import type { SecretInput, SecretOriginInput, SecretsInput } from '../schema/input.ts';
import { isTainted, report, type Resolving } from './context.ts';
import { defined } from './defined.ts';

/** Everything that resolving one Secret needs. */
export interface SecretContext {
  readonly resolving: Resolving;
  readonly input: SecretsInput;
}

/** A Secret that something in the file describes. */
export interface SecretPlace {
  /** Names the Secret when the file does not. */
  readonly fallback: string;
  readonly path: Path;
  /** In words, such as `credential "github"`. */
  readonly user: string;
}

const defaultRefresh = '1h';

/** Resolves the `secrets` block. */
export function resolveSecretDefaults(input: SecretsInput): SecretDefaults {
  const { sealing = {}, sops = {} } = input;
  return {
    path: ['secrets'],
    sealing: { scope: sealing.scope ?? 'strict', ...defined({ certificate: sealing.certificate }) },
    sops: { folder: sops.folder ?? 'secrets', recipients: sops.recipients ?? [] },
    ...defined({ source: input.default }),
  };
}

/** Resolves a Secret and its source. */
export function resolveSecret(
  context: SecretContext,
  secret: SecretInput | undefined,
  place: SecretPlace,
): SecretSource {
  return {
    path: place.path,
    name: secret?.name ?? place.fallback,
    ...defined({ key: secret?.key }),
    from: resolveOrigin(context, secret?.from ?? defaultOrigin(context, place), place),
  };
}

function defaultOrigin({ resolving, input }: SecretContext, place: SecretPlace): SecretOriginInput {
  const source = input.default;
  if (source === undefined) reportMissing(resolving, secretWithoutSource, place);
  return source === undefined || source === 'existing' ? { existing: true } : { [source]: {} };
}

// What was taken out of the block with the defaults may have said it.
function reportMissing(
  resolving: Resolving,
  rule: typeof secretWithoutSource,
  { user, path }: SecretPlace,
): void {
  if (!isTainted(resolving, ['secrets'])) report(resolving, rule, { user }, path, { part: 'key' });
}

function resolveOrigin(
  context: SecretContext,
  from: SecretOriginInput,
  place: SecretPlace,
): SecretOrigin {
  const { externalSecret, vaultSecret, sealedSecret, sops, env, file } = from;
  if (externalSecret) return resolveExternal(context, externalSecret, place);
  if (vaultSecret) return resolveVault(context, vaultSecret, place);
  if (sealedSecret) return resolveSealed(context, sealedSecret);
  if (sops) return resolveSops(context, sops, place);
  if (env !== undefined) return { source: 'env', variable: env };
  if (file !== undefined) return { source: 'file', file };
  return { source: 'existing' };
}

type Input<K extends keyof SecretOriginInput> = NonNullable<SecretOriginInput[K]>;

function resolveExternal(
  context: SecretContext,
  input: Input<'externalSecret'>,
  place: SecretPlace,
): ExternalSecretOrigin {
  const { input: secrets } = context;
  // A part is said for entries that are not named; whoever names an entry says which part of it.
  const property = input.property ?? (input.key === undefined ? secrets.property : undefined);
  const entry = toEntry({ ...input, key: input.key ?? defaultKey(context, place), property });
  const fields = Object.entries(input.fields ?? {}).map(
    ([key, field]) => [key, toEntry({ ...field, key: field.key ?? entry.key })] as const,
  );
  return {
    source: 'externalSecret',
    ...entry,
    store: resolveStore(context, input.store, place),
    refreshPolicy: input.refreshPolicy ?? 'Periodic',
    refresh: input.refresh ?? secrets.refresh ?? defaultRefresh,
    fields: Object.fromEntries(fields),
  };
}

function toEntry({
  key,
  property,
  version,
  decoding,
}: Pick<Input<'externalSecret'>, 'property' | 'version' | 'decoding'> & {
  readonly key: string;
}): RemoteEntry {
  return { key, decoding: decoding ?? 'None', ...defined({ property, version }) };
}

function resolveStore(
  { resolving, input }: SecretContext,
  given: Input<'externalSecret'>['store'],
  place: SecretPlace,
): SecretStore {
  // Shorthands are expanded by now.
  const store = (given ?? input.store) as Partial<SecretStore> | undefined;
  if (store?.name === undefined) {
    reportMissing(resolving, secretStoreMissing, place);
  }
  return { name: store?.name ?? '', kind: store?.kind ?? 'ClusterSecretStore' };
}

function resolveVault(
  context: SecretContext,
  input: Input<'vaultSecret'>,
  place: SecretPlace,
): VaultSecretOrigin {
  const { vault = {}, refresh } = context.input;
  const mount = input.mount ?? vault.mount;
  if (mount === undefined) {
    reportMissing(context.resolving, vaultMountMissing, place);
  }
  return {
    source: 'vaultSecret',
    mount: mount ?? '',
    type: input.type ?? vault.type ?? 'kv-v2',
    entry: input.entry ?? defaultKey(context, place),
    fields: input.fields ?? {},
    refresh: input.refresh ?? refresh ?? defaultRefresh,
    ...defined({ auth: input.auth ?? vault.auth, field: input.field }),
  };
}

function resolveSealed(
  { input: { sealing = {} } }: SecretContext,
  input: Input<'sealedSecret'>,
): SealedSecretOrigin {
  const scope = input.scope ?? sealing.scope ?? 'strict';
  return { source: 'sealedSecret', scope, sealed: input.sealed ?? {} };
}

function resolveSops(
  { input: { sops = {} } }: SecretContext,
  { file }: Input<'sops'>,
  { fallback }: SecretPlace,
): SopsOrigin {
  return { source: 'sops', file: file ?? `${sops.folder ?? 'secrets'}/${fallback}.sops.yaml` };
}

function defaultKey({ input }: SecretContext, { fallback }: SecretPlace): string {
  return `${input.keyPrefix ?? ''}${fallback}`;
}
