const arc = 'actions.summerwind.dev/v1alpha1';

/** A RunnerDeployment of a pool, with the labels that fleetc gives it. */
export function runnerDeployment(
  pool: string,
  spec: object,
  { replicas }: { replicas?: number } = {},
) {
  return {
    apiVersion: arc,
    kind: 'RunnerDeployment',
    metadata: metadataOf(pool),
    spec: { ...(replicas !== undefined && { replicas }), template: { spec } },
  };
}

/** A RunnerSet of a pool. */
export function runnerSet(pool: string, spec: object) {
  return { apiVersion: arc, kind: 'RunnerSet', metadata: metadataOf(pool), spec };
}

/** The autoscaler of a pool. */
export function autoscaler(pool: string, [minReplicas, maxReplicas]: readonly [number, number]) {
  return {
    apiVersion: arc,
    kind: 'HorizontalRunnerAutoscaler',
    metadata: metadataOf(pool),
    spec: { minReplicas, maxReplicas, scaleTargetRef: { name: `acme-${pool}` } },
  };
}

/** An object of the core group or of another one. */
export function object(kind: string, name: string, rest: object = {}, apiVersion = 'v1') {
  return { apiVersion, kind, metadata: { name, namespace: 'arc' }, ...rest };
}

/** An object of the whole cluster. */
export function namespace(name: string, rest: object = {}) {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...rest } };
}

function metadataOf(pool: string) {
  const labels = { 'fleetc.dev/pool': pool, 'fleetc.dev/scope': 'acme' };
  return { name: `acme-${pool}`, namespace: 'arc', labels };
}
