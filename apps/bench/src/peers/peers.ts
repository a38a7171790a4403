import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { findTool } from './find-tool.ts';
import type { Peer } from './peer.ts';

/** The objects as one file of YAML documents, which JSON is as well. */
function writeDocuments(objects: readonly object[], file: string): void {
  writeFileSync(file, objects.map((object) => `---\n${JSON.stringify(object)}\n`).join(''));
}

function prepareFlat(objects: readonly object[], folder: string): void {
  writeDocuments(objects, join(folder, 'objects.yaml'));
  writeFileSync(join(folder, 'kustomization.yaml'), 'resources: [objects.yaml]\n');
}

function versionOf(program: string | undefined, ...args: string[]): string | undefined {
  if (!program) return undefined;
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return /v?\d+\.\d+(\.\d+)?/.exec(`${stdout}${stderr}`)?.[0];
}

const kustomize: Peer = {
  name: 'kustomize',
  most: 11_000,
  version: () => versionOf(findTool('kustomize'), 'version'),
  prepare(objects, folder) {
    prepareFlat(objects, folder);
    return { program: findTool('kustomize')!, args: ['build', folder] };
  },
};

// The same code as kustomize, whose time grows with the square of the objects: the largest fleet is asked of one of them.
const kubectl: Peer = {
  name: 'kubectl kustomize',
  most: 2000,
  version: () => versionOf(findTool('kubectl'), 'version', '--client'),
  prepare(objects, folder) {
    prepareFlat(objects, folder);
    return { program: findTool('kubectl')!, args: ['kustomize', folder] };
  },
};

const cdk8s: Peer = {
  name: 'cdk8s',
  most: 30_000,
  version() {
    const file = createRequire(import.meta.url).resolve('cdk8s/package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  },
  prepare(objects, folder) {
    const file = join(folder, 'objects.json');
    writeFileSync(file, JSON.stringify(objects));
    const app = join(import.meta.dirname, 'cdk8s.mjs');
    return { program: process.execPath, args: [app, file, join(folder, 'out')] };
  },
};

const helm: Peer = {
  name: 'helm template',
  most: 30_000,
  version: () => versionOf(findTool('helm'), 'version', '--short'),
  prepare(objects, folder) {
    mkdirSync(join(folder, 'templates'));
    writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: pools\nversion: 1.0.0\n');
    writeFileSync(join(folder, 'values.yaml'), JSON.stringify({ objects }));
    writeFileSync(
      join(folder, 'templates/objects.yaml'),
      '{{- range .Values.objects }}\n---\n{{ toYaml . }}\n{{- end }}\n',
    );
    return { program: findTool('helm')!, args: ['template', folder] };
  },
};

const jsonnet: Peer = {
  name: 'jsonnet',
  most: 30_000,
  version: () => versionOf(findTool('jsonnet'), '--version'),
  prepare(objects, folder) {
    writeFileSync(join(folder, 'objects.json'), JSON.stringify(objects));
    const file = join(folder, 'main.jsonnet');
    writeFileSync(file, "std.manifestYamlStream(import 'objects.json')\n");
    return { program: findTool('jsonnet')!, args: ['--string', file] };
  },
};

/** Every program that fleetc is measured against, in the order of the tables. */
export const peers: readonly Peer[] = [kustomize, kubectl, cdk8s, helm, jsonnet];
