import { parseImageReference } from '@fleetc/notation';
import { defaultRunnerImage } from '../../resolve/defaults.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** The newest runner that fleetc knows; without a clock nothing more can be said about age. */
const newest = runnerVersion(defaultRunnerImage('inRunner', ''))!;

const pool = (version: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, env: { DISABLE_RUNNER_UPDATE: "true" }, image: "summerwind/actions-runner:v${version}-ubuntu-22.04" }`,
  );

export const outdatedRunner = defineCheck<{ pool: string; version: string }>({
  code: 'FLC4430',
  name: 'outdated-runner',
  severity: 'warning',
  title: 'An old runner is kept from updating itself',
  message: ({ pool, version }) =>
    `pool "${pool}" runs runner ${version} and keeps it from updating itself`,
  label: () => `older than ${newest}`,
  why: 'GitHub gives no job to a runner that is some weeks behind',
  fix: 'raise the tag with each release of the runner, or remove DISABLE_RUNNER_UPDATE',
  source: 'https://github.com/actions/actions-runner-controller/issues/1984',
  examples: { bad: pool('2.300.0'), good: pool(newest) },
  check(fleet, report) {
    for (const { name, path, env, image } of fleet.pools) {
      const isKept = env.some(
        (variable) =>
          variable.name === 'DISABLE_RUNNER_UPDATE' &&
          'value' in variable &&
          variable.value === 'true',
      );
      const version = runnerVersion(image.reference);
      if (!isKept || version === undefined || !isOlder(version)) continue;
      const related = [{ path: [...path, 'env', 'DISABLE_RUNNER_UPDATE'], text: 'never updated' }];
      report({ pool: name, version }, [...path, 'image', 'reference'], { related });
    }
  },
});

/** The runner's version in a tag such as `v2.335.1-ubuntu-22.04`, the form of the official images. */
function runnerVersion(reference: string): string | undefined {
  return /^v(2\.\d+\.\d+)-ubuntu-/.exec(parseImageReference(reference)?.tag ?? '')?.[1];
}

function isOlder(version: string): boolean {
  const known = newest.split('.').map(Number);
  const parts = version.split('.').map(Number);
  const index = parts.findIndex((part, position) => part !== known[position]);
  return index >= 0 && parts[index]! < known[index]!;
}
