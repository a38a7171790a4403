const nouns =
  /(?:password|passwd|passphrase|pwd|secret|token|credential|(?:api|access|secret|private|signing|encryption|auth)key)s?$/;

// The name of a Secret stands there, not what it holds.
const names = /(?:existing|pull|config|tls)(?:secret|token|password|credential)s?$/;

/** Whether a key says that its value is a secret: by its last word, in any spelling (`DB_PASSWORD`, `apiKey`, `token-2`). */
export function isSuspiciousKey(key: string): boolean {
  const word = key.toLowerCase().replace(/[_.-]?\d{1,3}$/, '');
  if (/(?:^|[_.-])pat$/.test(word)) return true;
  const glued = word.replaceAll(/[_.-]/g, '');
  return nouns.test(glued) && !names.test(glued);
}
