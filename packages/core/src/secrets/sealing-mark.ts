import type { SecretForm } from './secret-form.ts';

/**
 * Annotation of a SOPS file that says what was encrypted beside the value. It is for `build` alone, which takes it out
 * again.
 */
export const sealingMarkAnnotation = 'fleetc.dev/sealed-for';

/**
 * What the fleet says of a Secret and its ciphertext holds, too, so that a later change can be found without the key. No
 * part of it is secret: all of it stands in fleet.yaml. `undefined` where the ciphertext holds the value alone.
 */
export function sealingMark(form: SecretForm): string | undefined {
  const parts = partsOf(form);
  return Object.keys(parts).length === 0 ? undefined : JSON.stringify(parts);
}

/** The parts that have another value than a mark says; all of them where it says nothing that can be read. */
export function changedParts(form: SecretForm, mark: string): string[] {
  const parts = partsOf(form);
  const marked = parse(mark);
  return Object.keys(parts).filter((part) => parts[part] !== marked[part]);
}

function partsOf(form: SecretForm): Readonly<Record<string, string>> {
  const parts: Readonly<Record<string, string>> =
    form.form === 'keys' ? form.literal : { server: form.server, username: form.username ?? '' };
  return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parse(mark: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(mark);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
