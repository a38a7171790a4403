import { type Bundle, type Compilation, compile, type ObjectItem } from '@fleetc/core';
import { hasErrors } from '@fleetc/diagnostics';
import { type TextReading, readBeside } from '@fleetc/input';
import type { KubernetesObject } from '@fleetc/kubernetes';
import type { FunctionConfig } from './function-config.ts';
import { createResult, type FunctionResult } from './function-result.ts';
import { toResults } from './to-result.ts';

/** What the function adds; no objects where a result is an error. */
export interface Generation {
  /** In install order. */
  readonly objects: readonly KubernetesObject[];
  readonly results: readonly FunctionResult[];
}

/** Compiles the fleet of a functionConfig for its environment; files are read below `directory` only. */
export async function generate(config: FunctionConfig, directory: string): Promise<Generation> {
  const { environment, source } = config;
  const compilation = await compile(source, {
    readFile: readFor(source.path, directory),
    adjustments: { withoutOutputs: true },
    ...(environment !== undefined && { environments: [environment] }),
  });
  const { diagnostics } = compilation;
  const results = await toResults(diagnostics, config, compilation.source);
  if (hasErrors(diagnostics)) return { objects: [], results };
  const { objects, results: more } = takeObjects(compilation);
  return { objects, results: [...results, ...more] };
}

// Names in the fleet count from its file, and the folder of the call is as far as anything may lead.
function readFor(path: string, directory: string): (name: string) => TextReading {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const read = readBeside(directory);
  return (name) => read(folder + name);
}

function takeObjects({ environments }: Compilation): Generation {
  const [only, ...others] = environments;
  if (!only?.bundle || others.length > 0) {
    const names = environments.map(({ name }) => name).join(', ');
    const message = `the fleet has several environments (${names}); name one in the annotation "fleetc.dev/environment"`;
    return fail(message, 'environments');
  }
  return split(only.bundle);
}

function split({ items, pendingSecrets }: Bundle): Generation {
  const all = items.filter((item) => item.type === 'object');
  const encrypted = all.filter((item) => item.encrypted);
  if (encrypted.length > 0) return refuseEncrypted(encrypted);
  const objects = all.map(({ object }) => object);
  if (objects.length === 0) return fail('the fleet has no objects, so that nothing is generated');
  for (const { kind } of objects) {
    if (kind === 'Secret') throw new Error('a plain Secret would leave the function');
  }
  const releases = items.flatMap((item) => (item.type === 'release' ? [item.release.name] : []));
  const pending = pendingSecrets.map(({ namespace, name }) => `${namespace}/${name}`);
  return {
    objects,
    results: [
      ...tell(releases, 'Helm releases are no objects and were left out; install them first'),
      ...tell(pending, 'Secrets were left out; "fleetc secrets" writes them'),
    ],
  };
}

function refuseEncrypted(items: readonly ObjectItem[]): Generation {
  const names = items.map(({ object }) => `${object.metadata.namespace}/${object.metadata.name}`);
  const message = `kustomize would apply the ciphertext of Secrets that SOPS encrypted (${names.join(', ')}); bring them another way, or build the fleet with "fleetc build"`;
  return fail(message, 'secrets');
}

function tell(names: readonly string[], sentence: string): FunctionResult[] {
  return names.length === 0 ? [] : [createResult('info', `${sentence}: ${names.join(', ')}`)];
}

function fail(message: string, path?: string): Generation {
  return { objects: [], results: [createResult('error', message, path)] };
}
