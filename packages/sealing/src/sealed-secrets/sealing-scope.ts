/** What must stay as it is for a sealed value to be opened: name and namespace, the namespace, nothing. */
export type SealingScope = 'strict' | 'namespace' | 'cluster';

/** A Secret in one namespace. */
export interface SealedPlace {
  readonly namespace: string;
  readonly name: string;
}

const anywhere = '*';

/** What a value for this place is sealed for, as fleet.yaml writes it: `namespace/name`, `namespace` or `*`. */
export function sealedFor(scope: SealingScope, { namespace, name }: SealedPlace): string {
  if (scope === 'cluster') return anywhere;
  return scope === 'namespace' ? namespace : `${namespace}/${name}`;
}

/** The bytes that the controller expects to find bound into the ciphertext. */
export function toLabel(target: string): Buffer {
  return Buffer.from(target === anywhere ? '' : target, 'utf8');
}
