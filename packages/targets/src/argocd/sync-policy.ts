import type { ArgocdOutput } from '@fleetc/core';
import type { Application, IgnoredDifference } from '@fleetc/kubernetes';
import type { Part } from '../gitops/parts.ts';

type SyncPolicy = NonNullable<Application['spec']['syncPolicy']>;

/**
 * How a part is synced. Whoever starts the syncs, a sync that comes too early is tried again until what it needs is
 * there: half an hour covers an installation from nothing.
 */
export function syncPolicyOf(
  part: Part,
  output: ArgocdOutput,
  ignored: readonly IgnoredDifference[],
): SyncPolicy | undefined {
  const options = syncOptions(part, output, ignored);
  const policy = { ...startsItself(output), ...(options.length > 0 && { syncOptions: options }) };
  return Object.keys(policy).length > 0 ? policy : undefined;
}

/** Who starts syncs; a step of a rolling sync is started by the ApplicationSet. */
export function startsItself({ automated, layout }: ArgocdOutput): SyncPolicy {
  const retry = { limit: 10, backoff: { duration: '15s', factor: 2, maxDuration: '5m' } };
  if (layout === 'rollingSync') return { retry };
  return automated ? { automated, retry } : {};
}

function syncOptions(
  part: Part,
  { automated, finalizer }: ArgocdOutput,
  ignored: readonly IgnoredDifference[],
): string[] {
  return [
    // The definitions of both charts are too big for the annotation of a client-side apply.
    ...(part.type === 'release' ? ['ServerSideApply=true'] : []),
    ...(ignored.length > 0 ? ['RespectIgnoreDifferences=true'] : []),
    ...(takesOthersAlong(part) ? askFirst(finalizer) : []),
    ...(automated?.prune ? ['PruneLast=true'] : []),
  ];
}

/** A namespace goes with all that is in it, a definition with every runner of the cluster. */
export function takesOthersAlong({ step, type }: Part): boolean {
  return type === 'release' || step === 'namespaces';
}

function askFirst(finalizer: boolean): string[] {
  return finalizer ? ['Prune=confirm', 'Delete=confirm'] : ['Prune=confirm'];
}
