import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { examplePool } from './example.ts';

const pod = 'pools.ci.pod';

it.each<[string, string, string[]]>([
  ['the image', 'image: "a/b:1"', [`FLC4435 ${pod}.containers[0].image`]],
  ['other limits', 'resources: { limits: { cpu: 3 } }', []],
  [
    'other requests',
    'resources: { requests: { cpu: 3 } }',
    [`FLC4435 ${pod}.containers[0].resources.requests`],
  ],
  ['the same requests', 'resources: { requests: { cpu: 500m, memory: 1Gi } }', []],
])('judges a runner container with %s', async (_, fields, expected) => {
  const text = examplePool(`pod: { containers: [{ name: runner, ${fields} }] }`);
  expect(await findCodes(text)).toEqual(expected);
});

it.each<[string, string[]]>([
  ['env: [{ name: A, value: x }]', [`FLC4435 ${pod}.containers[0].env`]],
  ['env: [{ name: DOCKER_GROUP_GID, value: "5" }]', []],
  ['volumeMounts: [{ name: a, mountPath: /b }]', [`FLC4435 ${pod}.containers[0].volumeMounts`]],
])('judges a docker container with %s', async (fields, expected) => {
  const text = examplePool(
    `volumes: { a: { mountPath: /a, dockerMountPath: /d, emptyDir: {} } }\n    pod: { containers: [{ name: docker, ${fields} }] }`,
  );
  expect(await findCodes(text)).toEqual(expected);
});
