import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { buildImage, type Image } from '@fleetc/testing/build-image';
import { load, loadAll } from 'js-yaml';
import { afterAll } from 'vitest';
import type { Announcement } from '../../src/announce.ts';
import { at } from './at.ts';

/** An Application, as far as a plugin gets to know it. */
export interface Application {
  /** Of the repository. */
  readonly files: Readonly<Record<string, string>>;
  /** Of the application, in the repository. */
  readonly path?: string;
  /** Absent when the Application has no `plugin` block; `null` when the block has no parameters. */
  readonly parameters?: readonly object[] | null;
  /** The `env` of its `plugin` block. */
  readonly env?: Readonly<Record<string, string>>;
  /** Beyond what Argo CD sets. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** How a command of the plugin ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What Argo CD would take for manifests. */
  readonly manifests: readonly KubernetesObject[];
}

let image: Image | undefined;

/** Runs `generate` as the sidecar does: its command line, a copy of the repository, and the variables of Argo CD. */
export function generate(application: Application): Outcome {
  const outcome = run('generate', application);
  return { ...outcome, manifests: decode(outcome.stdout) };
}

/** Runs the command for dynamic parameters, which gets fewer variables. */
export function announce(application: Application): Outcome & { readonly list: Announcement[] } {
  const outcome = run('parameters', application);
  return { ...outcome, list: JSON.parse(outcome.stdout) as Announcement[] };
}

/** The program in its image, and what it is started with. */
export function prepare(command: 'generate' | 'parameters', application: Application) {
  image ??= buildImage(join(import.meta.dirname, '../..'));
  const { root, env: own, user } = image;
  const file = join(root, 'home/argocd/cmp-server/config/plugin.yaml');
  const place = command === 'generate' ? ['generate'] : ['parameters', 'dynamic'];
  const words = at(load(readFileSync(file, 'utf8')), 'spec', ...place, 'command') as string[];
  const { path = 'apps/ci' } = application;
  const options = {
    cwd: join(checkOut(application.files), path),
    env: {
      ...own,
      PATH: `${join(root, 'usr/local/bin')}:${dirname(process.execPath)}`,
      ...variablesOf(command, application),
      ...application.variables,
    },
    // Only root may become somebody else.
    ...(process.getuid?.() === 0 && { uid: user, gid: user }),
  };
  return { program: words[0]!, args: words.slice(1), options };
}

function run(command: 'generate' | 'parameters', application: Application): Outcome {
  const { program, args, options } = prepare(command, application);
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 90_000,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr, manifests: [] };
}

function variablesOf(
  command: 'generate' | 'parameters',
  { path = 'apps/ci', parameters, env = {} }: Application,
): Record<string, string> {
  const always = {
    ARGOCD_APP_NAME: 'runners',
    ARGOCD_APP_SOURCE_REPO_URL: 'https://git.example/infra.git',
    ARGOCD_APP_SOURCE_PATH: path,
    ARGOCD_APP_SOURCE_TARGET_REVISION: 'main',
    ...(parameters !== undefined && { ARGOCD_APP_PARAMETERS: JSON.stringify(parameters) }),
    ...Object.fromEntries(Object.entries(env).map(([name, text]) => [`ARGOCD_ENV_${name}`, text])),
  };
  if (command === 'parameters') return always;
  return {
    ...always,
    ARGOCD_APP_NAMESPACE: 'actions-runner-system',
    ARGOCD_APP_PROJECT_NAME: 'platform',
    ARGOCD_APP_REVISION: 'f'.repeat(40),
    ARGOCD_APP_REVISION_SHORT: 'f'.repeat(7),
    ARGOCD_APP_REVISION_SHORT_8: 'f'.repeat(8),
    KUBE_VERSION: '1.33.0',
    KUBE_API_VERSIONS: 'v1,apps/v1',
  };
}

/** The copy that the sidecar unpacks: no `.git`, and nothing is executable. */
function checkOut(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-cmp-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true, mode: 0o755 });
    writeFileSync(join(folder, name), text, { mode: 0o644 });
  }
  return folder;
}

/** Every document needs a kind; lists are unfolded, and what is empty is passed over. */
function decode(stdout: string): readonly KubernetesObject[] {
  return (loadAll(stdout) as (KubernetesObject | null)[])
    .filter((document) => document !== null)
    .flatMap((document) => {
      if (!document.kind) throw new Error('a document has no kind');
      return document.kind.endsWith('List')
        ? (at(document, 'items') as KubernetesObject[])
        : [document];
    });
}
