import { isPlaceholder, isReference } from '../placeholder.ts';
import { decodeBase64 } from '../decode-base64.ts';
import { byPattern, type SecretForm, type SecretPlace, type Verdict } from '../secret-form.ts';

/** User names together with their passwords. */
export const logins: readonly SecretForm[] = [
  byPattern(
    'a password in a URL',
    String.raw`:\/\/[^\s/@]*(?:@|\/[^\s@]{1,200}@)`,
    // `$(NAME)`, `${NAME}` and `<password>` only stand for one; `image:tag@sha256:` is no login, nor `host:port/@path`. A
    // password with "@" or "/" in it is no URL, and would be shown for that.
    /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']*:)(?!\$\(\w+\)@|\$\{\w+\}@|<[^>@\s]*>@)(?:[^\s/"']+|(?!\d{1,5}[/,?#])[^\s"']{1,200})(?=@(?!sha256:))/gi,
    (password) => (/^x+$/.test(password) ? 'none' : 'certain'),
  ),
  {
    what: 'a docker configuration with a login',
    hint: String.raw`auths\\?["']`,
    find: findDockerConfigurations,
  },
  byPattern(
    'the login of a registry',
    String.raw`auth\\?["']?\s{0,10}:|[Bb]asic\s|BASIC\s`,
    /(?<before>\bauth\\?["']?\s{0,10}:\s{0,10}\\?["']?|\b(?:[Bb]asic|BASIC)\s{1,10})[A-Za-z0-9+/]{8,}={0,2}(?![A-Za-z0-9+/=])/g,
    judgeAuth,
  ),
];

/**
 * `auth`, and what follows `Authorization: Basic`, is base64 of `user:password`; a name of Kubernetes, which may stand under
 * the same key, has no capitals.
 */
function judgeAuth(text: string): Verdict {
  // The kubelet reads it without padding, too.
  const login = /[A-Z]/.test(text) ? decodeBase64(text) : undefined;
  const [, password] = /^[\x21-\x39\x3b-\x7e]+:([\x20-\x7e]+)$/.exec(login ?? '') ?? [];
  return password === undefined || isReference(password) || isPlaceholder(password)
    ? 'none'
    : 'certain';
}

const opening = /\\?["']auths\\?["']\s{0,20}:\s{0,20}\{/g;
const field =
  /\\?["'](?:password|identitytoken|registrytoken|auth)\\?["']\s{0,20}:\s{0,20}\\?["'](?<value>[^"'\\\n]+)/g;

// The whole block counts as one secret: a login stands there twice, in clear and as base64.
function* findDockerConfigurations(text: string): Generator<SecretPlace> {
  let covered = 0;
  for (const { index, 0: head } of text.matchAll(opening)) {
    if (index < covered) continue;
    const start = index + head.length - 1;
    covered = endOfBlock(text, start);
    const values = [...text.slice(start, covered).matchAll(field)];
    if (values.some(({ groups }) => isLiteral(groups!['value']!))) {
      yield { start, end: covered, isCertain: true };
    }
  }
}

function isLiteral(value: string): boolean {
  return !isReference(value) && !isPlaceholder(value) && !/^x+$/.test(value);
}

/** The place after the bracket that closes the one at `start`; the end of the text when none does. */
function endOfBlock(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
