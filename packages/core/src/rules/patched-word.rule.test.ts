import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { examplePool } from './example.ts';

const claim = 'workVolume: { size: 1Gi, storageClass: fast }';
const pod = 'pools.ci.pod';
const runner = 'pools.ci.patch.runner';

it.each<[string, string, string[]]>([
  ['a field that the language has no word for', 'pod: { hostAliases: [] }', []],
  [
    'the same value as the language gives',
    'pod: { dockerEnabled: true, dockerdWithinRunnerContainer: false }',
    [],
  ],
  ['a number of runners', 'patch: { runner: { replicas: 2 } }', [`FLC5103 ${runner}.replicas`]],
  ['a mode of docker', 'pod: { dockerEnabled: false }', [`FLC5103 ${pod}.dockerEnabled`]],
  [
    'a mode that ARC does not know',
    'pod: { containerMode: dind }',
    [`FLC5001 ${pod}.containerMode`],
  ],
  ["an image in ARC's own field", 'pod: { image: "acme/runner:latest" }', [`FLC5103 ${pod}.image`]],
  [
    'a list of containers',
    'patch: { runner: { template: { spec: { containers: [{ name: x, image: "a/b:1" }, { name: runner }] } } } }',
    [`FLC5103 ${runner}.template.spec.containers`],
  ],
  ['further containers', 'pod: { containers: [{ name: x, image: "a/b:1" }] }', []],
  ['a service account where none is needed', 'pod: { serviceAccountName: robot }', []],
  [
    'a service account where fleetc makes one',
    `docker: kubernetes\n    ${claim}\n    pod: { serviceAccountName: robot }`,
    [`FLC5103 ${pod}.serviceAccountName`],
  ],
  [
    'a service account that ARC reads in one mode only',
    'kind: set\n    patch: { runner: { serviceAccountName: robot } }',
    [`FLC5103 ${runner}.serviceAccountName`],
  ],
])('judges what a pool patches: %s', async (_, fields, expected) => {
  expect(await findCodes(examplePool(fields))).toEqual(expected);
});
