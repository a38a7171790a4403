/** A text as a string of a Go template; in backquotes where it can be, because YAML would escape every other quote. */
export function goString(text: string): string {
  if (/^[ -_a-~]*$/.test(text)) return `\`${text}\``;
  // JSON's escapes are Go's, but Go knows no half of a surrogate pair.
  return JSON.stringify(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}

/** A template that gives exactly this text. */
export function literalTemplate(text: string): string {
  return text.includes('{{') ? `{{ ${goString(text)} }}` : text;
}

/**
 * A Docker configuration, of Go expressions. Made as a value and printed as JSON, because a password put into a text
 * would break it with the first quote or backslash.
 */
export function dockerConfig(host: string, username: string, password: string): string {
  const auth = `(printf ${goString('%s:%s')} ${username} ${password} | b64enc)`;
  const fields = { username, password, auth };
  const login = Object.entries(fields).map(([key, value]) => `${goString(key)} ${value}`);
  const server = `(dict ${goString(host)} (dict ${login.join(' ')}))`;
  return `dict ${goString('auths')} ${server} | toJson`;
}
