import { expect, it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { type Case, format, missing, unknown } from './violations.ts';

function core(kind: string, fields: object, apiVersion = 'v1'): object {
  return { apiVersion, kind, metadata: { name: 'x' }, ...fields };
}

const objects: readonly Case[] = [
  [
    'a namespace within a namespace',
    core('Namespace', { metadata: { name: 'x', namespace: 'y' } }),
    unknown(['metadata', 'namespace']),
  ],
  [
    'a file of a ConfigMap with a slash in its name',
    core('ConfigMap', { data: { 'a/b': 'c' } }),
    format(
      ['data', 'a/b'],
      'as a name, must be at most 253 letters, digits, hyphens, underscores and dots',
    ),
  ],
  [
    'data that is not base64',
    core('Secret', { data: { a: 'ü' } }),
    format(['data', 'a'], 'must be base64'),
  ],
  [
    'a key with a slash',
    core('Secret', { stringData: { 'a/b': 'c' } }),
    format(
      ['stringData', 'a/b'],
      'as a name, must be at most 253 letters, digits, hyphens, underscores and dots',
    ),
  ],
  [
    'a rule without verbs',
    core(
      'Role',
      { rules: [{ apiGroups: [''], resources: ['pods'] }] },
      'rbac.authorization.k8s.io/v1',
    ),
    missing(['rules', 0, 'verbs']),
  ],
];

it.each(objects)('refuses %s, once', async (_, object, violation) => {
  const { apiVersion, kind } = object as Record<string, string>;
  const validate = await loadObjectValidator(apiVersion!, kind!);
  expect(validate(object)).toEqual([violation]);
});
