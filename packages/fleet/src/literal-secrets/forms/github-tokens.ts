import { isPlaceholder } from '../placeholder.ts';
import { byPattern, type SecretForm, type Verdict } from '../secret-form.ts';
import { hasTokenChecksum } from './token-checksum.ts';

/**
 * GitHub's tokens as its token format announcement lists them. Lengths are lower bounds, because GitHub reserves the right
 * to grow them; a token that is glued to a word before it is known by its full length.
 */
export const githubTokens: readonly SecretForm[] = [
  short('a GitHub personal access token', 'ghp'),
  byPattern(
    'a GitHub fine-grained token',
    'github_pat_',
    /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{20,}/g,
    (token) => {
      if (/^github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}$/.test(token)) return 'certain';
      return isPlaceholder(token) ? 'none' : 'likely';
    },
  ),
  short('a GitHub OAuth token', 'gho'),
  byPattern(
    'a GitHub App token',
    'gh[us]_',
    /(?<![A-Za-z0-9])gh[us]_[A-Za-z0-9_.-]{20,}|gh[us]_[A-Za-z0-9_.-]{36,}/g,
    // The long form carries the App's id and a JSON web token.
    (token) => (/^gh[us]_\d+_eyJ/.test(token) ? 'certain' : judgeShort(token)),
  ),
  short('a GitHub refresh token', 'ghr'),
];

function short(what: string, prefix: string): SecretForm {
  const pattern = new RegExp(
    `(?<![A-Za-z0-9])${prefix}_[A-Za-z0-9]{20,}|${prefix}_[A-Za-z0-9]{36,}`,
    'g',
  );
  return byPattern(what, `${prefix}_`, pattern, judgeShort);
}

// A wrong checksum never dismisses a token: its form may have grown, or a letter may be mistyped.
function judgeShort(token: string): Verdict {
  // The long form has dots, so the end of a sentence counts as part of a short one.
  const [, body = ''] = /^gh._([A-Za-z0-9]{36})[._-]*$/.exec(token) ?? [];
  if (hasTokenChecksum(body)) return 'certain';
  return isPlaceholder(token) ? 'none' : 'likely';
}
