import type { Credential, GitHub, GitHubCredential, RegistryCredential } from '@fleetc/fleet';
import type { SecretContent, ValueSource } from '../bundle.ts';
import { githubKeys, webhookKey } from './github-keys.ts';

/** What a Secret holds, but for the value that only its source knows. */
export type SecretForm =
  /** `literal` holds keys that are no secret (App id, installation id); the value belongs under `key`. */
  | {
      readonly form: 'keys';
      readonly literal: Readonly<Record<string, string>>;
      readonly key: string;
    }
  /** The value is the password. */
  | { readonly form: 'dockerconfigjson'; readonly server: string; readonly username?: string };

export type SecretType = 'Opaque' | 'kubernetes.io/dockerconfigjson';

/** Form of a credential's Secret. */
export function credentialForm(credential: Credential, github: GitHub): SecretForm {
  if (credential.kind === 'registry') return registryForm(credential);
  const key = githubKeys[credential.kind].at(-1)!;
  return { form: 'keys', literal: { ...appIds(credential), ...githubAddresses(github) }, key };
}

/** Form of a Secret with the HMAC secret of a webhook. */
export const webhookForm: SecretForm = { form: 'keys', literal: {}, key: webhookKey };

/** Type of the Kubernetes Secret. */
export function typeOf({ form }: SecretForm): SecretType {
  return form === 'keys' ? 'Opaque' : 'kubernetes.io/dockerconfigjson';
}

/** The content of a Secret whose value `fleetc secrets` reads. */
export function toContent(form: SecretForm, value: ValueSource): SecretContent {
  if (form.form === 'keys') return { ...form, value };
  return {
    form: 'dockerconfigjson',
    server: form.server,
    username: form.username ?? '',
    password: value,
  };
}

function registryForm({ server, username }: RegistryCredential): SecretForm {
  const key = serverKey(server);
  return { form: 'dockerconfigjson', server: key, ...(username !== undefined && { username }) };
}

/** Docker looks for this one key of Docker Hub and for bare hosts of everything else (#555). */
function serverKey(server: string): string {
  const isHub = /^(index\.|registry-1\.)?docker\.io$/i.test(server);
  return isHub ? 'https://index.docker.io/v1/' : server.toLowerCase();
}

function appIds(credential: GitHubCredential): Record<string, string> {
  if (credential.kind === 'pat') return {};
  return {
    github_app_id: credential.appId,
    github_app_installation_id: credential.installationId,
  };
}

/** A scope's client takes over the address of an enterprise server from the controller, but not those of ghe.com. */
export function githubAddresses({ product, url }: GitHub): Record<string, string> {
  if (product !== 'ghe.com') return {};
  return { github_runner_url: url, github_url: url.replace('://', '://api.') };
}
