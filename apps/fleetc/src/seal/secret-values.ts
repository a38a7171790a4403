import type { SecretPlace } from '@fleetc/core';
import { formatLogin } from '../secrets/format-login.ts';
import { wrong } from './seal-request.ts';

/** Which keys a Secret has beside the one with the value. */
export type Extent = 'value' | 'everything';

/** The keys of a Secret that are encrypted. */
export function keysOf({ form }: SecretPlace, extent: Extent): string[] {
  if (form.form === 'dockerconfigjson') return ['.dockerconfigjson'];
  const literal = extent === 'everything' ? Object.keys(form.literal) : [];
  return [...literal, form.key].sort();
}

/**
 * Hands out the bytes of a Secret by key, and overwrites them when `use` is done with them: what stays longer is
 * ciphertext.
 */
export async function withValues<T>(
  place: SecretPlace,
  value: string,
  {
    extent,
    use,
  }: { readonly extent: Extent; readonly use: (values: ReadonlyMap<string, Buffer>) => T },
): Promise<Awaited<T>> {
  const texts = toTexts(place, value);
  const values = new Map(
    keysOf(place, extent).map((key) => [key, Buffer.from(texts[key]!, 'utf8')] as const),
  );
  try {
    return await use(values);
  } finally {
    for (const bytes of values.values()) bytes.fill(0);
  }
}

function toTexts({ form, source }: SecretPlace, value: string): Readonly<Record<string, string>> {
  if (form.form === 'keys') return { ...form.literal, [form.key]: value };
  const { server, username } = form;
  if (username === undefined) {
    throw wrong(
      `${source.path.slice(0, -1).join('.')} has no "username", which the sealed login needs`,
    );
  }
  return { '.dockerconfigjson': formatLogin({ server, username, password: value }) };
}
