import type { PendingSecret } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { formatLogin } from './format-login.ts';

/** The Secret with its value in it: the one object that exists in memory and on standard output only. */
export function toSecretObject(pending: PendingSecret, value: string): KubernetesObject {
  const { name, namespace, labels, annotations, type } = pending;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    type,
    data: Object.fromEntries(toEntries(pending, value).map(encodeEntry)),
  };
}

type Entry = readonly [key: string, value: string];

function toEntries({ content }: PendingSecret, value: string): readonly Entry[] {
  if (content.form === 'keys') {
    const entries: Entry[] = [...Object.entries(content.literal), [content.key, value]];
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  }
  const { server, username } = content;
  return [['.dockerconfigjson', formatLogin({ server, username, password: value })]];
}

function encodeEntry([key, value]: Entry): Entry {
  return [key, toBase64(value)];
}

function toBase64(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  try {
    return bytes.toString('base64');
  } finally {
    bytes.fill(0);
  }
}
