import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

/** A released Go program that conformance runs. */
interface GoTool {
  /** Of the program. */
  readonly name: string;
  readonly version: string;
  /** What `go install` takes, without the version. */
  readonly module: string;
}

/** By the name that tests ask for. The oldest and the newest kustomize that people have, and both lines of helm. */
export const goTools = {
  'kustomize 5.0': kustomize('v5.0.3'),
  'kustomize 5.8': kustomize('v5.8.1'),
  'helm 3': { name: 'helm', version: 'v3.21.1', module: 'helm.sh/helm/v3/cmd/helm' },
  'helm 4': { name: 'helm', version: 'v4.2.1', module: 'helm.sh/helm/v4/cmd/helm' },
  'kubeconform': tool('kubeconform', 'v0.7.0', 'github.com/yannh/kubeconform/cmd'),
  'glua': tool('glua', 'v1.1.1', 'github.com/yuin/gopher-lua/cmd'),
  'registry': tool('registry', 'v3.1.1', 'github.com/distribution/distribution/v3/cmd'),
  'crane': tool('crane', 'v0.22.1', 'github.com/google/go-containerregistry/cmd'),
  'kubeseal': tool('kubeseal', 'v0.36.6', 'github.com/bitnami-labs/sealed-secrets/cmd'),
  'sops': tool('sops', 'v3.13.2', 'github.com/getsops/sops/v3/cmd'),
  'age': tool('age', 'v1.3.1', 'filippo.io/age/cmd'),
  'age-keygen': tool('age-keygen', 'v1.3.1', 'filippo.io/age/cmd'),
  'actionlint': tool('actionlint', 'v1.7.12', 'github.com/rhysd/actionlint/cmd'),
} as const satisfies Readonly<Record<string, GoTool>>;

/** What tests may ask for. */
export type GoToolName = keyof typeof goTools;

function kustomize(version: string): GoTool {
  return { name: 'kustomize', version, module: 'sigs.k8s.io/kustomize/kustomize/v5' };
}

/** A program in the folder of its name, below that of all commands. */
function tool(name: string, version: string, commands: string): GoTool {
  return { name, version, module: `${commands}/${name}` };
}

/** Installs what is missing with the Go at hand, and says loudly what stays missing. */
export function installGoTools(...names: readonly GoToolName[]): void {
  const failed = names.filter((name) => !existsSync(pathOf(name)) && !install(goTools[name]));
  if (failed.length === 0) return;
  process.stderr.write(
    `\n*** CONFORMANCE IS NOT BEING CHECKED with ${failed.join(', ')} ***\n` +
      'They are installed where a Go toolchain and its module proxy are at hand.\n\n',
  );
}

function install({ name, version, module }: GoTool): boolean {
  const folder = folderOf({ name, version, module });
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder };
  const { status } = spawnSync('go', ['install', `${module}@${version}`], { env, stdio: 'ignore' });
  process.stderr.write(`go install ${module}@${version}: ${status === 0 ? 'done' : 'failed'}\n`);
  return status === 0;
}

/** The path of a tool. Skips the test where it is missing, and fails where everything has to be checked. */
export function findGoTool({ skip }: Pick<TestContext, 'skip'>, name: GoToolName): string {
  const path = pathOf(name);
  if (existsSync(path)) return path;
  if (process.env['FLEETC_REQUIRE_TOOLS'] === '1') throw new Error(`${name} is missing`);
  return skip(`${name} is missing`);
}

function pathOf(name: GoToolName): string {
  return resolve(folderOf(goTools[name]), goTools[name].name);
}

/** A folder for each version, below the cache of the repository, which Git ignores. */
function folderOf({ name, version }: GoTool): string {
  return resolve(import.meta.dirname, '../../../../.cache/tools', `${name}-${version}`);
}
