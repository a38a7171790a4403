import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { scopesChecks } from './scopes-checks.ts';

it('reports a scope that is still what init wrote, and no other', async () => {
  const other = 'a: { repository: my-organization/web }\n  b: { organization: my-organization }';
  const scopes = `scopes:\n  ${other}\n  main: { repository: my-organization/my-repository }`;
  expect(await findInExample(scopesChecks, `${scopes}\npools: { ci: { scope: a } }`)).toEqual([
    {
      code: 'FLC4941',
      message:
        'scope "main" is still the placeholder "my-organization/my-repository" that "fleetc init" wrote',
      at: 'my-organization/my-repository',
      related: [],
    },
  ]);
});
