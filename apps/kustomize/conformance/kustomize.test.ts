import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { encryptedFiles, findGoTool, fleets } from '@fleetc/testing';
import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { afterAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const fleetc = join(root, 'apps/fleetc/bin/fleetc.mjs');
const flags = ['build', '--enable-alpha-plugins', '--enable-exec'];
const kustomizes = ['kustomize 5.0', 'kustomize 5.8'] as const;

const scratch = mkdtempSync(join(tmpdir(), 'fleetc-kustomize-'));
const programs = join(scratch, 'bin');
mkdirSync(programs);
symlinkSync(
  resolve(import.meta.dirname, '../dist/fleetc-kustomize.mjs'),
  join(programs, 'fleetc-kustomize'),
);
afterAll(() => rmSync(scratch, { recursive: true }));

const examples = readdirSync(join(root, 'examples')).filter(
  (name) => name !== 'many-fleets' && existsSync(join(root, 'examples', name, 'fleet.yaml')),
);

it.for(kustomizes)('%s generates for the examples what fleetc build prints', (name, context) => {
  const program = findGoTool(context, name);
  let built = 0;
  for (const example of examples) {
    const folder = join(scratch, name, example);
    cpSync(join(root, 'examples', example), join(folder, 'fleet'), {
      recursive: true,
      filter: (path) => !path.includes('/expected'),
    });
    built += compare(program, folder);
  }
  expect(built).toBeGreaterThan(examples.length / 2);
});

it.for(kustomizes)('%s generates for random fleets what fleetc build prints', (name, context) => {
  const program = findGoTool(context, name);
  let built = 0;
  for (const [index, fleet] of fc.sample(fleets, { numRuns: 25, seed: 1 }).entries()) {
    const folder = join(scratch, name, `random-${index}`);
    // The function has no outputs, and what is wrong with them is none of its business.
    const { outputs: _outputs, ...rest } = fleet as Record<string, unknown>;
    writeFiles(join(folder, 'fleet'), {
      ...encryptedFiles,
      'fleet.yaml': JSON.stringify(rest, null, 2),
    });
    built += compare(program, folder);
  }
  expect(built).toBeGreaterThan(5);
});

// What the README warns of.
it.for(kustomizes)(
  '%s succeeds with nothing when only one of the flags is given',
  (name, context) => {
    const folder = join(scratch, name, 'one-flag');
    cpSync(join(root, 'examples/quickstart/fleet.yaml'), join(folder, 'fleet/fleet.yaml'));
    writeKustomizations(folder, 'default');
    const kustomize = findGoTool(context, name);
    const built = spawnSync(kustomize, ['build', '--enable-alpha-plugins', folder]);
    expect([built.status, String(built.stdout)]).toEqual([0, '']);
  },
);

/** Builds each environment both ways; the number of those that both built. */
function compare(kustomize: string, folder: string): number {
  const environments = environmentsOf(join(folder, 'fleet/fleet.yaml'));
  const built = environments.filter((environment) => {
    writeKustomizations(folder, environment);
    const printed = spawnSync(
      process.execPath,
      [fleetc, 'build', 'fleet', '--stdout', '--env', environment],
      { cwd: folder, encoding: 'utf8' },
    );
    const generated = spawnSync(kustomize, [...flags, '.'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${programs}:${process.env['PATH']}`, HOME: scratch },
    });
    const objects = printed.status === 0 ? objectsOf(printed.stdout) : {};
    // What the function refuses, although the command builds it.
    const isRefused =
      Object.keys(objects).length === 0 || printed.stderr.includes('encrypted Secret');
    const expected = isRefused ? [1, {}] : [0, objects];
    expect([folder, generated.status, objectsOf(generated.stdout)]).toEqual([folder, ...expected]);
    return !isRefused;
  });
  return built.length;
}

/** As the README shows it: the fleet itself stays one that `fleetc check` accepts. */
function writeKustomizations(folder: string, environment: string): void {
  writeFiles(folder, {
    'fleet/kustomization.yaml': `resources: [fleet.yaml]
commonAnnotations:
  config.kubernetes.io/function: "exec: { path: fleetc-kustomize }"
  fleetc.dev/environment: ${environment}
  fleetc.dev/file: fleet/fleet.yaml
`,
    'kustomization.yaml': 'generators: [fleet]\n',
  });
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function environmentsOf(file: string): string[] {
  const [fleet] = loadAll(readFileSync(file, 'utf8')) as [{ environments?: object }];
  const names = Object.keys(fleet.environments ?? {});
  return names.length > 0 ? names : ['default'];
}

function objectsOf(stream: string): Record<string, unknown> {
  const objects = (loadAll(stream) as (KubernetesObject | null)[]).filter(
    (object) => object !== null,
  );
  return Object.fromEntries(objects.map((object) => [identify(object), object]));
}

function identify({ apiVersion, kind, metadata: { namespace, name } }: KubernetesObject): string {
  return [apiVersion, kind, namespace, name].join(' ');
}
