import type { Path } from '@fleetc/diagnostics';
import {
  badImageReference,
  evictedJobs,
  evictionAnnotation,
  floatingImage,
  floatingTag,
  isReservedVariable,
  reservedVariable,
  reservedVolume,
  withoutSidecar,
} from '@fleetc/fleet';
import { imageReferenceProblem } from '@fleetc/notation';
import { type AnyBundleCheck, defineBundleCheck, type Emitted } from './bundle-check.ts';
import { containersOf, type EmittedRunner, environmentsOf } from './emitted-items.ts';
import { isEscape } from './escape.ts';
import { isFilled, listAt, textAt, valueAt } from './value-at.ts';

/** Rules about the words of a pool, applied to what `pod` and `patch` say in the words of Kubernetes. */
export const rawPodChecks: readonly AnyBundleCheck[] = [
  defineBundleCheck<{ variable: string }>({
    ...reservedVariable,
    check(emitted, report) {
      for (const { runner, path } of runnerVariables(emitted)) {
        const variable = textAt(runner.item.object, [...path, 'name']) ?? '';
        const place = runner.item.origin(path);
        if (isReservedVariable(variable, runner.pool, emitted.fleet) && isEscape(place))
          report({ variable }, place);
      }
    },
  }),
  defineBundleCheck<{ volume: string; owner: string }>({
    ...reservedVolume,
    check(emitted, report) {
      for (const runner of emitted.runners) {
        for (const { volume, path } of rawVolumes(runner)) report({ volume, owner: 'ARC' }, path);
      }
    },
  }),
  defineBundleCheck<{ pool: string; mode: string }>({
    ...withoutSidecar,
    check(emitted, report) {
      for (const runner of emitted.runners) {
        const { item, pool } = runner;
        const related = [{ path: [...pool.path, 'docker'], text: 'the docker mode' }];
        const params = { pool: pool.name, mode: pool.docker.mode };
        for (const path of withoutDocker(runner)) {
          const place = item.origin(path);
          if (isEscape(place)) report(params, place, { part: 'key', related });
        }
      }
    },
  }),
  defineBundleCheck<{ pool: string }>({
    ...evictedJobs,
    check({ runners }, report) {
      for (const { item, pool } of runners) {
        const path = ['spec', 'template', 'metadata', 'annotations', evictionAnnotation];
        const place = item.origin(path);
        if (valueAt(item.object, path) === 'true' && isEscape(place))
          report({ pool: pool.name }, place);
      }
    },
  }),
  defineBundleCheck<{ problem: string }>({
    ...badImageReference,
    check(emitted, report) {
      for (const { image, path } of rawImages(emitted)) {
        const problem = imageReferenceProblem(image);
        if (problem !== undefined) report({ problem }, path);
      }
    },
  }),
  defineBundleCheck<{ image: string; tag: string | undefined }>({
    ...floatingImage,
    check(emitted, report) {
      for (const { image, path } of rawImages(emitted)) {
        const floating = floatingTag(image);
        if (floating) report({ image, ...floating }, path);
      }
    },
  }),
];

function runnerVariables(emitted: Emitted): { runner: EmittedRunner; path: Path }[] {
  return emitted.runners.flatMap((runner) =>
    environmentsOf(runner)
      .filter(({ name }) => name === 'runner')
      .flatMap(({ path }) =>
        listAt(runner.item.object, path).map((_, index) => ({ runner, path: [...path, index] })),
      ),
  );
}

/** Volumes, and in kubernetes mode mounts of the work volume, that ARC would have twice. */
function rawVolumes({
  item,
  pod,
  pool: { docker },
}: EmittedRunner): { volume: string; path: Path }[] {
  // Outside of kubernetes mode a `work` of the user's replaces ARC's, which is the documented way to place it.
  const reserved = ['runner', ...(docker.mode === 'sidecar' ? ['var-run'] : [])];
  const work = docker.mode === 'kubernetes' ? ['work'] : [];
  const lists = [
    { list: 'volumes', names: [...reserved, ...work] },
    { list: 'volumeMounts', names: work },
  ];
  return lists.flatMap(({ list, names }) =>
    listAt(item.object, [...pod, list]).flatMap((entry, index) => {
      const volume = textAt(entry, ['name']) ?? '';
      const path = item.origin([...pod, list, index]);
      return names.includes(volume) && isEscape(path) ? [{ volume, path }] : [];
    }),
  );
}

/** Fields for a dockerd that the pool does not have. */
function withoutDocker(runner: EmittedRunner): Path[] {
  const { item, pod, config, pool } = runner;
  const { mode } = pool.docker;
  if (mode === 'sidecar') return [];
  const ofSidecar = ['dockerEnv', 'dockerVolumeMounts', 'dockerdContainerResources'];
  const ofAnyDocker =
    mode === 'none' || mode === 'kubernetes' ? ['dockerMTU', 'dockerRegistryMirror'] : [];
  const fields = [
    ...ofSidecar.map((name) => [...pod, name]),
    [...config, 'dockerVarRunVolumeSizeLimit'],
    ...ofAnyDocker.map((name) => [...config, name]),
  ].filter((path) => valueAt(item.object, path) !== undefined);
  // In kubernetes mode ARC drops a container of that name.
  const containers = containersOf(runner).filter(
    ({ name }) => name === 'docker' && mode === 'kubernetes',
  );
  return [...fields, ...containers.map(({ path }) => path)];
}

function rawImages(emitted: Emitted): { image: string; path: Path }[] {
  return emitted.runners.flatMap((runner) =>
    containersOf(runner).flatMap(({ path }) => {
      const image = textAt(runner.item.object, [...path, 'image']);
      const place = runner.item.origin([...path, 'image']);
      return isFilled(image) && isEscape(place) ? [{ image: image!, path: place }] : [];
    }),
  );
}
