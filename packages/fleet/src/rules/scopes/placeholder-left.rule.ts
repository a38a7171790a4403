import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** What `fleetc init` writes where a repository belongs. */
const placeholder = 'my-organization/my-repository';

export const placeholderLeft = defineCheck<{ scope: string }>({
  code: 'FLC4941',
  name: 'placeholder-left',
  severity: 'warning',
  title: 'A scope is still the placeholder of a new fleet',
  message: ({ scope }) =>
    `scope "${scope}" is still the placeholder "${placeholder}" that "fleetc init" wrote`,
  label: () => 'the placeholder',
  why: 'the credential has no rights in a repository of that name, so no runner would ever register',
  fix: 'put your repository, organization or enterprise in its place',
  source: 'docs/reference.md',
  examples: {
    bad: exampleFleet(`scopes:\n  web: { repository: ${placeholder} }`),
    good: exampleFleet('scopes:\n  web: { repository: acme/web }'),
  },
  check({ scopes }, report) {
    for (const { name, path, target } of scopes.values()) {
      if (target.level === 'repository' && target.repository === placeholder) {
        report({ scope: name }, [...path, 'repository']);
      }
    }
  },
});
