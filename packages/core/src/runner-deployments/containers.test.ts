import type { JsonObject } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { originOf, runnerOf } from '../testing/compile.ts';
import { pool } from '../testing/fleet-builder.ts';

async function containers(fields: Parameters<typeof pool>[0]): Promise<unknown> {
  const { object } = await runnerOf(pool(fields));
  return (object['spec'] as never)['template']['spec']['containers'];
}

const extra: JsonObject = { name: 'metrics', image: 'a/b:1' };
const privileged: JsonObject = { name: 'runner', securityContext: { privileged: true } };

it('lists no containers in a deployment that needs none', async () => {
  expect(await containers({})).toBeUndefined();
});

it('names the sidecar image in a bare entry, after a bare runner', async () => {
  const docker = { mode: 'sidecar', image: 'docker:28-dind', env: [] } as const;
  expect(await containers({ docker, env: [{ name: 'A', value: 'b' }] })).toEqual([
    { name: 'runner' },
    { name: 'docker', image: 'docker:28-dind' },
  ]);
});

it('merges pod.containers by name and keeps runner and docker in front', async () => {
  expect(await containers({ pod: { containers: [extra, privileged] } })).toEqual([
    { name: 'runner', securityContext: { privileged: true } },
    { name: 'docker' },
    extra,
  ]);
});

it('adds no docker container where the mode has none', async () => {
  const docker = { mode: 'none', env: [] } as const;
  expect(await containers({ docker, pod: { containers: [extra] } })).toEqual([
    { name: 'runner' },
    extra,
  ]);
});

it('merges into the full containers of a set', async () => {
  const env = [{ name: 'A', value: 'b' }];
  expect(await containers({ kind: 'set', env, pod: { containers: [privileged] } })).toEqual([
    { name: 'runner', env, securityContext: { privileged: true } },
    { name: 'docker', env: [{ name: 'DOCKER_GROUP_GID', value: '121' }] },
  ]);
});

it('leaves a list that cannot be merged by name to validation', async () => {
  expect(await containers({ pod: { containers: ['runner'] } })).toEqual(['runner']);
});

it('answers for each part of a merged container', async () => {
  const env = [{ name: 'A', value: 'b' }];
  const item = await runnerOf(pool({ kind: 'set', env, pod: { containers: [extra, privileged] } }));
  const at = 'spec.template.spec.containers';
  expect(originOf(item, `${at}.0.env.0.value`)).toBe('pools.ci.env.A');
  expect(originOf(item, `${at}.0.securityContext.privileged`)).toBe(
    'pools.ci.pod.containers[1].securityContext.privileged',
  );
  expect(originOf(item, `${at}.2.image`)).toBe('pools.ci.pod.containers[0].image');
});
