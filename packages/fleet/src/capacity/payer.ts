import type { Fleet, GitHubCredential } from '../model.ts';

/**
 * What GitHub counts the calls of a credential against, in words that are the same wherever it is the same; nothing where
 * the file cannot tell. A token from a variable or a store may be another one in each environment.
 */
export function payerOf(credential: GitHubCredential, { github }: Fleet): string | undefined {
  const where = github.product === 'github.com' ? '' : ` at ${github.url}`;
  if (credential.kind === 'app') {
    return `App ${credential.appId}, installation ${credential.installationId}${where}`;
  }
  const { from } = credential.secret;
  return from.source === 'sops' ? `the token in ${from.file}${where}` : undefined;
}
