import { exampleFleet } from '@fleetc/fleet';
import { defineBundleCheck } from './bundle-check.ts';
import { listAt, textAt } from './value-at.ts';

const fleetOf = (secrets: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { name: hub-pull, from: { existing: true } } } }
registry: { pullSecrets: [hub] }
pools:
  ci: { scope: web, pod: { imagePullSecrets: [${secrets}] }, resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

export const pullSecretsReplaced = defineBundleCheck<{ pool: string; lost: readonly string[] }>({
  code: 'FLC4442',
  name: 'pull-secrets-replaced',
  severity: 'warning',
  title: "A pool's own pull secrets replace those of the fleet",
  message: ({ pool: name, lost }) =>
    `the pull secrets of pool "${name}" leave out ${lost.map((secret) => `"${secret}"`).join(', ')}`,
  label: () => 'replaces the others',
  why: 'ARC gives a pod either its own list or that of the controller, never both, so images behind the other logins cannot be pulled',
  fix: 'add the fleet\'s pull secrets to this list, or list all of them under "registry.pullSecrets"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/runner_controller.go',
  examples: { bad: fleetOf('{ name: own }'), good: fleetOf('{ name: own }, { name: hub-pull }') },
  check(emitted, report) {
    const wanted = emitted.fleet.registry.pullSecrets.map(({ secret }) => secret.name);
    for (const { item, pod, pool: owner } of emitted.runners) {
      const path = [...pod, 'imagePullSecrets'];
      const given = listAt(item.object, path).map((entry) => textAt(entry, ['name']));
      const lost = wanted.filter((name) => !given.includes(name));
      if (given.length === 0 || lost.length === 0) continue;
      report({ pool: owner.name, lost }, item.origin(path), { part: 'key' });
    }
  },
});
