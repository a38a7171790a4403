import type { FluxOutput, GitSource, OciSource } from '@fleetc/core';
import type { GitRepository, OCIRepository } from '@fleetc/kubernetes';
import { agentLabels } from '../gitops/names.ts';
import type { Environment, FluxOptions } from './environment.ts';

const apiVersion = 'source.toolkit.fluxcd.io/v1';

/** What fetches this output. */
export function createSource(
  { bundle, source: name }: Environment,
  options: FluxOptions,
): GitRepository | OCIRepository {
  const { source, namespace, interval, sourceSecret } = options.output;
  const metadata = { name, namespace, labels: agentLabels(bundle, options) };
  const login = sourceSecret === undefined ? {} : { secretRef: { name: sourceSecret } };
  return source.kind === 'git'
    ? {
        apiVersion,
        kind: 'GitRepository',
        metadata,
        spec: { interval, url: source.url, ref: gitReference(source), ...login },
      }
    : {
        apiVersion,
        kind: 'OCIRepository',
        metadata,
        spec: { interval, url: source.url, ref: { tag: source.tag }, ...login },
      };
}

/** How a Kustomization names the source. */
export function sourceReference({ source: name }: Environment, { source }: FluxOutput) {
  return { kind: source.kind === 'git' ? 'GitRepository' : 'OCIRepository', name } as const;
}

/** A folder of this output as it stands in the source. */
export function inSource({ path }: GitSource | OciSource, inside: string): string {
  const folder = inside.replace(/\/$/, '');
  return path === '' || path === '.' ? `./${folder}` : `./${path}/${folder}`;
}

function gitReference({ revision }: GitSource): GitRepository['spec']['ref'] {
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)) return { commit: revision };
  if (revision.startsWith('refs/')) return { name: revision };
  // A bare word may be a branch or a tag to Git, and Flux wants to know which.
  if (/^v?\d+\.\d+\.\d+([-+].*)?$/.test(revision)) return { name: `refs/tags/${revision}` };
  return { branch: revision };
}
