import type { KubernetesObject } from '@fleetc/kubernetes';
import { isWorkload, type Subject } from '../change.ts';
import { asText, entryAt } from '../read/plain-data.ts';
import type { ReleaseThing, Thing } from '../read/thing.ts';

/** What a thing is a part of, with a key that is equal for things of one subject; the title is still without a scope. */
export function subjectOf(thing: Thing): { readonly key: string; readonly subject: Subject } {
  const subject = describe(thing);
  const { type, kind = '', namespace = '', name } = subject;
  const pool = type === 'pool' ? poolOf(thing) : undefined;
  const identity = pool ? [pool.name, pool.scope] : [kind, namespace, name, groupWord(thing)];
  return { key: JSON.stringify([thing.environment, type, ...identity]), subject };
}

/** The scope that an object of a pool is for; empty where it does not say so. */
export function scopeOf(thing: Thing): string {
  return poolOf(thing)?.scope ?? '';
}

function describe(thing: Thing): Subject {
  if (thing.type === 'file') {
    return { type: 'file', name: thing.path, title: `file ${thing.path}` };
  }
  const { name, namespace } = thing.type === 'release' ? thing : thing.object.metadata;
  const home = namespace === undefined || namespace === '' ? {} : { namespace };
  if (thing.type === 'release') return { type: 'release', name, ...home, title: chartTitle(thing) };
  const pool = poolOf(thing);
  if (pool) return { type: 'pool', name: pool.name, ...home, title: `pool ${quote(pool.name)}` };
  const { kind } = thing.object;
  return { type: 'object', kind, name, ...home, title: objectTitle(thing.object) };
}

function poolOf(thing: Thing): { readonly name: string; readonly scope: string } | undefined {
  if (thing.type !== 'object') return undefined;
  const { object } = thing;
  const label = (key: string) => asText(entryAt(object, 'metadata', 'labels', key));
  const name = label('fleetc.dev/pool');
  if (name !== undefined) return { name, scope: label('fleetc.dev/scope') ?? '' };
  // Objects of others' making: an autoscaler belongs to what it scales.
  if (isWorkload(object)) return { name: object.metadata.name, scope: '' };
  const target = asText(entryAt(object, 'spec', 'scaleTargetRef', 'name'));
  return target === undefined ? undefined : { name: target, scope: '' };
}

/** How a release is called: by what it installs. */
export function chartTitle({ chart, name }: ReleaseThing): string {
  if (chart.includes('actions-runner-controller') || chart.endsWith('controller')) {
    return 'controller chart';
  }
  return chart.includes('cert-manager') ? 'cert-manager chart' : `Helm release ${quote(name)}`;
}

/** Kind and name of an object. */
export function objectTitle(object: KubernetesObject): string {
  const { kind, metadata } = object;
  if (kind === 'Namespace') return `namespace ${quote(metadata.name)}`;
  const isEncrypted = kind === 'Secret' && entryAt(object, 'sops') !== undefined;
  const words = isEncrypted ? 'encrypted Secret' : kind;
  const home = metadata.namespace === undefined ? '' : ` in ${quote(metadata.namespace)}`;
  return `${words} ${quote(metadata.name)}${home}`;
}

/** A name as messages show it. */
export function quote(name: string): string {
  return `"${name}"`;
}

function groupWord(thing: Thing): string {
  return thing.type === 'object' ? thing.object.apiVersion.replace(/\/?[^/]*$/, '') : '';
}
