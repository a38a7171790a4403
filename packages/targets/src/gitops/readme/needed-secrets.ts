import type { Bundle, SecretUse } from '@fleetc/core';
import { code, enumerate, listItem, plainText } from '../../layout/markdown.ts';
import { formatCommand, quoteWord } from '../../layout/shell.ts';
import type { LayoutOptions } from '../../target.ts';

/** The Secrets that no agent brings, as list items: somebody makes them, or `fleetc secrets` does. */
export function listNeededSecrets({ existingSecrets, pendingSecrets }: Bundle): string[] {
  return [
    ...existingSecrets.map((secret) => listItem(`Secret ${describe(secret)}`)),
    ...pendingSecrets.map((secret) =>
      listItem(`Secret ${describe(secret)}; \`fleetc secrets\` makes it`),
    ),
  ];
}

/** The command that makes the Secrets of one environment; none where there are none to make. */
export function secretsCommand(bundle: Bundle, { hasEnvironments }: LayoutOptions): string[] {
  if (bundle.pendingSecrets.length === 0) return [];
  const choice = hasEnvironments ? [`--env ${quoteWord(bundle.environment)}`] : [];
  const apply = '| kubectl apply --server-side -f -';
  return [formatCommand('fleetc secrets "$FLEET"', ...choice, apply)];
}

function describe({ name, namespace, keys, consumers }: SecretUse): string {
  const words = keys.length > 1 ? 'with the keys' : 'with the key';
  const content = keys.length === 0 ? '' : ` ${words} ${enumerate(keys.map(code))}`;
  const users = consumers.length === 0 ? '' : `, used by ${enumerate(consumers.map(plainText))}`;
  return `${code(name)} in ${code(namespace)}${content}${users}`;
}
