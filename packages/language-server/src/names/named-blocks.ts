import type { Path } from '@fleetc/diagnostics';
import { type OutlineNode, pathOf } from '../text/outline.ts';
import { toPatched } from './environment-path.ts';

/** The blocks whose entries are referred to by name. */
export type NamedBlock = 'credentials' | 'scopes' | 'profiles' | 'pools';

/** A place that holds the name of an entry. */
export interface ReferencePlace {
  readonly block: NamedBlock;
  /** Whether a credential has to be a registry login, or must not be one. */
  readonly login?: boolean;
  /** Whether names stand in a list there, which may be written as a map of which they are the keys. */
  readonly isList?: boolean;
}

const any = Symbol('any');
const layers = ['pools', 'profiles'] as const;

const places: readonly (readonly [pattern: readonly (string | typeof any)[], ReferencePlace])[] = [
  [['controller', 'credentials'], { block: 'credentials', login: false }],
  [['scopes', any, 'credentials'], { block: 'credentials', login: false }],
  [['registry', 'pullSecrets', any], { block: 'credentials', login: true, isList: true }],
  ...layers.flatMap((layer) => [
    [[layer, any, 'docker', any, 'login'], { block: 'credentials', login: true }] as const,
    [[layer, any, 'scope'], { block: 'scopes' }] as const,
    [[layer, any, 'scopes', any], { block: 'scopes' }] as const,
  ]),
  [['pools', any, 'profiles', any], { block: 'profiles' }],
  [['environments', any, 'only', any], { block: 'pools' }],
];

/** What the value at a path refers to; `undefined` where it is no reference. */
export function referenceAt(path: Path): ReferencePlace | undefined {
  const { path: patched } = toPatched(path);
  return places.find(([pattern]) => matches(pattern, patched))?.[1];
}

/** The block of which the key at a path is the name of an entry, in the file itself or in an override. */
export function definitionAt(path: Path): NamedBlock | undefined {
  const { path: patched } = toPatched(path);
  return patched.length === 2 ? namedBlock(patched[0]) : undefined;
}

/** Whether the keys of a map in an override are names of entries that the file has. */
export function patchesNames(map: OutlineNode): boolean {
  const { path, environment } = toPatched(pathOf(map));
  return environment !== undefined && path.length === 1 && namedBlock(path[0]) !== undefined;
}

/** The block that a key at the top is, if its entries have names that others refer to. */
export function namedBlock(step: string | number | undefined): NamedBlock | undefined {
  return blocks.find((block) => block === step);
}

const blocks: readonly NamedBlock[] = ['credentials', 'scopes', 'profiles', 'pools'];

function matches(pattern: readonly (string | typeof any)[], path: Path): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((step, index) => step === any || step === path[index])
  );
}
