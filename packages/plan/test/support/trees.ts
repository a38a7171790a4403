import type { Bundle, Output } from '@fleetc/core';
import { compile, type FileReading } from '@fleetc/core';
import { hasErrors } from '@fleetc/diagnostics';
import { formatYaml, formatYamlStream } from '@fleetc/kubernetes';
import { layOut } from '@fleetc/targets';
import { encryptedFiles } from '@fleetc/testing';
import { type Change, compareTrees, type OutputReport, type Tree } from '../../src/index.ts';

/** One output of each target. */
export const outputs: readonly Output[] = [
  { target: 'plain', dir: 'build' },
  { target: 'helmfile', dir: 'build' },
  { target: 'kustomize', dir: 'build', helm: 'kustomize' },
  {
    target: 'argocd',
    dir: 'build',
    repo: { url: 'https://git.example.com/infra.git', revision: 'main', path: 'argocd' },
    namespace: 'argocd',
    project: 'acme',
    layout: 'applications',
    finalizer: false,
    health: false,
  },
  {
    target: 'flux',
    dir: 'build',
    source: {
      kind: 'git',
      url: 'https://git.example.com/infra.git',
      revision: 'main',
      path: 'flux',
    },
    namespace: 'flux-system',
    interval: '10m',
    prune: true,
    decryptionSecret: 'sops-age',
  },
];

/** What a fleet was compiled to. */
export interface Compiled {
  readonly bundles: readonly Bundle[];
  readonly hasEnvironments: boolean;
}

/** Compiles a fleet that is plain data; `undefined` for one with errors. */
export async function compileFleet(fleet: unknown): Promise<Compiled | undefined> {
  const text = JSON.stringify(fleet);
  const compilation = await compile({ path: 'fleet.yaml', text }, { readFile });
  if (hasErrors(compilation.diagnostics)) return undefined;
  const { environments, hasEnvironments } = compilation;
  return { bundles: environments.map(({ bundle }) => bundle!), hasEnvironments };
}

function readFile(path: string): FileReading {
  const text = encryptedFiles[path];
  return text === undefined ? { failure: 'no such file', isMissing: true } : { text };
}

/** The tree of a compiled fleet for one output. */
export function treeOf({ bundles, hasEnvironments }: Compiled, output: Output): Promise<Tree> {
  return layOut(bundles, output, { hasEnvironments });
}

/** The changes between two trees that can be read. */
export function changesBetween(target: Output['target'], before: Tree, after: Tree): Change[] {
  const comparison = compareTrees({ target, before, after });
  if ('unreadable' in comparison) throw new Error(JSON.stringify(comparison.unreadable));
  return [...comparison.changes];
}

/** A plain tree of one environment from a file with objects, and a README. */
export function plainTree(...objects: readonly unknown[]): Tree {
  return new Map([
    ['README.md', '# Fleet\n'],
    ['50-runners/objects.yaml', formatYamlStream(objects)],
  ]);
}

/** A plain tree with one release of the controller. */
export function releaseTree(version: string, values: unknown): Tree {
  const header = `# Values of the Helm release acme in namespace arc:\n# chart actions-runner-controller ${version} of https://charts.example.com\n`;
  return new Map([
    ['README.md', '# Fleet\n'],
    ['30-controller/values.yaml', `${header}${formatYaml(values)}`],
  ]);
}

/** The changes as one report of a folder `build`. */
export function reportOf(
  changes: readonly Change[],
  rest: Partial<OutputReport> = {},
): OutputReport {
  return { target: 'plain', folder: 'build', changes, notes: [], ...rest };
}
