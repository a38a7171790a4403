const letters = 'Ab3';

/**
 * One secret of every form, by what it is called. None is real, and each is put together here, so that no file holds a text
 * that looks like one.
 */
export const plantedSecrets: Readonly<Record<string, string>> = {
  'a GitHub personal access token': `${'gh'}p_${letters.repeat(12)}`,
  'a GitHub fine-grained token': `${'github'}_pat_${letters.repeat(7)}_${letters.repeat(19)}`,
  'a GitHub OAuth token': `${'gh'}o_${letters.repeat(12)}`,
  'a GitHub App token': `${'gh'}s_${letters.repeat(12)}.x-y_z`,
  'a GitHub refresh token': `${'gh'}r_${letters.repeat(25)}`,
  'an AWS access key': `${'AK'}IA${'Z0'.repeat(8)}`,
  'a Docker Hub token': `${'dckr'}_pat_${letters.repeat(9)}`,
};

/** A private key of several lines, with an indent before each but the first. */
export function plantedKey(indent: string, kind = 'RSA '): string {
  const line = (word: string) => `-----${word} ${kind}PRIVATE ${'KEY'}-----`;
  const content = Array.from({ length: 3 }, (_, row) => `${letters.repeat(20)}${row}/+==`);
  return [line('BEGIN'), ...content, line('END')].join(`\n${indent}`);
}
