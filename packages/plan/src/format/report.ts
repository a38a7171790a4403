import type { Output } from '@fleetc/core';
import { type Change, type Level, levels } from '../change.ts';

/** A file that a build does not simply replace. */
export interface FileNote {
  /** As messages show it. */
  readonly path: string;
  /** `edited` fleetc wrote it and somebody changed it · `foreign` fleetc never wrote it. */
  readonly state: 'edited' | 'foreign';
}

/** What a comparison found about one output. */
export interface OutputReport {
  readonly target: Output['target'];
  /** The folder that was compared, as messages show it. */
  readonly folder: string;
  readonly changes: readonly Change[];
  readonly notes: readonly FileNote[];
}

/** How many changes there are on each level, the worst first. */
export function countLevels(reports: readonly OutputReport[]): ReadonlyMap<Level, number> {
  const found = reports.flatMap(({ changes }) => changes.map(({ level }) => level));
  return new Map(levels.map((level) => [level, found.filter((one) => one === level).length]));
}

/** All changes in one line: `3 changes: 1 danger, 2 without a restart`. */
export function summarizeReports(reports: readonly OutputReport[]): string {
  const counts = [...countLevels(reports)].filter(([, count]) => count > 0);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return 'no difference in meaning';
  const parts = counts.map(([level, count]) => `${count} ${levelWords[level]}`);
  return `${total === 1 ? '1 change' : `${total} changes`}: ${parts.join(', ')}`;
}

const levelWords: Readonly<Record<Level, string>> = {
  danger: 'dangerous',
  removed: 'removed',
  recreated: 'recreated',
  restarts: 'restarting runners',
  none: 'without a restart',
};

/** What a level is called in a list. */
export const levelNames: Readonly<Record<Level, string>> = {
  danger: 'danger',
  removed: 'removed',
  recreated: 'recreated',
  restarts: 'restarts',
  none: 'no restart',
};

/** What an environment is called above its changes; `undefined` where a fleet has none. */
export function environmentTitle(
  environment: string,
  hasEnvironments: boolean,
): string | undefined {
  if (environment === '') return 'all environments';
  return hasEnvironments ? environment : undefined;
}

/** What is true of all that was removed, where no agent deletes it. */
export function removalNote({ target, changes }: OutputReport): string | undefined {
  const isRemoved = changes.some(({ action, subject }) =>
    action === 'removed' ? subject.type !== 'file' : false,
  );
  const isApplied = target === 'plain' || target === 'kustomize';
  return isRemoved && isApplied
    ? 'applying this tree deletes nothing: what was removed has to be deleted by hand'
    : undefined;
}

/** What a note about a file says. */
export function noteWords({ state }: FileNote): string {
  return state === 'edited'
    ? 'was changed since fleetc wrote it; a build refuses to replace it'
    : 'was not written by fleetc; a build refuses to replace it';
}

/** The changes of a report by environment. */
export function byEnvironment({ changes }: OutputReport): ReadonlyMap<string, readonly Change[]> {
  const names = [...new Set(changes.map(({ environment }) => environment))];
  return new Map(
    names.map((name) => [name, changes.filter(({ environment }) => environment === name)]),
  );
}
