import type { ListedSecret, SecretList } from './secret-list.ts';

/** The list for scripts; a change that removes or redefines a key raises `version`. */
export function formatSecretsJson(lists: readonly SecretList[]): string {
  const document = {
    version: 1,
    fleet: lists[0]?.fleet ?? null,
    environments: lists.map(({ environment, secrets }) => ({
      name: environment,
      secrets: secrets.map(toEntry),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toEntry({ namespace, name, type, source, keys, consumers, permissions }: ListedSecret) {
  return {
    namespace,
    name,
    type: type ?? null,
    source: { kind: source.kind, detail: source.detail ?? null },
    keys,
    consumers,
    github: permissions.map(({ kind, target, permissions: granted }) => ({
      credential: kind,
      target,
      permissions: granted,
    })),
  };
}
