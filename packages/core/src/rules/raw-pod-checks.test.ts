import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { examplePool } from './example.ts';

const claim = 'workVolume: { size: 1Gi, storageClass: fast }';
const pod = 'pools.ci.pod';

it.each<[string, string, string[]]>([
  [
    'a variable of ARC',
    'pod: { env: [{ name: RUNNER_LABELS, value: x }] }',
    [`FLC4406 ${pod}.env[0]`],
  ],
  [
    'a volume of ARC',
    'pod: { volumes: [{ name: var-run, emptyDir: {} }] }',
    [`FLC4407 ${pod}.volumes[0]`],
  ],
  ['a work volume', 'pod: { volumes: [{ name: work, emptyDir: {} }] }', []],
  [
    'a work volume in kubernetes mode',
    `docker: kubernetes\n    ${claim}\n    pod: { volumes: [{ name: work, emptyDir: {} }], volumeMounts: [{ name: work, mountPath: /w }] }`,
    [`FLC4407 ${pod}.volumeMounts[0]`, `FLC4407 ${pod}.volumes[0]`],
  ],
  [
    'docker without docker',
    'docker: none\n    pod: { dockerMTU: 1400 }',
    [`FLC4404 ${pod}.dockerMTU`],
  ],
  ['docker in the runner', 'docker: inRunner\n    pod: { dockerMTU: 1400 }', []],
  [
    'a sidecar in kubernetes mode',
    `docker: kubernetes\n    ${claim}\n    pod: { containers: [{ name: docker, image: "docker:28.0.4-dind" }] }`,
    [`FLC4404 ${pod}.containers[0]`],
  ],
  [
    'a sidecar of their own',
    'docker: none\n    pod: { containers: [{ name: docker, image: "docker:28.0.4-dind" }] }',
    [],
  ],
  [
    'a moving image',
    'pod: { sidecarContainers: [{ name: x, image: "acme/x:latest" }] }',
    [`FLC4411 ${pod}.sidecarContainers[0].image`],
  ],
  [
    'no image reference',
    'pod: { initContainers: [{ name: x, image: "https://ghcr.io/acme/x:1" }] }',
    [`FLC2010 ${pod}.initContainers[0].image`],
  ],
  [
    'an annotation that lets jobs be killed',
    'patch: { runner: { template: { metadata: { annotations: { cluster-autoscaler.kubernetes.io/safe-to-evict: "true" } } } } }',
    [
      'FLC4431 pools.ci.patch.runner.template.metadata.annotations["cluster-autoscaler.kubernetes.io/safe-to-evict"]',
    ],
  ],
])('applies the rules of the language to raw fields: %s', async (_, fields, expected) => {
  expect(await findCodes(examplePool(fields))).toEqual(expected);
});
