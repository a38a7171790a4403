import type { ObjectItem } from '@fleetc/core';
import { expect, it } from 'vitest';
import { createObject, wholeBundle } from '../testing/bundle.ts';
import { planParts } from '../gitops/parts.ts';
import { ignoredDifferences } from './ignored-differences.ts';

const group = 'actions.summerwind.dev';
const replicas = ['/spec/replicas', '/spec/effectiveTime'];

function ignored(...items: readonly ObjectItem[]) {
  return ignoredDifferences({
    type: 'objects',
    step: 'runners',
    name: 'runners',
    order: 40,
    items,
  });
}

function runners(name: string, namespace = 'arc', kind = 'RunnerDeployment') {
  return createObject('runners', [`${group}/v1alpha1`, kind, name, namespace]);
}

function autoscaler(name: string, rest: object = {}, kind?: string) {
  const scaleTargetRef = { name, ...(kind !== undefined && { kind }) };
  const spec = { scaleTargetRef, ...rest };
  const identity = [`${group}/v1alpha1`, 'HorizontalRunnerAutoscaler', name, 'arc'] as const;
  return createObject('autoscalers', identity, { spec });
}

const reservations = {
  group,
  kind: 'HorizontalRunnerAutoscaler',
  jsonPointers: ['/spec/capacityReservations'],
};

it('ignores nothing where nothing scales', () => {
  expect(ignored(runners('a'), runners('b', 'arc', 'RunnerSet'))).toEqual([]);
});

it('ignores the number of runners of a whole kind where all of them are scaled', () => {
  expect(ignored(runners('a'), runners('b'), autoscaler('a'), autoscaler('b'))).toEqual([
    { group, kind: 'RunnerDeployment', jsonPointers: replicas },
    reservations,
  ]);
});

// What is ignored is not applied either: a new number in fleet.yaml would have no effect.
it('names those that are scaled where others have a fixed number', () => {
  expect(ignored(runners('a'), runners('a', 'web'), autoscaler('a'))).toEqual([
    { group, kind: 'RunnerDeployment', name: 'a', namespace: 'arc', jsonPointers: replicas },
    reservations,
  ]);
});

it('tells the kinds of targets apart', () => {
  const set = runners('a', 'arc', 'RunnerSet');
  expect(ignored(runners('a'), set, autoscaler('a', {}, 'RunnerSet'))).toEqual([
    { group, kind: 'RunnerSet', jsonPointers: replicas },
    reservations,
  ]);
});

it('keeps reservations that the fleet makes itself', () => {
  const own = autoscaler('b', { capacityReservations: [{ replicas: 1 }] });
  expect(ignored(autoscaler('a'), own)).toEqual([{ ...reservations, name: 'a', namespace: 'arc' }]);
  expect(ignored(own)).toEqual([]);
});

it('ignores the authority that cert-manager injects, and what the API server makes of definitions', () => {
  const kinds = planParts(wholeBundle, 1000)
    .filter(({ type }) => type === 'release')
    .map((part) => ignoredDifferences(part).map(({ kind }) => kind));
  const webhooks = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
  expect(kinds).toEqual([webhooks, ['CustomResourceDefinition', ...webhooks]]);
});
