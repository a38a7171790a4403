import type { KubernetesObject } from '@fleetc/kubernetes';
import { asText, entryAt, isMap } from './plain-data.ts';
import type { ReleaseThing } from './thing.ts';

/** What a file or an object says about a release, without its place. */
export type Release = Omit<ReleaseThing, 'environment' | 'path'>;

/** The release whose values a file holds, by the comment that every target puts on top of them. */
export function readValuesHeader(text: string): Omit<Release, 'values'> | undefined {
  const match = header.exec(text);
  if (!match) return undefined;
  const [, name, namespace, chart, version, repository] = match as unknown as string[];
  return {
    type: 'release',
    name: name!,
    namespace: namespace!,
    chart: chart!,
    source: { version: version!, repository: repository! },
  };
}

const header =
  /^# Values of the Helm release (\S+) in namespace (\S+):\n# chart (\S+) (\S+) of (\S+)\n/;

/** A HelmRelease of Flux in two: the release, and what is left of the object. */
export function splitHelmRelease(object: KubernetesObject): {
  readonly release: Release;
  readonly rest: KubernetesObject;
} {
  const spec = isMap(object['spec']) ? object['spec'] : {};
  const { values = {}, ...others } = spec;
  const chart = entryAt(spec, 'chart', 'spec');
  const release: Release = {
    type: 'release',
    name: asText(spec['releaseName']) ?? object.metadata.name,
    namespace: asText(spec['targetNamespace']) ?? object.metadata.namespace ?? '',
    chart: asText(entryAt(chart, 'chart')) ?? asText(entryAt(spec, 'chartRef', 'name')) ?? '',
    source: { version: asText(entryAt(chart, 'version')) ?? '', repository: '' },
    values,
  };
  return { release, rest: { ...object, spec: withoutVersion(others) } };
}

// It is the release's.
function withoutVersion(spec: Readonly<Record<string, unknown>>): object {
  const { chart, ...others } = spec;
  const inner = entryAt(chart, 'spec');
  if (!isMap(chart) || !isMap(inner)) return spec;
  const { version: _, ...rest } = inner;
  return { ...others, chart: { ...chart, spec: rest } };
}
