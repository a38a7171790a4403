import type { KubernetesObject } from '@fleetc/kubernetes';

/** What a change does, the worst first. */
export const levels = ['danger', 'removed', 'recreated', 'restarts', 'none'] as const;

/**
 * `danger` data of others goes · `removed` something goes · `recreated` it has to be deleted and made anew · `restarts`
 * runners are replaced · `none` nothing restarts.
 */
export type Level = (typeof levels)[number];

/** What happened to a thing or to a place in it. */
export type Action = 'added' | 'removed' | 'changed';

/** What a change is about. */
export interface Subject {
  /** A pool is all objects of one pool and scope; a file is what is neither an object nor a release. */
  readonly type: 'pool' | 'release' | 'object' | 'file';
  readonly name: string;
  readonly namespace?: string;
  /** Of an object. */
  readonly kind?: string;
  /** In words: `pool "build"`, `namespace "arc"`, `controller chart`. */
  readonly title: string;
}

/** One place in which something differs. */
export interface Fact {
  readonly level: Level;
  /** The place in words, such as `replicas`. */
  readonly what: string;
  readonly change: Action | 'reordered';
  /** In one line; both are absent where a secret may stand. */
  readonly before?: string;
  readonly after?: string;
  /** The path in the object, the values or the file; empty for the whole of it. */
  readonly path: string;
  readonly file: string;
}

/** An object, a release or a file that takes part in a change. */
export interface Part {
  readonly action: Action;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly file: string;
}

/** Everything that changes about one subject in one environment. */
export interface Change {
  /** Empty for what all environments share. */
  readonly environment: string;
  readonly subject: Subject;
  readonly action: Action;
  readonly level: Level;
  /** More about something added or removed as a whole, such as `0-40 runners`; may be empty. */
  readonly size: string;
  /** What follows, in one clause; may be empty. */
  readonly consequence: string;
  readonly facts: readonly Fact[];
  readonly parts: readonly Part[];
  /** The title of what was removed, or added, and is equal but for its name. */
  readonly renamed?: string;
}

/** The worse one of several levels. */
export function worst(found: readonly Level[]): Level {
  return levels.find((level) => found.includes(level)) ?? 'none';
}

/** Whether an object makes runners. */
export function isWorkload({ kind }: KubernetesObject): boolean {
  return kind === 'RunnerDeployment' || kind === 'RunnerSet';
}
