import { toPrintable } from '@fleetc/diagnostics';
import type { ListedPermission, ListedSecret, ListedSource, SecretList } from './secret-list.ts';

const width = 80;
const labels = ['source', 'type', 'keys', 'used by', 'GitHub'] as const;
const indent = 2;
const gap = 2;
const column = indent + Math.max(...labels.map((label) => label.length)) + gap;

/** For a terminal of 80 columns: one block a Secret, because its parts are too many for a line. */
export function formatSecretsTable(lists: readonly SecretList[], hasEnvironments: boolean): string {
  const sections = lists.flatMap(({ environment, secrets }) => [
    ...(hasEnvironments ? [`Environment ${environment}\n`] : []),
    ...(secrets.length === 0 ? ['No Secrets\n'] : secrets.map(formatSecret)),
  ]);
  return sections.join('\n');
}

function formatSecret(secret: ListedSecret): string {
  const { namespace, name, source, type, keys, consumers, permissions } = secret;
  const lines = [
    `${namespace}/${name}`,
    ...row('source', sourceWords(source)),
    ...(type === undefined ? [] : row('type', [type])),
    ...row('keys', keys.length > 0 ? commas(keys) : ['all of it']),
    ...row('used by', commas(shorten(consumers))),
    ...permissions.flatMap((permission, index) =>
      row(index === 0 ? 'GitHub' : '', permissionWords(permission)),
    ),
  ];
  return lines.map((line) => `${toPrintable(line.trimEnd())}\n`).join('');
}

/** Pieces after a label, as many on a line as fit; a longer piece stands alone. */
function row(label: (typeof labels)[number] | '', pieces: readonly string[]): string[] {
  const lines: string[] = [];
  let line = `${' '.repeat(indent)}${label}`.padEnd(column);
  let isEmpty = true;
  for (const piece of pieces) {
    if (!isEmpty && line.length + 1 + piece.length > width) {
      lines.push(line);
      line = ' '.repeat(column);
      isEmpty = true;
    }
    line += isEmpty ? piece : ` ${piece}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** What precedes the detail, unless that says so itself. */
const sourceNames: Readonly<Record<ListedSource['kind'], string>> = {
  existing: 'exists already',
  env: 'environment variable',
  file: 'file',
  externalSecret: 'External Secrets:',
  sealedSecret: 'Sealed Secrets:',
  sops: '',
  vaultSecret: '',
};

function sourceWords({ kind, detail }: ListedSource): string[] {
  return `${sourceNames[kind]} ${detail ?? ''}`.trim().split(' ');
}

function permissionWords({ kind, target, permissions }: ListedPermission): string[] {
  const whose = kind === 'pat' ? 'classic token' : 'App';
  return [...`${whose} for ${target} needs`.split(' '), ...commas(permissions)];
}

/** Says `pools a, b` once instead of `pool` for each. */
function shorten(consumers: readonly string[]): string[] {
  const pools: string[] = [];
  const others = consumers.filter((consumer) => {
    const [, pool] = /^pool "(.+)"$/.exec(consumer) ?? [];
    if (pool !== undefined) pools.push(pool);
    return pool === undefined;
  });
  const [first, ...rest] = pools;
  if (first === undefined) return others;
  return [...others, `${rest.length > 0 ? 'pools' : 'pool'} ${first}`, ...rest];
}

function commas(items: readonly string[]): string[] {
  return items.map((item, index) => (index < items.length - 1 ? `${item},` : item));
}
