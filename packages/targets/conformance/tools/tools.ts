import { resolve } from 'node:path';

/** A released Go program that conformance runs. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** What `go install` takes, without the version. */
  readonly module: string;
}

/** By the name that tests ask for. The oldest and the newest kustomize that people have, and both lines of helm. */
export const tools = {
  'kustomize 5.0': kustomize('v5.0.3'),
  'kustomize 5.8': kustomize('v5.8.1'),
  'helm 3': { name: 'helm', version: 'v3.21.1', module: 'helm.sh/helm/v3/cmd/helm' },
  'helm 4': { name: 'helm', version: 'v4.2.1', module: 'helm.sh/helm/v4/cmd/helm' },
  'kubeconform': {
    name: 'kubeconform',
    version: 'v0.7.0',
    module: 'github.com/yannh/kubeconform/cmd/kubeconform',
  },
  'glua': { name: 'glua', version: 'v1.1.1', module: 'github.com/yuin/gopher-lua/cmd/glua' },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** Where a tool is installed; a folder of its own for each version. */
export function toolPath(tool: ToolName): string {
  return resolve(toolFolder(tools[tool]), tools[tool].name);
}

/** The folder that holds one version of a tool, below the cache of the repository, which Git ignores. */
export function toolFolder({ name, version }: Tool): string {
  return resolve(import.meta.dirname, '../../../../.cache/tools', `${name}-${version}`);
}

function kustomize(version: string): Tool {
  return { name: 'kustomize', version, module: 'sigs.k8s.io/kustomize/kustomize/v5' };
}
