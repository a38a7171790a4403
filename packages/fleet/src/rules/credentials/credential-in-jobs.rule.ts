import type { Path } from '@fleetc/diagnostics';
import type { Credential, Fleet, Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const env = (secret: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, env: { TOKEN: { secret: { name: ${secret}, key: github_token } } } }`,
  );

export const credentialInJobs = defineCheck<{ pool: string; credential: string }>({
  code: 'FLC4112',
  name: 'credential-in-jobs',
  severity: 'warning',
  title: 'Jobs can read the credential that registers runners',
  message: ({ pool, credential }) =>
    `every job of pool "${pool}" can read the credential "${credential}"`,
  label: () => 'readable by jobs',
  why: 'who may change a workflow can then register runners, and do whatever else the credential allows',
  fix: 'give jobs a Secret of their own, with no more rights than they need',
  source:
    'https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
  examples: { bad: env('github'), good: env('ci-token') },
  check(fleet, report) {
    const credentials = githubCredentials(fleet);
    for (const pool of fleet.pools) {
      for (const { secret, path } of secretsOfJobs(pool)) {
        const credential = credentials.get(secret);
        if (!credential) continue;
        const related = [{ path: credential.path, text: 'the credential' }];
        report({ pool: pool.name, credential: credential.name }, path, { related });
      }
    }
  },
});

function githubCredentials({ credentials }: Fleet): Map<string, Credential> {
  const github = [...credentials.values()].filter(({ kind }) => kind !== 'registry');
  return new Map(github.map((credential) => [credential.secret.name, credential]));
}

/** Every Secret that a job can read, with the place where it is named. */
function* secretsOfJobs(pool: Pool): Generator<{ secret: string; path: Path }> {
  for (const variable of pool.env) {
    if (!('secret' in variable)) continue;
    const path = [...pool.path, 'env', variable.name, 'secret', 'name'];
    yield { secret: variable.secret.name, path };
  }
  for (const { name, kind, object } of pool.envFrom) {
    const path = [...pool.path, 'envFrom', name, kind, 'name'];
    if (kind === 'secret') yield { secret: object, path };
  }
  for (const { name, source } of pool.volumes) {
    const path = [...pool.path, 'volumes', name, 'secret', 'name'];
    if (source.type === 'secret') yield { secret: source.secret, path };
  }
}
