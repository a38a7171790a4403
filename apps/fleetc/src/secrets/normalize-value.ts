import { privateKeyProblem } from '@fleetc/sealing';

/** The value as its reader wants it, or what is wrong with it, in words that give nothing of it away. */
export type Normalized = { readonly value: string } | { readonly problem: string };

/** That of tokens without a prefix is 40; `check` takes shorter ciphertext for a piece of one. */
const leastTokenLength = 20;

/** What reads a value: a key of a Secret, or the password of a login at a server. */
export interface ValueReader {
  readonly key: string;
  readonly server?: string;
}

/** What reads the value of a Secret of some form. */
export function readerOf(
  form:
    | { readonly form: 'keys'; readonly key: string }
    | { readonly form: 'dockerconfigjson'; readonly server: string },
): ValueReader {
  return form.form === 'keys' ? { key: form.key } : { key: 'password', server: form.server };
}

/** Cuts final line breaks, which editors and `echo` leave behind, and refuses what the key's reader would choke on. */
export function normalizeSecretValue(reader: ValueReader, text: string): Normalized {
  if (reader.key === 'github_app_private_key') return normalizePrivateKey(text);
  const value = cutFinalLineBreaks(text);
  const problem = tokenProblem(reader, value);
  if (problem !== undefined) return { problem };
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!/[\x00-\x1f\x7f]/.test(value)) return { value };
  const account = reader.key === 'password' ? serviceAccount(value) : undefined;
  if (account !== undefined) return { value: account };
  return { problem: 'it has line breaks or control characters inside' };
}

function tokenProblem({ key, server }: ValueReader, value: string): string | undefined {
  if (key === 'github_token' && !/^[\x21-\x7e]+$/.test(value)) {
    return 'a token has neither blanks nor line breaks inside and only ASCII characters';
  }
  if (key === 'github_token' && value.length < leastTokenLength) {
    return 'no token of GitHub is that short';
  }
  return server === 'ghcr.io' && /^(?:github_pat_|gh[us]_)/.test(value)
    ? 'ghcr.io takes classic tokens alone, and this is of another kind'
    : undefined;
}

/** The key of a Google service account in one line: Google's file has several, and is the password of `_json_key`. */
function serviceAccount(text: string): string | undefined {
  if (!/^\{[^]*"private_key"[^]*\}$/.test(text.trim())) return undefined;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const rsaKey =
  /^-----BEGIN (RSA )?PRIVATE KEY-----\r?\n[A-Za-z0-9+/=\r\n]+\n-----END (RSA )?PRIVATE KEY-----$/;

// The controller parses PKCS#1 and PKCS#8 without a passphrase, and nothing else.
function normalizePrivateKey(text: string): Normalized {
  const value = text.trim();
  if (rsaKey.test(value)) {
    const problem = privateKeyProblem(value);
    return problem === undefined ? { value: `${value}\n` } : { problem };
  }
  if (value.includes(String.raw`\n`)) {
    return { problem: String.raw`it has the two letters \n where a line should end` };
  }
  return { problem: 'it is no unencrypted RSA key in PEM form (PKCS#1 or PKCS#8)' };
}

function cutFinalLineBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}
