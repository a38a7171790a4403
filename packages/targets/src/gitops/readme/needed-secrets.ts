import type { Bundle, SecretUse } from '@fleetc/core';
import { code, enumerate, listItem, plainText } from '../../layout/markdown.ts';

/** The Secrets that no agent brings, as list items: somebody makes them, or `fleetc secrets` does. */
export function listNeededSecrets({ existingSecrets, pendingSecrets }: Bundle): string[] {
  return [
    ...existingSecrets.map((secret) => listItem(`Secret ${describe(secret)}`)),
    ...pendingSecrets.map((secret) =>
      listItem(`Secret ${describe(secret)}; \`fleetc secrets\` makes it`),
    ),
  ];
}

function describe({ name, namespace, keys, consumers }: SecretUse): string {
  const words = keys.length > 1 ? 'with the keys' : 'with the key';
  const content = keys.length === 0 ? '' : ` ${words} ${enumerate(keys.map(code), Infinity)}`;
  const users = consumers.length === 0 ? '' : `, used by ${enumerate(consumers.map(plainText))}`;
  return `${code(name)} in ${code(namespace)}${content}${users}`;
}
