import { isPlaceholder } from '../placeholder.ts';
import { byPattern, type SecretForm, type Verdict } from '../secret-form.ts';

const known = (secret: string): Verdict => (isPlaceholder(secret) ? 'none' : 'certain');

// Names of Kubernetes have no capitals, and every one of these tokens has some.
const mixed = (secret: string): Verdict => (/[A-Z]/.test(secret) ? known(secret) : 'none');

/** Tokens of other services that their first letters give away, registries and secret managers before all. */
export const serviceTokens: readonly SecretForm[] = [
  byPattern('an AWS access key', 'AKIA|ASIA', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, known),
  byPattern('a Docker Hub token', 'dckr_', /(?<![A-Za-z0-9])dckr_[a-z]{3}_[\w-]{20,}/g, known),
  // Before 1.10, Vault wrote 24 characters after the letter alone.
  byPattern(
    'a Vault token',
    'hv[sbr]\\.|[sbr]\\.[A-Za-z0-9]{24}',
    /(?<![A-Za-z0-9])hv[sbr]\.[\w-]{24,}|(?<![\w./-])[sbr]\.(?=[a-zA-Z]{0,23}\d)[A-Za-z0-9]{24}(?![\w./-])/g,
    mixed,
  ),
  byPattern(
    'a GitLab token',
    'gl(?:pat|dt|rt|cbt|ptt)-',
    /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt)-[\w.-]{20,}/g,
    mixed,
  ),
  byPattern('a 1Password token', 'ops_eyJ', /(?<![A-Za-z0-9])ops_eyJ[\w+/=-]{20,}/g, known),
  byPattern(
    'an Artifactory token',
    'AKCp|cmVmdGtu',
    /(?<![A-Za-z0-9])(?:AKCp\d[A-Za-z0-9]{50,}|cmVmdGtu[A-Za-z0-9]{40,})/g,
    known,
  ),
  byPattern('a Google API key', 'AIza', /(?<![\w-])AIza[\w-]{35}(?![\w-])/g, known),
  byPattern('a Google access token', 'ya29\\.', /(?<![A-Za-z0-9])ya29\.[\w-]{20,}/g, mixed),
  byPattern('an npm token', 'npm_', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36,}/g, known),
  byPattern(
    'a Slack token',
    'xox[abeprs]-|hooks\\.slack',
    /(?<![A-Za-z0-9])xox[abeprs]-\d{8,}-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,}/g,
    known,
  ),
  byPattern(
    'a JSON web token',
    '(?<![\\w-])eyJ[\\w-]{10,2000}\\.eyJ',
    /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{16,}/g,
    known,
  ),
];
