import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const app =
  'credentials:\n  bot: { app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }';

export const appAtEnterprise = defineCheck<{ scope: string; credential: string }>({
  code: 'FLC4101',
  name: 'app-at-enterprise',
  severity: 'error',
  title: 'A GitHub App serves an enterprise',
  message: ({ scope, credential }) =>
    `scope "${scope}" is an enterprise, and its credential "${credential}" is a GitHub App`,
  label: () => 'an App cannot serve an enterprise',
  why: 'GitHub answers 403 to an App that registers runners at an enterprise',
  fix: 'use a personal access token (classic) with "manage_runners:enterprise"',
  source: 'https://github.com/actions/actions-runner-controller/issues/3771',
  examples: {
    bad: exampleFleet(`${app}\nscopes:\n  web: { enterprise: acme-inc }`),
    good: exampleFleet('scopes:\n  web: { enterprise: acme-inc }'),
  },
  check(fleet, report) {
    for (const { name, path, target, credential } of fleet.scopes.values()) {
      if (target.level !== 'enterprise' || credential.kind !== 'app') continue;
      const related = [{ path: credential.path, text: 'the App is defined here' }];
      report({ scope: name, credential: credential.name }, [...path, 'enterprise'], { related });
    }
  },
});
