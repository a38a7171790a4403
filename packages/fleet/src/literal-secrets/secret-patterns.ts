/** A form of text that is a secret wherever it stands. */
export interface SecretPattern {
  /** In words, for the message. */
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * Forms of secrets that are recognised by their look. GitHub's are listed in its token format announcement; the lengths
 * are lower bounds, because GitHub reserves the right to grow them.
 */
export const secretPatterns: readonly SecretPattern[] = [
  { what: 'a GitHub personal access token', pattern: /\bghp_[A-Za-z0-9]{20,}/g },
  { what: 'a GitHub fine-grained token', pattern: /\bgithub_pat_[A-Za-z0-9_]{20,}/g },
  { what: 'a GitHub OAuth token', pattern: /\bgho_[A-Za-z0-9]{20,}/g },
  { what: 'a GitHub App token', pattern: /\bgh[us]_[A-Za-z0-9_.-]{20,}/g },
  { what: 'a GitHub refresh token', pattern: /\bghr_[A-Za-z0-9]{20,}/g },
  {
    what: 'a private key',
    // Without its end, it goes on as long as the text looks like base64.
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----BEGIN )[\s\S])*?-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{16,})*)/g,
  },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { what: 'a Docker Hub token', pattern: /\bdckr_[a-z]{3}_[A-Za-z0-9_-]{20,}/g },
  {
    what: 'a password in a URL',
    // `$(NAME)`, `${NAME}` and `<password>` only stand for one; `image:tag@sha256:` is no login.
    pattern:
      /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']*:)(?!\$\(\w+\)@|\$\{\w+\}@|<[^>@\s]*>@)[^\s/@"']+(?=@(?!sha256:))/gi,
  },
  {
    // Where the text tells a key and a value on one line; what else stands there is told when it is emitted.
    what: 'a value that the chart puts into a Secret',
    pattern:
      /(?<=^[^#\n]*\bgithub_(?:token|webhook_secret_token|basicauth_password|app_private_key)["']?:\s+(?:"(?=[^"\n]+")|'(?=[^'\n]+')|(?=[^\s"'{}[\],#|>&*!~])))(?!null\b)(?:(?<=")[^"\n]+|(?<=')[^'\n]+|(?<!["'])[^\s,}\]]+)/gm,
  },
];

/** What any secret of the table starts with: a text without it needs no search. */
export const secretHint =
  /gh[pousr]_|github_(?:pat_|(?:\w*token|\w*password|\w*private_key)["']?:)|-----BEGIN|AKIA|ASIA|dckr_|:\/\/[^\s/@]*@/;
