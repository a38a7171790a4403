import type { GitHubCredential } from '@fleetc/fleet';
import { githubKeys } from '../secrets/github-keys.ts';

/** Environment by which ARC's servers read a credential from the Secret that the controller uses. */
export function credentialEnvironment({ kind, secret }: GitHubCredential): object[] {
  return githubKeys[kind].map((key) => ({
    name: key.toUpperCase(),
    valueFrom: { secretKeyRef: { name: secret.name, key } },
  }));
}
