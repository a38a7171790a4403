import { expect, it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { type Case, format, missing, refused, unknown, wrong } from './violations.ts';

const arc = 'actions.summerwind.dev/v1alpha1';
const runner = ['spec', 'template', 'spec'];
const scopes = 'must have exactly one of enterprise, organization and repository';
const acme = { organization: 'acme' };

function deployment(spec: object, rest: object = {}): object {
  return {
    apiVersion: arc,
    kind: 'RunnerDeployment',
    metadata: { name: 'build' },
    spec: { template: { spec } },
    ...rest,
  };
}

const deployments: readonly Case[] = [
  [
    'a misspelt field of a runner',
    deployment({ ...acme, lables: ['x'] }),
    unknown([...runner, 'lables'], 'labels'),
  ],
  [
    'a field of pods that only a RunnerSet has',
    deployment({ ...acme, hostNetwork: true }),
    unknown([...runner, 'hostNetwork']),
  ],
  [
    'a misspelt field deep in a container',
    deployment({ ...acme, containers: [{ name: 'runner', resources: { request: {} } }] }),
    unknown([...runner, 'containers', 0, 'resources', 'request'], 'requests'),
  ],
  [
    'a field that Kubernetes got after the CRDs',
    deployment({ ...acme, volumes: [{ name: 'x', image: { reference: 'y' } }] }),
    unknown([...runner, 'volumes', 0, 'image']),
  ],
  ['no scope', deployment({}), refused(runner, scopes)],
  ['two scopes', deployment({ ...acme, repository: 'acme/web' }), refused(runner, scopes)],
  [
    'a repository without its owner',
    deployment({ repository: 'web' }),
    format([...runner, 'repository'], 'must be owner/name'),
  ],
  [
    'a label with a comma',
    deployment({ ...acme, labels: ['a', 'b,c'] }),
    format([...runner, 'labels', 1], 'must be a label without a comma'),
  ],
  [
    'another container mode',
    deployment({ ...acme, containerMode: 'dind' }),
    refused([...runner, 'containerMode'], 'must be kubernetes', 'kubernetes'),
  ],
  [
    'the container mode without a claim for its work',
    deployment({ ...acme, containerMode: 'kubernetes' }),
    missing([...runner, 'workVolumeClaimTemplate']),
  ],
  [
    'a number where a text is due',
    deployment({ ...acme, env: [{ name: 'A', value: 1 }] }),
    wrong([...runner, 'env', 0, 'value'], 'a string'),
  ],
  [
    'a text where a number is due',
    deployment(acme, { spec: { replicas: '2', template: { spec: acme } } }),
    wrong(['spec', 'replicas'], 'an integer'),
  ],
  [
    'a fraction of a runner',
    deployment(acme, { spec: { replicas: 1.5, template: { spec: acme } } }),
    wrong(['spec', 'replicas'], 'an integer'),
  ],
  [
    'fewer than no runners',
    deployment(acme, { spec: { replicas: -1, template: { spec: acme } } }),
    refused(['spec', 'replicas'], 'must be at least 0'),
  ],
  [
    'a quantity with a wrong unit',
    deployment({ ...acme, resources: { requests: { 'cpu': '1', 'memory/x': '4GB' } } }),
    format(
      [...runner, 'resources', 'requests', 'memory/x'],
      'must be a quantity such as 500m, 4 or 8Gi',
    ),
  ],
  [
    'an amount that is neither text nor number',
    deployment({ ...acme, resources: { limits: { cpu: true } } }),
    wrong([...runner, 'resources', 'limits', 'cpu'], 'a string or an integer'),
  ],
  [
    'an unknown pull policy',
    deployment({ ...acme, imagePullPolicy: 'Sometimes' }),
    refused(
      [...runner, 'imagePullPolicy'],
      'is not one of the allowed values',
      'Always, IfNotPresent, Never',
    ),
  ],
  [
    'two volumes of one name',
    deployment({ ...acme, volumes: [{ name: 'a', emptyDir: {} }, { name: 'b' }, { name: 'a' }] }),
    refused([...runner, 'volumes', 2], 'must not repeat the name of an earlier item'),
  ],
  [
    'one port twice, the protocol written once',
    deployment({
      ...acme,
      containers: [
        { name: 'x', ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'TCP' }] },
      ],
    }),
    refused(
      [...runner, 'containers', 0, 'ports', 1],
      'must not repeat the containerPort and protocol of an earlier item',
    ),
  ],
  [
    'an ephemeral container',
    deployment({ ...acme, ephemeralContainers: [] }),
    refused(
      [...runner, 'ephemeralContainers'],
      'must be left out: Kubernetes accepts no ephemeral container in a pod that is being created',
    ),
  ],
  [
    'a field that the controller writes',
    deployment(acme, { spec: { effectiveTime: 1, template: { spec: acme } } }),
    refused(['spec', 'effectiveTime'], 'must be left out: the controller writes it'),
  ],
  [
    'a name that is too long for the label it becomes',
    deployment(acme, { metadata: { name: 'a'.repeat(64) } }),
    refused(['metadata', 'name'], 'must have at most 63 characters'),
  ],
  [
    'an empty name',
    deployment(acme, { metadata: { name: '' } }),
    format(['metadata', 'name'], 'must be lower-case letters, digits, inner hyphens and dots'),
  ],
  [
    'a bad label of the object',
    deployment(acme, { metadata: { name: 'x', labels: { 'a b': 'c' } } }),
    format(
      ['metadata', 'labels', 'a b'],
      'as a name, must be a label name of at most 63 characters, after an optional DNS prefix and slash',
    ),
  ],
  [
    'another version of the kind',
    deployment(acme, { apiVersion: 'actions.summerwind.net/v1alpha1' }),
    refused(['apiVersion'], `must be ${arc}`, arc),
  ],
  ['a list in place of an object', [], wrong([], 'an object')],
];

it.each(deployments)('refuses %s, once', async (_, object, violation) => {
  const validate = await loadObjectValidator(arc, 'RunnerDeployment');
  expect(validate(object)).toEqual([violation]);
});

it('tells every mistake of an object, each where it is', async () => {
  const validate = await loadObjectValidator(arc, 'RunnerDeployment');
  const object = deployment({ ...acme, imge: 'x', ephemeral: 'yes' }, { metadata: {} });
  expect(validate(object)).toEqual([
    missing(['metadata', 'name']),
    wrong([...runner, 'ephemeral'], 'a boolean'),
    unknown([...runner, 'imge'], 'image'),
  ]);
});
