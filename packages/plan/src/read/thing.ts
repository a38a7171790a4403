import type { KubernetesObject } from '@fleetc/kubernetes';

interface Common {
  /** Empty for what all environments of a tree share. */
  readonly environment: string;
  /** The file that it was read from, relative to the tree. */
  readonly path: string;
}

/** A Kubernetes object of one environment. */
export interface ObjectThing extends Common {
  readonly type: 'object';
  readonly object: KubernetesObject;
}

/** A Helm release of one environment. */
export interface ReleaseThing extends Common {
  readonly type: 'release';
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  /** What is installed, besides the values. */
  readonly source: { readonly version: string; readonly repository: string };
  readonly values: unknown;
}

/** A file that is neither: instructions, or what only a tool reads. */
export interface FileThing extends Common {
  readonly type: 'file';
  /** Of a YAML file what it says, of any other its text. */
  readonly content: unknown;
}

/** One thing that a tree says. */
export type Thing = ObjectThing | ReleaseThing | FileThing;

/** What tells a thing from every other of its tree. */
export function identify(thing: Thing): string {
  return JSON.stringify([thing.environment, thing.type, ...identityOf(thing)]);
}

/** The API group of an object; empty for the core. */
export function groupOf({ apiVersion }: KubernetesObject): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function identityOf(thing: Thing): string[] {
  if (thing.type === 'file') return [thing.path];
  if (thing.type === 'release') return [thing.namespace, thing.name];
  const { object } = thing;
  return [groupOf(object), object.kind, object.metadata.namespace ?? '', object.metadata.name];
}
