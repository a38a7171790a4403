import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { namespacesChecks } from './namespaces-checks.ts';

const pool = 'pools:\n  ci: { scope: web, namespace: runners }';

it.each([
  ['nothing without a controller block', '', []],
  ['the block where it says nothing of it', 'controller: { replicas: 1 }\n', ['controller']],
  ['the key where there is one', 'controller: { watch: namespace }\n', ['watch']],
])('shows beside a pool that is not watched %s', async (_name, controller, related) => {
  expect(await findInExample(namespacesChecks, controller + pool)).toMatchObject([
    { code: 'FLC4701', at: 'runners', related },
  ]);
});
