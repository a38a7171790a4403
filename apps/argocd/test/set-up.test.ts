import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, readInstructions } from '@fleetc/testing/build-image';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { at } from './support/at.ts';
import { announce } from './support/argocd.ts';
import { fleetWithEnvironments, inRepository } from './support/fleets.ts';
import { announcementSchema, pluginSchema } from './support/plugin-schema.ts';

const root = join(import.meta.dirname, '..');
const readText = (name: string) => readFileSync(join(root, name), 'utf8');
const readYaml = (name: string) => load(readText(name));
const readPlugin = () => pluginSchema.parse(readYaml('plugin.yaml'));
const podPath = ['spec', 'template', 'spec'];

it('has a plugin.yaml with nothing in it that Argo CD would ignore', () => {
  const { metadata, spec } = readPlugin();
  expect(`${metadata.name}-${spec.version}`).toBe('fleetc-v1');
  expect(spec.discover).toEqual({ fileName: 'fleet.yaml' });
});

it.each([
  ['discover', 'fileName:', 'filename:'],
  ['parameters', 'dynamic:', 'dynamics:'],
  ['a default', 'string: ignore', 'array: ignore'],
])('would find a mistake in %s', (_name, right, wrong) => {
  const text = readText('plugin.yaml');
  expect(text).toContain(right);
  expect(pluginSchema.safeParse(load(text.replace(right, wrong))).success).toBe(false);
});

it('announces nothing twice, and only in the form that Argo CD reads', () => {
  const { list } = announce({ files: inRepository(fleetWithEnvironments) });
  for (const announcement of list) announcementSchema.parse(announcement);
  const names = [...list, ...readPlugin().spec.parameters!.static!].map(({ name }) => name);
  expect(names.sort()).toEqual(['environment', 'helm', 'overrides', 'pools']);
});

it('gives the chart the same plugin under its name', () => {
  const cmp = at(readYaml('deploy/values.yaml'), 'configs', 'cmp');
  expect(cmp).toEqual({ create: true, plugins: { fleetc: at(readYaml('plugin.yaml'), 'spec') } });
});

const sidecarSchema = z.looseObject({
  image: z.string(),
  command: z.array(z.string()),
  securityContext: z.looseObject({ runAsUser: z.number(), readOnlyRootFilesystem: z.boolean() }),
  volumeMounts: z.array(z.looseObject({ name: z.string() })),
});

/** The one container of the patch. */
function readSidecar(): z.infer<typeof sidecarSchema> {
  const patch = readYaml('deploy/repo-server.patch.yaml');
  return sidecarSchema.parse(at(patch, ...podPath, 'containers', 0));
}

it('gives the chart and the patch the same sidecar, which may write to its own /tmp alone', () => {
  const sidecar = readSidecar();
  const volumes = at(readYaml('deploy/repo-server.patch.yaml'), ...podPath, 'volumes');
  const config = {
    name: 'argocd-cmp-cm',
    mountPath: '/home/argocd/cmp-server/config/plugin.yaml',
    subPath: 'fleetc.yaml',
  };
  expect(at(readYaml('deploy/values.yaml'), 'repoServer')).toEqual({
    extraContainers: [{ ...sidecar, volumeMounts: [...sidecar.volumeMounts, config] }],
    volumes: [
      ...(volumes as object[]),
      { name: 'argocd-cmp-cm', configMap: { name: 'argocd-cmp-cm' } },
    ],
  });
  expect(sidecar.securityContext).toMatchObject({ runAsUser: 999, readOnlyRootFilesystem: true });
  expect(sidecar.volumeMounts).toContainEqual({ name: 'fleetc-tmp', mountPath: '/tmp' });
  const version = at(readYaml('package.json'), 'version');
  expect(sidecar.image).toBe(`registry.example/fleetc-argocd:${String(version)}`);
});

it('has a Dockerfile that makes what the sidecar needs', () => {
  const { user, env, entrypoint } = buildImage(root);
  const { securityContext, command } = readSidecar();
  expect([user, env]).toEqual([securityContext.runAsUser, { HOME: '/tmp' }]);
  expect(entrypoint).toEqual(command);
  const names = readInstructions(root).map(([name]) => name);
  expect(names.slice(0, 2)).toEqual(['ARG', 'FROM']);
});

it('is one file that can open no connection and start no program', () => {
  const { outputs } = JSON.parse(readText('dist/metafile.json')) as {
    outputs: Record<string, { imports: { path: string }[] }>;
  };
  expect(Object.keys(outputs)).toEqual(['dist/fleetc-argocd.mjs']);
  const modules = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const allowed = /^(node:)?(buffer|fs|path|process|module)$/;
  expect([...new Set(modules)].filter((name) => !allowed.test(name))).toEqual([]);
});

function start(...args: readonly string[]) {
  const program = join(root, 'dist/fleetc-argocd.mjs');
  const options = { encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  return { status, stdout, stderr };
}

it('says what it is to somebody who starts it by hand', () => {
  const usage =
    'fleetc-argocd 0.1.0: a config management plugin; Argo CD runs "fleetc-argocd generate" and "fleetc-argocd parameters".\n';
  expect(start('--help')).toEqual({ status: 0, stdout: usage, stderr: '' });
  expect(start('-h')).toEqual({ status: 0, stdout: usage, stderr: '' });
  expect(start()).toEqual({ status: 2, stdout: '', stderr: usage });
});
