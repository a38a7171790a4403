import { posix } from 'node:path';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { load } from 'js-yaml';
import type { FileTree } from '../../src/file-tree.ts';
import type { Operation } from '../../src/kustomize/json-patch.ts';
import { applyPatch } from './apply-patch.ts';

interface Kustomization {
  readonly kind: 'Kustomization' | 'Component';
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly patches?: readonly { readonly path: string; readonly target: Target }[];
}

interface Target {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/**
 * What kustomize makes of a folder, as far as fleetc uses it: resources, then components, then patches. Stricter where
 * kustomize is silent: a patch has to fit exactly one object, and a name stands once.
 */
export function buildOverlay(tree: FileTree, folder: string): KubernetesObject[] {
  return accumulate(tree, folder, []);
}

function accumulate(
  tree: FileTree,
  folder: string,
  given: readonly KubernetesObject[],
): KubernetesObject[] {
  const read = (path: string) => load(tree.get(posix.join(folder, path)) ?? fail(folder, path));
  const {
    kind,
    resources = [],
    components = [],
    patches = [],
  } = read('kustomization.yaml') as Kustomization;
  const objects = resources.flatMap((path) =>
    path.endsWith('.yaml')
      ? [read(path) as KubernetesObject]
      : accumulate(tree, posix.join(folder, path), []),
  );
  const start = kind === 'Component' ? [...given, ...objects] : objects;
  refuseTwice(start);
  const all = components.reduce<readonly KubernetesObject[]>(
    (sum, path) => accumulate(tree, posix.join(folder, path), sum),
    start,
  );
  return patches.reduce<KubernetesObject[]>(
    (sum, { path, target }) => patchOne(sum, target, read(path) as Operation[]),
    [...all],
  );
}

function patchOne(objects: readonly KubernetesObject[], target: Target, steps: Operation[]) {
  const found = objects.filter((object) => fits(object, target));
  if (found.length !== 1) throw new Error(`${found.length} objects fit ${JSON.stringify(target)}`);
  return objects.map((object) => (object === found[0] ? applyPatch(object, steps) : object));
}

function fits({ apiVersion, kind, metadata }: KubernetesObject, target: Target): boolean {
  const [version, group = ''] = apiVersion.split('/').reverse();
  const pairs = [
    [target.group, group],
    [target.version, version],
    [target.kind, kind],
    [target.name, metadata.name],
    [target.namespace, metadata.namespace ?? ''],
  ];
  return pairs.every(([pattern, text]) => !pattern || new RegExp(`^(?:${pattern})$`).test(text!));
}

function refuseTwice(objects: readonly KubernetesObject[]): void {
  const names = objects.map(({ apiVersion, kind, metadata }) =>
    [apiVersion, kind, metadata.namespace, metadata.name].join(' '),
  );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${twice} stands there twice`);
}

function fail(folder: string, path: string): never {
  throw new Error(`there is no file ${posix.join(folder, path)}`);
}
