import { buildFolder, kustomizationName } from './build-folder.ts';
import { isObject, parseYaml } from './parse-yaml.ts';
import { entryOf, isMap } from './plain-data.ts';
import { placesOf } from './places.ts';
import { readValuesHeader, splitHelmRelease } from './read-release.ts';
import type { FileThing, Thing } from './thing.ts';
import type { TargetTree } from './tree.ts';

/** Everything that a tree says, environment by environment. Throws what `createUnreadable` makes. */
export function readTree(tree: TargetTree): Thing[] {
  if (tree.files.size === 0) return [];
  if (tree.target === 'kustomize') return readKustomize(tree);
  if (tree.target === 'flux') return readFlux(tree);
  return readPaths(tree, [...tree.files.keys()]);
}

function readPaths(tree: TargetTree, paths: readonly string[]): Thing[] {
  const environmentOf = placesOf(tree);
  return paths.flatMap((path) =>
    isTemplate(tree, path)
      ? [{ environment: environmentOf(path), path, type: 'file', content: tree.files.get(path)! }]
      : readFile({ environment: environmentOf(path), path }, tree.files.get(path)!),
  );
}

// It is no YAML before Helm has read it.
function isTemplate({ target }: TargetTree, path: string): boolean {
  return target === 'helmfile' && /^(?:[^/]+\/)?charts\/[^/]+\/templates\//.test(path);
}

interface Place {
  readonly environment: string;
  readonly path: string;
}

function readFile(place: Place, text: string): Thing[] {
  if (!/\.ya?ml$/.test(place.path)) return [{ ...place, type: 'file', content: text }];
  const documents = parseYaml(place.path, text);
  const release = readValuesHeader(text);
  if (release) return [{ ...place, ...release, values: documents[0] ?? {} }];
  if (documents.every(isObject)) {
    return documents.map((object) => ({ ...place, type: 'object', object }));
  }
  return [toFile(place, documents)];
}

function toFile(place: Place, documents: readonly unknown[]): FileThing {
  return { ...place, type: 'file', content: documents.length === 1 ? documents[0] : documents };
}

/** An overlay means what kustomize makes of it, whichever file a part of it stands in. */
function readKustomize(tree: TargetTree): Thing[] {
  const environmentOf = placesOf(tree);
  const paths = [...tree.files.keys()];
  const overlays = paths.filter((path) => /^overlays\/.*\/kustomization\.yaml$/.test(path));
  const objects = overlays.flatMap((path) => {
    const folder = path.slice(0, -kustomizationName.length - 1);
    const environment = environmentOf(path);
    return buildFolder(tree.files, folder).map((found): Thing => ({
      environment,
      type: 'object',
      ...found,
    }));
  });
  const charts = overlays.flatMap((path) =>
    chartsOf({ environment: environmentOf(path), path }, tree),
  );
  const others = paths.filter((path) => !isBuilt(path));
  return [...objects, ...charts, ...readPaths(tree, others)];
}

function isBuilt(path: string): boolean {
  return (
    /^(?:base|components)\//.test(path) ||
    /^overlays\/(?:[^/]+\/)+(?:kustomization\.yaml|(?:resources|patches)\/.*)$/.test(path)
  );
}

// The version is that of the release, which the values tell.
function chartsOf(place: Place, { files }: TargetTree): FileThing[] {
  const [document] = parseYaml(place.path, files.get(place.path)!);
  const charts = entryOf(document, 'helmCharts');
  if (!Array.isArray(charts)) return [];
  const content = charts.map((chart: unknown) =>
    isMap(chart) ? { ...chart, version: undefined } : chart,
  );
  return [{ ...place, type: 'file', content: { helmCharts: content } }];
}

/** Flux applies what a folder's kustomization lists and nothing else. */
function readFlux(tree: TargetTree): Thing[] {
  const environmentOf = placesOf(tree);
  const paths = [...tree.files.keys()];
  const listed = paths
    .filter((path) => path.endsWith(`/${kustomizationName}`))
    .flatMap((path) => {
      const environment = environmentOf(path);
      const folder = path.slice(0, -kustomizationName.length - 1);
      return buildFolder(tree.files, folder).flatMap((found): Thing[] => {
        const thing = { environment, path: found.path };
        if (found.object.kind !== 'HelmRelease') return [{ ...thing, type: 'object', ...found }];
        const { release, rest } = splitHelmRelease(found.object);
        return [
          { ...thing, ...release },
          { ...thing, type: 'object', object: rest },
        ];
      });
    });
  const others = paths.filter((path) => !/\.ya?ml$/.test(path));
  return [...listed, ...readPaths(tree, others)];
}
