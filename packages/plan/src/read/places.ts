import type { TargetTree } from './tree.ts';

/** The environment of a tree whose fleet has none. */
export const onlyEnvironment = 'default';

type FindEnvironment = (path: string) => string;

/** Tells to which environment a path of a tree belongs: empty for what they share. */
export function placesOf({ target, files }: TargetTree): FindEnvironment {
  const paths = [...files.keys()];
  return finders[target](paths);
}

const finders: Readonly<
  Record<TargetTree['target'], (paths: readonly string[]) => FindEnvironment>
> = {
  // What one environment has below its folder stands at the top where there are none.
  plain: (paths) => topFolder(paths.includes('README.md')),
  helmfile: (paths) => topFolder(paths.includes('helmfile.yaml')),
  kustomize: () => (path) => /^overlays\/([^/]+)\//.exec(path)?.[1] ?? '',
  argocd: (paths) =>
    secondFolder(
      paths.some((path) => /^applications\/[^/]+$/.test(path)),
      /^(?:applications|manifests|values|encrypted)\//,
    ),
  flux: (paths) =>
    secondFolder(
      paths.some((path) => path.startsWith('cluster/')),
      /^(?:clusters?|manifests)\//,
    ),
};

function topFolder(isAlone: boolean): FindEnvironment {
  return (path) => (isAlone ? onlyEnvironment : (/^([^/]+)\//.exec(path)?.[1] ?? ''));
}

function secondFolder(isAlone: boolean, above: RegExp): FindEnvironment {
  return (path) => {
    if (!above.test(path)) return '';
    return isAlone ? onlyEnvironment : (/^[^/]+\/([^/]+)\//.exec(path)?.[1] ?? '');
  };
}
