import { formatYaml } from '@fleetc/kubernetes';
import type { Source } from '@fleetc/fleet';
import { isPlain, type Plain } from './resource-list.ts';

/** The fleet in a functionConfig, and what its annotations say about the call. */
export interface FunctionConfig {
  /** Written anew from the value: what arrives has lost its comments and the order of its keys anyway. */
  readonly source: Source;
  readonly name: string;
  /** The environment that is asked for. */
  readonly environment?: string;
  /** The path of the fleet file, relative to the working directory, where it is known. */
  readonly file?: string;
}

const environmentKey = 'fleetc.dev/environment';
const fileKey = 'fleetc.dev/file';
const pathKeys = [fileKey, 'internal.config.kubernetes.io/path', 'config.kubernetes.io/path'];

// They are about the call and not about the fleet, whose annotations reach every object.
const aboutTheCall = /^((internal\.|kustomize\.)?config\.(kubernetes|k8s)\.io)\//;

/** Reads a functionConfig, or says in one clause why it holds no fleet. */
export function readFunctionConfig(value: Plain): FunctionConfig | string {
  const { apiVersion, kind, metadata } = value;
  if (apiVersion !== 'fleetc.dev/v1' || kind !== 'Fleet') {
    return `"functionConfig" has to be a Fleet of fleetc.dev/v1, and is ${describe(kind)} of ${describe(apiVersion)}`;
  }
  const annotations =
    isPlain(metadata) && isPlain(metadata['annotations']) ? metadata['annotations'] : {};
  const environment = annotations[environmentKey];
  const file = pathKeys.map((key) => annotations[key]).find((path) => path !== undefined);
  for (const [key, given] of [
    [environmentKey, environment],
    [fileKey, file],
  ] as const) {
    if (given !== undefined && typeof given !== 'string') return `annotation "${key}" is no text`;
  }
  return {
    source: { path: String(file ?? 'fleet.yaml'), text: formatYaml(withoutCall(value)) },
    name: isPlain(metadata) ? String(metadata['name']) : '',
    ...(environment !== undefined && { environment: String(environment) }),
    ...(file !== undefined && { file: String(file) }),
  };
}

function withoutCall(value: Plain): Plain {
  const { metadata } = value;
  if (!isPlain(metadata) || !isPlain(metadata['annotations'])) return value;
  const kept = Object.entries(metadata['annotations']).filter(
    ([key]) => key !== environmentKey && key !== fileKey && !aboutTheCall.test(key),
  );
  const { annotations: _all, ...rest } = metadata;
  const annotations = kept.length > 0 && { annotations: Object.fromEntries(kept) };
  return { ...value, metadata: { ...rest, ...annotations } };
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : 'nothing';
}
