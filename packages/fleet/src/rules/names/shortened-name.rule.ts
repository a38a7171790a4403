import { nameBudgets } from '@fleetc/notation';
import type { Fleet, Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (name: string) => exampleFleet(`pools:\n  ${name}: { scope: web, labels: [ci] }`);

interface ShortenedName {
  readonly pool: string;
  readonly full: string;
  readonly short: string;
}

export const shortenedName = defineCheck<ShortenedName>({
  code: 'FLC4603',
  name: 'shortened-name',
  severity: 'info',
  title: 'The name of a pool is too long for its objects and is shortened',
  message: ({ pool: name, full, short }) =>
    `pool "${name}" becomes "${short}" in the cluster, since "${full}" has ${full.length} characters`,
  label: ({ short }) => `becomes "${short}"`,
  why: `ARC and Kubernetes append to the name, so a RunnerDeployment has ${nameBudgets.RunnerDeployment.length} characters and a RunnerSet ${nameBudgets.RunnerSet.length}`,
  fix: 'rename the pool or set "metadata.namePrefix" if people look for it by name; the short name stays the same otherwise',
  source: 'https://github.com/actions/actions-runner-controller/issues/595',
  examples: {
    bad: pool('linux-x64-with-all-the-tools-for-the-web-front-end-team'),
    good: pool('ci'),
  },
  check(fleet, report) {
    for (const one of fleet.pools) {
      for (const [index, short] of one.objectNames.entries()) {
        const full = fullName(fleet, one, index);
        if (short !== full) report({ pool: one.name, full, short }, one.path, { part: 'key' });
      }
    }
  },
});

function fullName({ namePrefix }: Fleet, { name, scopes }: Pool, index: number): string {
  const base = `${namePrefix}${name}`;
  return scopes.length > 1 ? `${base}-${scopes[index]!.name}` : base;
}
