import { formatYaml } from '@fleetc/kubernetes';
import { header } from '../layout/header.ts';
import type { File } from '../layout/to-tree.ts';

/** The folder of the component that teaches kustomize the references of ARC. */
export const referencesFolder = 'kustomizeconfig';

/**
 * kustomize knows no reference inside a custom resource. With these it renames them along with what a kustomization on
 * top of an overlay generates, and its `images` and `replicas` reach runners.
 */
export function nameReferences(): File[] {
  const document = {
    apiVersion: 'kustomize.config.k8s.io/v1alpha1',
    kind: 'Component',
    configurations: ['arc.yaml'],
  };
  return [
    ['kustomization.yaml', `${header}${formatYaml(document)}`],
    [
      'arc.yaml',
      `${header}${formatYaml({ nameReference: nameReference(), images: images(), replicas: replicas() })}`,
    ],
  ];
}

const template = 'spec/template/spec';
const runnerKinds = ['RunnerDeployment', 'RunnerSet'];
const autoscaler = 'HorizontalRunnerAutoscaler';

/** What refers to a Secret or a ConfigMap in a pod, below the place that holds it. */
const podReferences = {
  Secret: {
    container: ['envFrom/secretRef/name', 'env/valueFrom/secretKeyRef/name'],
    docker: 'dockerEnv/valueFrom/secretKeyRef/name',
    volumes: ['volumes/secret/secretName', 'volumes/projected/sources/secret/name'],
  },
  ConfigMap: {
    container: ['envFrom/configMapRef/name', 'env/valueFrom/configMapKeyRef/name'],
    docker: 'dockerEnv/valueFrom/configMapKeyRef/name',
    volumes: ['volumes/configMap/name', 'volumes/projected/sources/configMap/name'],
  },
} as const;

function nameReference(): object[] {
  return [
    {
      kind: 'Secret',
      version: 'v1',
      fieldSpecs: [
        ...fields(['RunnerDeployment'], [`${template}/githubAPICredentialsFrom/secretRef/name`]),
        ...fields(['RunnerSet', autoscaler], ['spec/githubAPICredentialsFrom/secretRef/name']),
        ...fields(runnerKinds, [`${template}/imagePullSecrets/name`]),
        ...inPods('Secret'),
      ],
    },
    { kind: 'ConfigMap', version: 'v1', fieldSpecs: inPods('ConfigMap') },
    {
      kind: 'ServiceAccount',
      version: 'v1',
      fieldSpecs: [
        ...fields(runnerKinds, [`${template}/serviceAccountName`]),
        ...fields(['RunnerSet'], ['spec/serviceAccountName']),
      ],
    },
    ...runnerKinds.map((kind) => ({
      kind,
      group: 'actions.summerwind.dev',
      fieldSpecs: fields([autoscaler], ['spec/scaleTargetRef/name']),
    })),
  ];
}

function images(): object[] {
  return [
    ...fields(['RunnerDeployment'], [`${template}/image`]),
    ...fields(['RunnerSet'], ['spec/image']),
  ];
}

function replicas(): object[] {
  return fields(runnerKinds, ['spec/replicas']).map((field) => ({ ...field, create: true }));
}

function fields(kinds: readonly string[], paths: readonly string[]): object[] {
  return kinds.flatMap((kind) => paths.map((path) => ({ path, kind })));
}

// A RunnerDeployment has the fields of its runner's container on the level of the pod, and further containers in lists.
function inPods(kind: keyof typeof podReferences): object[] {
  const { container, docker, volumes } = podReferences[kind];
  const listed = ['containers', 'initContainers', 'sidecarContainers'].flatMap((list) =>
    container.map((path) => `${list}/${path}`),
  );
  return [
    ...fields(['RunnerDeployment'], inTemplate([...container, docker])),
    ...fields(runnerKinds, inTemplate([...listed, ...volumes])),
  ];
}

function inTemplate(paths: readonly string[]): string[] {
  return paths.map((path) => `${template}/${path}`);
}
