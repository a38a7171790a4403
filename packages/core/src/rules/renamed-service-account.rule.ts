import { exampleFleet } from '@fleetc/fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { listAt, valueAt } from './value-at.ts';

const fleetOf = (values: string) =>
  exampleFleet(`registry: { direct: [docker.io, quay.io] }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  other: { pat: { secret: { from: { existing: true } } } }
controller: { credentials: github, watch: { namespace: runners }, chart: { values: { serviceAccount: { ${values} } } } }
scopes:
  web: { repository: acme/web, credentials: other }
pools:
  ci: { scope: web, namespace: runners, resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

export const renamedServiceAccount = defineBundleCheck<{ account: string; bound: string }>({
  code: 'FLC5116',
  name: 'renamed-service-account',
  severity: 'error',
  title: 'The controller runs as another service account than the one with rights',
  message: ({ account, bound }) =>
    `the controller runs as "${account}", and the Role in the watched namespace is bound to "${bound}"`,
  label: () => 'without rights there',
  why: 'it cannot read the Secrets of the namespace that it watches, so no runner of it registers',
  fix: 'leave the name of the service account to fleetc; annotations may stay',
  source: 'https://github.com/actions/actions-runner-controller/issues/2579',
  examples: { bad: fleetOf('name: arc'), good: fleetOf('annotations: { example.com/role: arc }') },
  check({ bundle, fleet: { controller } }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    const values = item?.release.values;
    const name = valueAt(values, ['serviceAccount', 'name']);
    const isMade = valueAt(values, ['serviceAccount', 'create']) !== false;
    const account = typeof name === 'string' && name !== '' ? name : isMade ? undefined : 'default';
    const isBound = bundle.items.some(
      (other) => other.type === 'object' && bindsAccount(other.object, controller.release),
    );
    if (!item || account === undefined || account === controller.release || !isBound) return;
    report(
      { account, bound: controller.release },
      item.origin(['serviceAccount', name ? 'name' : 'create']),
    );
  },
});

function bindsAccount(object: KubernetesObject, account: string): boolean {
  if (object.kind !== 'RoleBinding') return false;
  return listAt(object, ['subjects']).some((subject) => valueAt(subject, ['name']) === account);
}
