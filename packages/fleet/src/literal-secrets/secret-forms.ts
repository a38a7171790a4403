import { encodedSecrets } from './forms/encoded-secrets.ts';
import { githubTokens } from './forms/github-tokens.ts';
import { keyedSecrets } from './forms/keyed-secrets.ts';
import { logins } from './forms/logins.ts';
import { privateKeys } from './forms/private-keys.ts';
import { serviceTokens } from './forms/service-tokens.ts';
import type { SecretForm } from './secret-form.ts';

const byLook = [...githubTokens, ...privateKeys, ...serviceTokens, ...logins];

/** Every form of secret that is refused. What a form finds, the later ones do not see. */
export const secretForms: readonly SecretForm[] = [
  ...byLook,
  encodedSecrets(byLook),
  ...keyedSecrets,
];

/** What any secret of the table starts with: a text without it needs no search. */
export const secretHint = new RegExp([...new Set(secretForms.map(({ hint }) => hint))].join('|'));
