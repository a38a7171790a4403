/** A form of text that is a secret wherever it stands. */
export interface SecretPattern {
  /** In words, for the message. */
  readonly what: string;
  readonly pattern: RegExp;
}

/** A key of chart values that holds a secret, up to its value, in a bounded number of characters. */
const chartKey = String.raw`\bgithub_(?:token|webhook_secret_token|basicauth_password|app_private_key)["']?:\s{1,40}["']?`;

/** What is inside quotes, or a word that is neither empty nor the start of something else. */
const plainValue = String.raw`(?:(?<=")[^"\n]+(?=")|(?<=')[^'\n]+(?=')|(?<!["'])(?![\s"'{}[\],#|>&*!~]|null\b)[^\s,}\]]+)`;

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
    // By the name of its key, as long as it stands on one line; emission tells of the rest.
    what: 'a value that the chart puts into a Secret',
    pattern: new RegExp(
      String.raw`(?<=${chartKey})(?<!(?:^|\s)#[^\n]{0,80}${chartKey})(?!x+(?:["'\s,}\]]|$))${plainValue}`,
      'g',
    ),
  },
];

/** What any secret of the table starts with: a text without it needs no search. */
export const secretHint =
  /gh[pousr]_|github_(?:pat_|(?:\w*token|\w*password|\w*private_key)["']?:)|-----BEGIN|AKIA|ASIA|dckr_|:\/\/[^\s/@]*@/;
