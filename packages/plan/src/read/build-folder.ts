import type { KubernetesObject } from '@fleetc/kubernetes';
import { applyPatch } from './apply-patch.ts';
import { isObject, parseYaml } from './parse-yaml.ts';
import { asText, entryOf, isMap, type PlainMap } from './plain-data.ts';
import { groupOf } from './thing.ts';
import { createUnreadable, type Tree } from './tree.ts';

/** An object, and the file that it was read from. */
export interface FoundObject {
  readonly object: KubernetesObject;
  readonly path: string;
}

/** The name of the file that makes a folder one for kustomize. */
export const kustomizationName = 'kustomization.yaml';

/**
 * What kustomize makes of a folder, as far as fleetc writes kustomizations: resources, then components, then patches.
 * One that says more cannot be read, because nobody knows what it means then.
 */
export function buildFolder(files: Tree, folder: string): FoundObject[] {
  return accumulate({ files, folder, above: [] }, []);
}

interface Visit {
  readonly files: Tree;
  readonly folder: string;
  /** Folders that are being built, each within the one before. */
  readonly above: readonly string[];
}

const knownKeys = new Set([
  'apiVersion',
  'kind',
  'resources',
  'components',
  'configurations',
  'helmCharts',
  'patches',
]);

function accumulate(visit: Visit, given: readonly FoundObject[]): FoundObject[] {
  const path = join(visit.folder, kustomizationName);
  if (visit.above.includes(visit.folder)) throw createUnreadable(path, 'refers to itself');
  const kustomization = readKustomization(visit.files, path);
  const enter = (to: string, objects: readonly FoundObject[]) =>
    accumulate(
      {
        files: visit.files,
        folder: join(visit.folder, to),
        above: [...visit.above, visit.folder],
      },
      objects,
    );
  const objects = listOf(kustomization, 'resources', path).flatMap((to) =>
    /\.ya?ml$/.test(to) ? readObjects(visit.files, join(visit.folder, to)) : enter(to, []),
  );
  const start = kustomization['kind'] === 'Component' ? [...given, ...objects] : objects;
  const withComponents = listOf(kustomization, 'components', path).reduce(
    (sum, to) => enter(to, sum),
    start,
  );
  return patchAll(withComponents, kustomization['patches'], visit);
}

function readKustomization(files: Tree, path: string): PlainMap {
  const [document = {}] = parseYaml(path, textAt(files, path));
  if (!isMap(document)) throw createUnreadable(path, 'is no kustomization');
  const unknown = Object.keys(document).find((key) => !knownKeys.has(key));
  if (unknown === undefined) return document;
  throw createUnreadable(path, 'uses a field of kustomize that fleetc never writes');
}

function readObjects(files: Tree, path: string): FoundObject[] {
  return parseYaml(path, textAt(files, path)).map((object) => {
    if (!isObject(object)) throw createUnreadable(path, 'is listed as a resource and is none');
    return { object, path };
  });
}

function patchAll(
  objects: readonly FoundObject[],
  patches: unknown,
  { files, folder }: Visit,
): FoundObject[] {
  const list = Array.isArray(patches) ? patches : [];
  return list.reduce<FoundObject[]>(
    (sum, entry: unknown) => {
      const path = join(folder, asText(entryOf(entry, 'path')) ?? '');
      const target = entryOf(entry, 'target');
      const steps = parseYaml(path, textAt(files, path)).flat();
      return sum.map((found) =>
        isTargeted(found.object, target)
          ? { ...found, object: patchOne(found.object, steps, path) }
          : found,
      );
    },
    [...objects],
  );
}

function patchOne(object: KubernetesObject, steps: unknown[], path: string): KubernetesObject {
  try {
    const patched = applyPatch(object, steps);
    if (isObject(patched)) return patched;
  } catch (error) {
    throw createUnreadable(path, (error as Error).message);
  }
  throw createUnreadable(path, 'leaves no object');
}

/** kustomize reads every field of a target as a pattern that has to fit as a whole. */
function isTargeted(object: KubernetesObject, target: unknown): boolean {
  const { apiVersion, kind, metadata } = object;
  const fields = {
    group: groupOf(object),
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    kind,
    name: metadata.name,
    namespace: metadata.namespace ?? '',
  };
  return Object.entries(fields).every(([key, text]) => {
    const pattern = asText(entryOf(target, key));
    return pattern === undefined || fits(pattern, text);
  });
}

// The only pattern that fleetc writes is a name with its dots escaped.
function fits(pattern: string, text: string): boolean {
  return pattern.replaceAll(String.raw`\.`, '.') === text;
}

function listOf(kustomization: PlainMap, key: string, path: string): string[] {
  const list = kustomization[key] ?? [];
  if (Array.isArray(list) && list.every((entry) => typeof entry === 'string')) return list;
  throw createUnreadable(path, `has no list of paths under ${key}`);
}

function textAt(files: Tree, path: string): string {
  const text = files.get(path);
  if (text === undefined)
    throw createUnreadable(path, 'is referred to and is no file that fleetc wrote');
  return text;
}

/** A path from a folder of the tree, which it cannot leave. */
function join(folder: string, to: string): string {
  const steps: string[] = [];
  for (const step of `${folder}/${to}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
