import type { FieldPath } from '../coverage.ts';

type Reasons = Readonly<Record<FieldPath, string>>;

/** Reviewed: fields that the language has no word for, and why. "used" counts are those of public configurations. */

/** Fields of a pod, written as they are below `pod`. */
const podFields: Reasons = {
  automountServiceAccountToken:
    'pod: used twice; off by nature in a pool whose service account has no rights',
  dnsConfig: 'pod: used once',
  dnsPolicy: 'pod: unused',
  enableServiceLinks: 'pod: unused',
  ephemeralContainers: 'refused: Kubernetes takes none when a pod is made',
  hostAliases: 'pod: unused',
  imagePullSecrets:
    'registry.pullSecrets reaches every runner by the controller; a list of one pool alone, which replaces that, is pod.imagePullSecrets',
};

/** Fields that only the pod template of a RunnerSet has. */
const setPodFields: Reasons = {
  activeDeadlineSeconds: 'pod: would end a job in the middle',
  hostIPC: 'pod: takes the node over; nothing to make easy',
  hostNetwork: 'pod: takes the node over; nothing to make easy',
  hostPID: 'pod: takes the node over; nothing to make easy',
  hostUsers: 'pod: unused',
  hostname: 'pod: unused; a runner is named by its pod',
  nodeName: 'pod: goes around the scheduler; node.selector is meant',
  os: 'pod: the images are Linux only',
  overhead: 'pod: set by the RuntimeClass',
  preemptionPolicy: 'pod: set by node.priorityClass',
  priority: 'pod: set by node.priorityClass',
  readinessGates: 'pod: a runner serves nobody',
  resourceClaims: 'pod: unused; devices are requested by resources',
  restartPolicy: 'pod: ARC overwrites it',
  schedulerName: 'pod: unused',
  schedulingGates: 'pod: unused',
  serviceAccount: 'pod: the old name of serviceAccountName',
  setHostnameAsFQDN: 'pod: unused',
  shareProcessNamespace: 'pod: unused',
  subdomain: 'pod: unused',
};

/** Fields of the runner that ARC adds to a pod's. */
const runnerFields: Reasons = {
  volumeSizeLimit:
    'patch: unused; a limit of ephemeral-storage in resources holds for all that a runner writes',
  volumeStorageMedium: 'patch: unused; memory for the work directory is workVolume.emptyDir.medium',
};

const effectiveTime = 'refused: the autoscaler writes it';

export const onlyByPatch = {
  RunnerDeployment: {
    'spec.effectiveTime': effectiveTime,
    'spec.selector': 'patch: made from the name; another one adopts runners of others',
    'spec.template.spec.sidecarContainers':
      'pod: used once; a container is Kubernetes, and no shorter in other words',
    ...below('spec.template.spec', { ...podFields, ...runnerFields }),
  },
  RunnerSet: {
    'spec.effectiveTime': effectiveTime,
    // ARC makes one StatefulSet of one replica for each runner, so little of these has an effect.
    'spec.minReadySeconds': 'patch: of one replica',
    'spec.ordinals': 'patch: of one replica',
    'spec.persistentVolumeClaimRetentionPolicy':
      'patch: unused; ARC hands volumes on itself, and deleting claims would lose the cache',
    'spec.podManagementPolicy': 'patch: of one replica',
    'spec.revisionHistoryLimit': 'patch: a change makes another StatefulSet, not a revision',
    'spec.updateStrategy': 'patch: a change makes another StatefulSet, not an update',
    ...below('spec', runnerFields),
    ...below('spec.template.spec', { ...podFields, ...setPodFields }),
  },
  HorizontalRunnerAutoscaler: {
    'spec.capacityReservations[].effectiveTime': effectiveTime,
    'spec.scaleUpTriggers[].amount': 'patch: without effect on workflow_job, where it is always 1',
    ...below('spec.scaleUpTriggers[].githubEvent', {
      'checkRun.names': 'refused: without effect since ARC 0.27',
      'checkRun.repositories': 'refused: without effect since ARC 0.27',
      'checkRun.status': 'refused: without effect since ARC 0.27',
      'checkRun.types': 'refused: without effect since ARC 0.27',
      'pullRequest.branches': 'refused: without effect since ARC 0.27',
      'pullRequest.types': 'refused: without effect since ARC 0.27',
      'push': 'refused: without effect since ARC 0.27',
    }),
  },
} satisfies Readonly<Record<string, Reasons>>;

function below(path: FieldPath, reasons: Reasons): Reasons {
  return Object.fromEntries(
    Object.entries(reasons).map(([name, reason]) => [`${path}.${name}`, reason]),
  );
}
