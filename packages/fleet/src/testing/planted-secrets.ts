import { tokenChecksum } from '../literal-secrets/forms/token-checksum.ts';

const letters = 'Ab3';

function tokenOfGitHub(prefix: string): string {
  const random = letters.repeat(10);
  return `${prefix}_${random}${tokenChecksum(random)}`;
}

/**
 * One secret of every form, by what it is called. None is real, and each is put together here, so that no file holds a text
 * that looks like one.
 */
export const plantedSecrets: Readonly<Record<string, string>> = {
  'a GitHub personal access token': tokenOfGitHub('ghp'),
  'a GitHub fine-grained token': `${'github'}_pat_${letters.repeat(7)}A_${letters.repeat(19)}Ab`,
  'a GitHub OAuth token': tokenOfGitHub('gho'),
  'a GitHub App token': `${'gh'}s_12345_eyJ${letters.repeat(12)}.x-y_z`,
  'a GitHub refresh token': tokenOfGitHub('ghr'),
  'a secret key of age': `${'AGE'}-SECRET-KEY-1${'QPZ8'.repeat(15)}`,
  'an AWS access key': `${'AK'}IA${'Z0'.repeat(8)}`,
  'a Docker Hub token': `${'dckr'}_pat_${letters.repeat(9)}`,
  'a Vault token': `${'hvs'}.${letters.repeat(30)}`,
  'a GitLab token': `${'glpat'}-${letters.repeat(7)}`,
  'a 1Password token': `${'ops'}_eyJ${letters.repeat(30)}`,
  'an Artifactory token': `${'AKCp'}8${letters.repeat(20)}`,
  'a Google API key': `${'AIza'}${letters.repeat(12).slice(1)}`,
  'a Google access token': `${'ya29'}.${letters.repeat(20)}`,
  'an npm token': `${'npm'}_${letters.repeat(12)}`,
  'a Slack token': `${'xoxb'}-123456780000-${letters.repeat(8)}`,
  'a JSON web token': `${'eyJ'}${letters.repeat(8)}.eyJ${letters.repeat(9)}.${letters.repeat(10)}`,
  'a private key in base64': btoa(plantedKey('')),
  'a GitHub personal access token in base64': btoa(tokenOfGitHub('ghp')),
  'a docker configuration with a login in base64': btoa(
    `{"auths":{"ghcr.io":{"password":"${letters}"}}}`,
  ),
};

/** A private key of several lines, with an indent before each but the first. */
export function plantedKey(indent: string, kind = 'RSA '): string {
  const line = (word: string) => `-----${word} ${kind}PRIVATE ${'KEY'}-----`;
  const content = Array.from({ length: 3 }, (_, row) => `${letters.repeat(20)}${row}/+==`);
  return [line('BEGIN'), ...content, line('END')].join(`\n${indent}`);
}
