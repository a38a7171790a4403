import type { Scope } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const app =
  'credentials:\n  bot: { app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }';

export const appForSeveralOwners = defineCheck<{ credential: string; owners: readonly string[] }>({
  code: 'FLC4102',
  name: 'app-for-several-owners',
  severity: 'warning',
  title: 'One installation of a GitHub App serves several accounts',
  message: ({ credential, owners }) =>
    `credential "${credential}" is one App installation, and its scopes belong to ${owners.map((owner) => `"${owner}"`).join(' and ')}`,
  label: () => 'another account',
  why: 'an installation belongs to one account; GitHub answers 404 for the others',
  fix: 'define one credential per account, each with the installation id of that account',
  source: 'https://docs.github.com/en/apps/using-github-apps/about-using-github-apps',
  examples: {
    bad: exampleFleet(
      `${app}\nscopes:\n  web: { repository: acme/web }\n  other: { organization: umbrella }`,
    ),
    good: exampleFleet(
      `${app}\nscopes:\n  web: { repository: acme/web }\n  acme: { organization: acme }\npools:\n  ci: { scope: web }`,
    ),
  },
  check(fleet, report) {
    const first = new Map<string, Scope>();
    for (const scope of fleet.scopes.values()) {
      const { credential, path, target } = scope;
      const before = first.get(credential.name);
      // At an enterprise an App is wrong whatever else it serves, and FLC4101 says so.
      if (credential.kind !== 'app' || target.level === 'enterprise') continue;
      if (!before) first.set(credential.name, scope);
      else if (ownerOf(before) !== ownerOf(scope)) {
        const owners = [ownerOf(before), ownerOf(scope)];
        const related = [
          { path: [...before.path, before.target.level], text: 'the first account' },
        ];
        report({ credential: credential.name, owners }, [...path, target.level], { related });
      }
    }
  },
});

function ownerOf({ target }: Scope): string {
  if (target.level === 'enterprise') return target.enterprise;
  if (target.level === 'organization') return target.organization.toLowerCase();
  return target.repository.split('/')[0]!.toLowerCase();
}
