import type { Label, Path } from '@fleetc/diagnostics';
import type { Credential, GitHubCredential, RegistryCredential } from '../model.ts';
import {
  controllerWithoutCredential,
  unknownCredential,
  wrongCredentialKind,
} from '../rules/references/reference-rules.ts';
import type { CredentialInput, SecretInput } from '../schema/input.ts';
import { isBroken, markBroken, report, reportUnknown, type Resolving } from './context.ts';
import { defined } from './defined.ts';
import { findOrigin } from './origin.ts';
import { sortedEntries, valueAt } from './plain.ts';
import { resolveSecret, type SecretContext } from './resolve-secrets.ts';

/** Resolves every credential of the file. */
export function resolveCredentials(context: SecretContext): Map<string, Credential> {
  const { resolving } = context;
  const input = resolving.value['credentials'] as Record<string, CredentialInput> | undefined;
  const credentials = new Map<string, Credential>();
  for (const [name, credential] of sortedEntries(input)) {
    const resolved = resolveCredential(context, name, credential);
    if (resolved) credentials.set(name, resolved);
    else markBroken(resolving, ['credentials', name]);
  }
  return credentials;
}

function resolveCredential(
  context: SecretContext,
  name: string,
  { pat, app, registry }: CredentialInput,
): Credential | undefined {
  const path = ['credentials', name];
  const secretOf = (kind: Credential['kind'], input: SecretInput | undefined) =>
    resolveSecret(context, input, {
      fallback: name,
      path: [...path, kind, 'secret'],
      user: `credential "${name}"`,
    });
  if (pat) return { kind: 'pat', name, path, secret: secretOf('pat', pat.secret) };
  if (app?.id !== undefined && app.installationId !== undefined) {
    const ids = { appId: String(app.id), installationId: String(app.installationId) };
    return { kind: 'app', name, path, ...ids, secret: secretOf('app', app.secret) };
  }
  if (registry?.server !== undefined) {
    const { server, username } = registry;
    const secret = secretOf('registry', registry.secret);
    return { kind: 'registry', name, path, server, ...defined({ username }), secret };
  }
  return undefined;
}

/** Binds a reference to a GitHub credential; `undefined` when it is broken, which is then reported. */
export function bindGitHub(
  resolving: Resolving,
  credentials: ReadonlyMap<string, Credential>,
  reference: { readonly user: string; readonly name: string },
  path: Path,
): GitHubCredential | undefined {
  const credential = bind(resolving, credentials, reference, path);
  if (!credential) return undefined;
  if (credential.kind !== 'registry') return credential;
  const words = { ...reference, kind: 'a registry login', needed: 'a GitHub credential' };
  report(resolving, wrongCredentialKind, words, path, {
    related: [definition(resolving, credential)],
  });
  return undefined;
}

/** Binds a reference to a registry login. */
export function bindRegistry(
  resolving: Resolving,
  credentials: ReadonlyMap<string, Credential>,
  reference: { readonly user: string; readonly name: string },
  path: Path,
): RegistryCredential | undefined {
  const credential = bind(resolving, credentials, reference, path);
  if (!credential) return undefined;
  if (credential.kind === 'registry') return credential;
  const kind = credential.kind === 'pat' ? 'a personal access token' : 'a GitHub App';
  const words = { ...reference, kind, needed: 'a registry login' };
  report(resolving, wrongCredentialKind, words, path, {
    related: [definition(resolving, credential)],
  });
  return undefined;
}

function bind(
  resolving: Resolving,
  credentials: ReadonlyMap<string, Credential>,
  { user, name }: { readonly user: string; readonly name: string },
  path: Path,
): Credential | undefined {
  const credential = credentials.get(name);
  if (credential) return credential;
  const exists = valueAt(resolving.value, ['credentials', name]) !== undefined;
  if (exists && isBroken(resolving, ['credentials', name])) return undefined;
  reportUnknown(resolving, unknownCredential, { user, name, block: 'credentials' }, path);
  return undefined;
}

function definition(resolving: Resolving, { name, path }: Credential): Label {
  return {
    span: findOrigin(resolving.writing, path, 'key').span,
    text: `"${name}" is defined here`,
  };
}

/** The controller's own credential: the one that it names, or the only one there is. */
export function resolveControllerCredential(
  resolving: Resolving,
  credentials: ReadonlyMap<string, Credential>,
  named: string | undefined,
): GitHubCredential | undefined {
  const path = ['controller', 'credentials'];
  if (named !== undefined) {
    return bindGitHub(resolving, credentials, { user: 'the controller', name: named }, path);
  }
  const candidates = [...credentials.values()].filter(
    (credential) => credential.kind !== 'registry',
  );
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  if (resolving.broken.size > 0 && candidates.length === 0) return undefined;
  const known = candidates.map((credential) => credential.name);
  const place =
    valueAt(resolving.value, ['controller']) === undefined ? ['credentials'] : ['controller'];
  report(resolving, controllerWithoutCredential, { known }, place, {
    part: 'key',
    related: candidates.slice(0, 3).map((candidate) => definition(resolving, candidate)),
  });
  return undefined;
}
