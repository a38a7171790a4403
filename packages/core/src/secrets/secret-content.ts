import type { Credential, GitHub, GitHubCredential, RegistryCredential } from '@fleetc/fleet';
import type { SecretContent, ValueSource } from '../bundle.ts';
import { githubKeys, webhookKey } from './github-keys.ts';

/** The content of a Secret as far as it may be known: everything but the value itself. */
export type ContentOf = (value: ValueSource) => SecretContent;

/** Content of a credential's Secret. */
export function credentialContent(credential: Credential, github: GitHub): ContentOf {
  if (credential.kind === 'registry') return registryContent(credential);
  const key = githubKeys[credential.kind].at(-1)!;
  const literal = { ...appIds(credential), ...githubAddresses(github) };
  return (value) => ({ form: 'keys', literal, key, value });
}

/** Content of a Secret with the HMAC secret of a webhook. */
export function webhookContent(value: ValueSource): SecretContent {
  return { form: 'keys', literal: {}, key: webhookKey, value };
}

function registryContent({ server, username = '' }: RegistryCredential): ContentOf {
  return (password) => ({
    form: 'dockerconfigjson',
    server: serverKey(server),
    username,
    password,
  });
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
