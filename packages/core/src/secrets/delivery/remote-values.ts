import { enumerate } from '../../rules/enumerate.ts';
import { pullSecretKey } from '../github-keys.ts';
import type { SecretForm } from '../secret-form.ts';
import { dockerConfig, goString, literalTemplate } from './go-template.ts';

/** Keys of a registry login's source. */
export const loginKeys = { username: 'username', password: 'password' } as const;

/**
 * The values that a secret manager has to give for a Secret, by the key that they have in fleet.yaml. `fields` holds
 * those that the file places, `main` gives the place of the one value that no Secret is without.
 */
export function remoteValues<T>(
  form: SecretForm,
  fields: Readonly<Record<string, T>>,
  main: (key: string) => T,
): Map<string, T> {
  if (form.form === 'keys') {
    const placed = Object.keys(form.literal).filter((key) => Object.hasOwn(fields, key));
    const keys = [...placed, form.key].sort();
    return new Map(keys.map((key) => [key, fields[key] ?? main(key)]));
  }
  // A whole Docker configuration that the store holds needs nothing else.
  const whole = fields[pullSecretKey];
  if (whole !== undefined) return new Map([[pullSecretKey, whole]]);
  const { username, password } = loginKeys;
  const user = fields[username];
  const values: [string, T][] = [[password, fields[password] ?? main(password)]];
  return new Map(user === undefined ? values : [...values, [username, user]]);
}

/** How the templates of an operator get at remote values, by their keys. */
export interface Reader {
  /** An expression. */
  readonly read: (key: string) => string;
  /** What has to stand before the expressions that read these keys. */
  readonly before?: (keys: readonly string[]) => string;
}

/** The keys of the finished Secret, each with a Go template. */
export function secretTemplates(
  form: SecretForm,
  remote: ReadonlySet<string>,
  reader: Reader,
): Record<string, string> {
  const { read, before = () => '' } = reader;
  if (form.form === 'dockerconfigjson') {
    const config = loginExpression(form, remote, read);
    return { [pullSecretKey]: `${before([...remote])}{{ ${config} }}` };
  }
  const literal = Object.entries(form.literal).filter(([key]) => !remote.has(key));
  return Object.fromEntries([
    ...literal.map(([key, text]) => [key, literalTemplate(text)]),
    ...[...remote].map((key) => [key, `${before([key])}{{ ${read(key)} }}`]),
  ]);
}

function loginExpression(
  { server, username = '' }: Extract<SecretForm, { form: 'dockerconfigjson' }>,
  remote: ReadonlySet<string>,
  read: Reader['read'],
): string {
  if (remote.has(pullSecretKey)) return read(pullSecretKey);
  const argument = (key: string) => (read(key).includes(' ') ? `(${read(key)})` : read(key));
  const user = remote.has(loginKeys.username) ? argument(loginKeys.username) : goString(username);
  return dockerConfig(server, user, argument(loginKeys.password));
}

/** What is read of an entry, in words: `field "a"`, `fields "a" and "b"`. */
export function partWords(noun: string, names: Iterable<string>): string {
  const distinct = [...new Set(names)].sort();
  return `${noun}${distinct.length > 1 ? 's' : ''} ${enumerate(distinct)}`;
}
