import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { type Fleet, type RegistryCredential, upstreamHost } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import { idlePullSecret } from './idle-pull-secret.rule.ts';
import { loginAtOtherPort } from './login-at-other-port.rule.ts';

/** Warns about pull secrets whose server is none that images are pulled from. */
export function checkPullSecrets(fleet: Fleet, images: readonly ImageUse[]): Diagnostic[] {
  const hosts = new Set(images.map(({ reference }) => hostOf(reference)));
  return fleet.registry.pullSecrets
    .filter(({ server }) => !hosts.has(upstreamHost(server)))
    .flatMap((login) => reportUnmatched(fleet, login, hosts));
}

function reportUnmatched(
  fleet: Fleet,
  login: RegistryCredential,
  hosts: ReadonlySet<string>,
): Diagnostic[] {
  const { name, server } = login;
  const path = [...login.path, 'registry', 'server'];
  const place = { span: fleet.origin(path).span, path };
  const host = [...hosts].sort().find((candidate) => isSameName(candidate, server));
  if (host !== undefined) return [createDiagnostic(loginAtOtherPort, { server, host }, place)];
  if (servesJobs(fleet, login)) return [];
  return [createDiagnostic(idlePullSecret, { credential: name, server }, place)];
}

/** What jobs pull is in no file: of their pods in Kubernetes mode, and of the docker that they are logged in with. */
function servesJobs({ pools }: Fleet, { name }: RegistryCredential): boolean {
  return pools.some(({ docker }) => docker.mode === 'kubernetes' || docker.login?.name === name);
}

function isSameName(left: string, right: string): boolean {
  return withoutPort(left) === withoutPort(right);
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function hostOf(reference: string): string {
  return upstreamHost(parseImageReference(reference)?.registry ?? '');
}
