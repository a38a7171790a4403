import type { ArgocdOutput, FluxOutput, GitSource, Output } from '../model.ts';
import type { OutputInput } from '../schema/input.ts';
import { defined } from './defined.ts';
import { valueAt } from './plain.ts';
import type { FleetFile } from './read-fleet.ts';

/** What an entry of `outputs` takes from the rest of the file. */
export interface OutputContext {
  /** Name of the fleet. */
  readonly fleet: string;
}

type Of<T extends OutputInput['target']> = Extract<OutputInput, { target: T }>;

/** The entries of `outputs` of a file, in its order; none where something was taken out of them. */
export function resolveOutputs(file: FleetFile): Output[] {
  if (file.tainted.some(([block]) => block === 'outputs')) return [];
  const inputs = (file.value['outputs'] ?? []) as readonly OutputInput[];
  const fleet = fleetName(file);
  return inputs.map((input) => resolveOutput(input, { fleet }));
}

/** The name of the fleet in a file, before any environment changes it. */
export function fleetName({ value }: FleetFile): string {
  const name = valueAt(value, ['metadata', 'name']);
  return typeof name === 'string' ? name : 'fleet';
}

/** Fills the defaults of one entry of `outputs`. */
export function resolveOutput(input: OutputInput, context: OutputContext): Output {
  switch (input.target) {
    case 'plain':
    case 'helmfile':
      return { target: input.target, dir: input.dir };
    case 'kustomize':
      return { target: 'kustomize', dir: input.dir, helm: input.helm ?? 'values' };
    case 'argocd':
      return resolveArgocd(input, context);
    case 'flux':
      return resolveFlux(input);
  }
}

function resolveArgocd(input: Of<'argocd'>, { fleet }: OutputContext): ArgocdOutput {
  const { automated } = input;
  return {
    target: 'argocd',
    dir: input.dir,
    repo: resolveGit(input.repo, input.dir),
    namespace: input.namespace ?? 'argocd',
    project: input.project ?? fleet,
    layout: input.layout ?? 'applications',
    finalizer: input.finalizer ?? false,
    health: input.health ?? false,
    ...(automated && {
      automated: { prune: automated.prune ?? false, selfHeal: automated.selfHeal ?? false },
    }),
  };
}

function resolveFlux(input: Of<'flux'>): FluxOutput {
  return {
    target: 'flux',
    dir: input.dir,
    source: resolveSource(input),
    namespace: input.namespace ?? 'flux-system',
    interval: input.interval ?? '10m',
    prune: input.prune ?? true,
    ...defined({
      sourceSecret: input.sourceSecret,
      decryptionSecret: input.decryptionSecret,
    }),
  };
}

// The schema sees to it that there is one of the two.
function resolveSource({ source: { git, oci }, dir }: Of<'flux'>): FluxOutput['source'] {
  if (git) return { kind: 'git', ...resolveGit(git, dir) };
  return { kind: 'oci', url: oci?.url ?? '', tag: oci?.tag ?? 'latest', path: oci?.path ?? dir };
}

function resolveGit({ url, revision, path }: Of<'argocd'>['repo'], dir: string): GitSource {
  return { url, revision: revision ?? 'main', path: path ?? dir };
}
