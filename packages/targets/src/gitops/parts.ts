import type { Bundle, ObjectItem, ReleaseItem } from '@fleetc/core';
import { splitObjects } from './split-objects.ts';
import { type Step, stepOf, steps } from './steps.ts';

interface Share {
  readonly step: Step;
  /** Unlike any other of the bundle, such as `runners` or `runners-web`. */
  readonly name: string;
  /** Parts with a smaller number come before; parts with equal ones do not need each other. */
  readonly order: number;
}

/** Objects that are applied together. */
export interface ObjectsPart extends Share {
  readonly type: 'objects';
  readonly items: readonly ObjectItem[];
}

/** A Helm release. */
export interface ReleasePart extends Share {
  readonly type: 'release';
  readonly item: ReleaseItem;
}

/** What one Application or Kustomization looks after. */
export type Part = ObjectsPart | ReleasePart;

/**
 * A bundle in parts, in install order: one for each release, one for the other objects of each step, more where a step
 * has more objects than `most`.
 */
export function planParts({ items }: Pick<Bundle, 'items'>, most: number): Part[] {
  return steps.flatMap((step, index) => {
    const own = items.filter(({ stage }) => stepOf[stage] === step);
    const releases = own.filter((item) => item.type === 'release');
    const objects = own.filter((item) => item.type === 'object');
    const order = index * 10;
    return [
      ...planReleases({ step, order }, releases),
      ...planObjects({ step, order: order + (releases.length > 0 ? 1 : 0) }, objects, {
        most,
        isAlone: releases.length === 0,
      }),
    ];
  });
}

/** The parts of the nearest order below; what those need themselves comes before them. */
export function partsBefore({ order }: Part, parts: readonly Part[]): Part[] {
  const lower = parts.filter((part) => part.order < order);
  const nearest = Math.max(...lower.map((part) => part.order));
  return lower.filter((part) => part.order === nearest);
}

/** The number and name of a part, such as `00-namespaces`: a listing shows the order. */
export function partFile({ order, name }: Part): string {
  return `${String(order).padStart(2, '0')}-${name}`;
}

function planReleases(share: Omit<Share, 'name'>, releases: readonly ReleaseItem[]): Part[] {
  return releases.map((item) => ({
    ...share,
    type: 'release',
    name: releases.length === 1 ? share.step : `${share.step}-${item.release.name}`,
    item,
  }));
}

function planObjects(
  share: Omit<Share, 'name'>,
  objects: readonly ObjectItem[],
  { most, isAlone }: { readonly most: number; readonly isAlone: boolean },
): Part[] {
  const prefix = isAlone ? share.step : `${share.step}-objects`;
  return splitObjects(objects, most).map(({ suffix, items }) => ({
    ...share,
    type: 'objects',
    name: suffix === '' ? prefix : `${prefix}-${suffix}`,
    items,
  }));
}
