import type { Path } from '@fleetc/diagnostics';
import type { BundleItem } from '../bundle.ts';

/** A field of an emitted thing on which others depend, so that only the language may decide it. */
export interface DecidedField {
  /** Where the language writes it, by which its word is found. */
  readonly at: Path;
  /** What must not differ: `at` itself, or fields below it. */
  readonly parts: readonly Path[];
  /** Whether it may be given where the language writes nothing. */
  readonly isOwnOnly?: boolean;
  /** Places in the fleet that may give it nevertheless. */
  readonly allows?: (place: Path) => boolean;
  /** The word, where the language never writes the field. */
  readonly word?: Path;
}

const podPath = ['spec', 'template', 'spec'];

/** ARC's own fields that say how runners run containers; labels, group and scope have a rule of their own. */
const config = [
  'ephemeral',
  'image',
  'dockerEnabled',
  'dockerdWithinRunnerContainer',
  'containerMode',
  'workVolumeClaimTemplate',
];

const credential = ['githubAPICredentialsFrom', 'secretRef', 'name'];

/** `pod.containers` is merged by name, and so keeps the order that ARC needs; a patch would replace the list. */
const containers: DecidedField = {
  ...field([...podPath, 'containers']),
  allows: (place) => place[2] === 'pod',
};

const ofRunnerDeployment: readonly DecidedField[] = [
  field(['spec', 'replicas']),
  ...config.map((name) => field([...podPath, name])),
  field([...podPath, ...credential]),
  { ...field([...podPath, 'serviceAccountName']), isOwnOnly: true },
  containers,
];

const ofRunnerSet: readonly DecidedField[] = [
  field(['spec', 'replicas']),
  ...config.map((name) => field(['spec', name])),
  field(['spec', ...credential]),
  // Outside of kubernetes mode ARC does not read it.
  field(['spec', 'serviceAccountName']),
  { ...field([...podPath, 'serviceAccountName']), isOwnOnly: true },
  containers,
];

const ofController: readonly DecidedField[] = [
  ...['enabled', 'create', 'name'].map((name) => field(['authSecret', name])),
  field(['fullnameOverride']),
  field(['leaderElectionId']),
  field(['syncPeriod']),
  field(['githubEnterpriseServerURL']),
  field(['githubURL']),
  field(['runnerGithubURL']),
  field(['scope', 'singleNamespace']),
  field(['scope', 'watchNamespace']),
  field(['dockerRegistryMirror']),
  field(['dockerGID']),
  ...['repository', 'tag', 'actionsRunnerRepositoryAndTag', 'dindSidecarRepositoryAndTag'].map(
    (name) => field(['image', name]),
  ),
  ...['metrics', 'actionsMetrics'].flatMap((block) => [
    field([block, 'proxy', 'image', 'repository']),
    field([block, 'proxy', 'image', 'tag']),
  ]),
  // A pull secret has to be in the namespace of each pod that uses it, which only the word tells.
  ...[
    ['image', 'actionsRunnerImagePullSecrets'],
    ['imagePullSecrets'],
    ['githubWebhookServer', 'imagePullSecrets'],
    ['actionsMetricsServer', 'imagePullSecrets'],
  ].map(field),
  field(['githubWebhookServer', 'enabled']),
  field(['githubWebhookServer', 'useRunnerGroupsVisibility']),
  fields(['githubWebhookServer', 'secret'], ['enabled', 'create', 'name']),
  field(['actionsMetricsServer', 'enabled']),
  fields(['actionsMetricsServer', 'secret'], ['enabled', 'create', 'name']),
];

const ofCertManager: readonly DecidedField[] = [
  field(['global', 'imagePullSecrets']),
  ...['imageRegistry', 'imageNamespace'].map((name) => ({
    ...field([name]),
    word: ['registry', 'proxy'],
  })),
];

const byKind: Readonly<Record<string, readonly DecidedField[]>> = {
  'RunnerDeployment': ofRunnerDeployment,
  'RunnerSet': ofRunnerSet,
  'actions-runner-controller': ofController,
  'cert-manager': ofCertManager,
};

/** The fields of an emitted thing that only the language may decide. */
export function decidedFields(item: BundleItem): readonly DecidedField[] {
  return byKind[item.type === 'release' ? item.release.chart : item.object.kind] ?? [];
}

function field(at: Path): DecidedField {
  return { at, parts: [at] };
}

function fields(at: Path, names: readonly string[]): DecidedField {
  return { at, parts: names.map((name) => [...at, name]) };
}
