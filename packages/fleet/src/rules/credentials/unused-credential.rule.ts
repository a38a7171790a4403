import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const two =
  'credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  spare: { pat: { secret: { from: { existing: true } } } }\ncontroller: { credentials: github }';

export const unusedCredential = defineCheck<{ credential: string }>({
  code: 'FLC4103',
  name: 'unused-credential',
  severity: 'warning',
  title: 'A credential is used by nothing',
  message: ({ credential }) => `credential "${credential}" is used by nothing`,
  label: () => 'unused',
  why: 'no Secret is needed for it, so it is forgotten, or something was meant to use it',
  fix: 'refer to it from a scope, "registry.pullSecrets" or "login" of a pool\'s docker, or remove it',
  source: 'the fleet language',
  needsWholeFleet: true,
  examples: {
    bad: exampleFleet(two),
    good: exampleFleet(`${two}\nscopes:\n  web: { repository: acme/web, credentials: spare }`),
  },
  check(fleet, report) {
    const used = usedCredentials(fleet);
    for (const { name, path } of fleet.credentials.values()) {
      if (!used.has(name)) report({ credential: name }, path, { part: 'key' });
    }
  },
});

function usedCredentials(fleet: Fleet): Set<string> {
  const used = new Set([fleet.controller.credential.name]);
  for (const scope of fleet.scopes.values()) used.add(scope.credential.name);
  for (const { name } of fleet.registry.pullSecrets) used.add(name);
  for (const { docker } of fleet.pools) if (docker.login) used.add(docker.login.name);
  return used;
}
