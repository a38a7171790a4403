import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (name: string) =>
  exampleFleet(
    `pools:\n  ${name}: { scope: web, labels: [ci], docker: kubernetes, workVolume: { size: 1Gi, storageClass: fast, accessModes: [ReadWriteOnce] } }`,
  );

export const nameOfController = defineCheck<{ pool: string; name: string; release: string }>({
  code: 'FLC4604',
  name: 'name-of-controller',
  severity: 'error',
  title: "A pool's service account has a name of the controller's",
  message: ({ pool: one, name, release }) =>
    `pool "${one}" needs a service account "${name}", and names that begin with "${release}" are the controller's`,
  label: () => "the controller's name",
  why: 'the chart makes accounts and roles of such names, and whichever is applied last takes the rights of the other away',
  fix: 'rename the pool, give it "serviceAccount", or put it into another namespace',
  source:
    'https://github.com/actions/actions-runner-controller/tree/actions-runner-controller-0.23.7/charts/actions-runner-controller/templates',
  examples: { bad: pool('actions-runner-controller'), good: pool('ci') },
  check(fleet, report) {
    const { release, namespace: own, watchNamespace } = fleet.controller;
    for (const { name: one, path, namespace, docker, serviceAccount } of fleet.pools) {
      if (docker.mode !== 'kubernetes' || serviceAccount !== undefined) continue;
      if (namespace !== own && namespace !== watchNamespace) continue;
      const name = `${fleet.namePrefix}${one}`;
      if (name !== release && !name.startsWith(`${release}-`)) continue;
      report({ pool: one, name, release }, path, { part: 'key' });
    }
  },
});
