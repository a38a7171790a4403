import { officialVariant } from '@fleetc/fleet';
import { defineBundleCheck } from './bundle-check.ts';
import { containersOf } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { valueAt } from './value-at.ts';

const pool = (isAllowed: boolean) =>
  examplePool(
    `docker: none\n    pod: { containers: [{ name: runner, securityContext: { allowPrivilegeEscalation: ${isAllowed} } }] }`,
  );

export const noSudo = defineBundleCheck<{ pool: string }>({
  code: 'FLC4441',
  name: 'no-sudo',
  severity: 'error',
  title: 'A runner may not use sudo, and its image needs it',
  message: ({ pool: name }) =>
    `the runners of pool "${name}" may not use sudo, and their image needs it`,
  label: () => 'forbids sudo',
  why: 'the official images change the owner of "/runner" with sudo when they start, and stop when that fails',
  fix: 'remove it, or use an image of your own that needs no sudo',
  source: 'https://github.com/actions/actions-runner-controller/blob/master/runner/startup.sh',
  examples: { bad: pool(false), good: pool(true) },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const { item, pool: owner } = runner;
      if (officialVariant(owner.image.reference) === undefined) continue;
      for (const { name, path } of containersOf(runner)) {
        const place = [...path, 'securityContext', 'allowPrivilegeEscalation'];
        if (name === 'runner' && valueAt(item.object, place) === false)
          report({ pool: owner.name }, item.origin(place));
      }
    }
  },
});
