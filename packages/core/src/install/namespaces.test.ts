import { expect, it } from 'vitest';
import { objectsOf } from '../testing/compile.ts';
import { controller, fleet, pool } from '../testing/fleet-builder.ts';

async function namespaces(input: ReturnType<typeof fleet>): Promise<string[]> {
  const items = await objectsOf(input, 'Namespace');
  return items.map(({ object, path }) => `${object.metadata.name} from ${path.join('.')}`);
}

it('emits each namespace once, for the first that asks for it', async () => {
  const pools = [
    pool({ name: 'a', namespace: 'runners' }),
    pool({ name: 'b', namespace: 'runners' }),
    pool({ name: 'c' }),
  ];
  expect(await namespaces(fleet({ pools }))).toEqual([
    'actions-runner-system from controller',
    'cert-manager from controller.certManager',
    'runners from pools.a',
  ]);
});

it('emits none where others make them', async () => {
  expect(await namespaces(fleet({ createNamespaces: false }))).toEqual([]);
});

it('leaves out the namespace of a cert-manager that is already there', async () => {
  const { certManager } = controller();
  const input = fleet({
    controller: controller({ certManager: { ...certManager, install: false } }),
  });
  expect(await namespaces(input)).toEqual(['actions-runner-system from controller']);
});

it('carries the labels and annotations of the fleet', async () => {
  const input = fleet({ labels: { team: 'ci' }, annotations: { note: 'x' } });
  const [namespace] = await objectsOf(input, 'Namespace');
  expect(namespace!.object).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'actions-runner-system',
      labels: {
        'team': 'ci',
        'app.kubernetes.io/name': 'actions-runner-controller',
        'app.kubernetes.io/instance': 'acme',
        'app.kubernetes.io/part-of': 'acme',
        'app.kubernetes.io/managed-by': 'fleetc',
      },
      annotations: { note: 'x' },
    },
  });
});
