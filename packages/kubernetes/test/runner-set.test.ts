import { expect, it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { type Case, missing, refused, unknown } from './violations.ts';

const arc = 'actions.summerwind.dev/v1alpha1';

function set(spec: object): object {
  const base = { organization: 'acme', selector: {}, serviceName: 'cache', template: {} };
  return {
    apiVersion: arc,
    kind: 'RunnerSet',
    metadata: { name: 'cache' },
    spec: { ...base, ...spec },
  };
}

const sets: readonly Case[] = [
  ['a field of a RunnerDeployment', set({ env: [] }), unknown(['spec', 'env'])],
  [
    'an empty service',
    set({ serviceName: '' }),
    refused(['spec', 'serviceName'], 'must have at least 1 character'),
  ],
  [
    'a pod without containers',
    set({ template: { spec: {} } }),
    missing(['spec', 'template', 'spec', 'containers']),
  ],
  [
    'a claim without a name',
    set({ volumeClaimTemplates: [{ metadata: {}, spec: {} }] }),
    missing(['spec', 'volumeClaimTemplates', 0, 'metadata', 'name']),
  ],
  [
    'an unknown access mode',
    set({
      containerMode: 'kubernetes',
      workVolumeClaimTemplate: {
        storageClassName: 'x',
        accessModes: ['ReadOnlyMany'],
        resources: {},
      },
    }),
    refused(
      ['spec', 'workVolumeClaimTemplate', 'accessModes', 0],
      'is not one of the allowed values',
      'ReadWriteOnce, ReadWriteMany',
    ),
  ],
];

it.each(sets)('refuses %s, once', async (_, object, violation) => {
  const validate = await loadObjectValidator(arc, 'RunnerSet');
  expect(validate(object)).toEqual([violation]);
});
