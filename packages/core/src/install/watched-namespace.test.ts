import { expect, it } from 'vitest';
import { objectsOf } from '../testing/compile.ts';
import { app, controller, fleet, pool, scope } from '../testing/fleet-builder.ts';

const watching = controller({ watchNamespace: 'runners' });
const scopes = [scope({ credential: app('web-app') })];
const input = fleet({ controller: watching, pools: [pool({ namespace: 'runners', scopes })] });

it('opens another namespace than its own to the controller that watches it', async () => {
  const [role] = await objectsOf(input, 'Role');
  expect(role!.object).toMatchObject({
    metadata: { name: 'acme-actions-runner-controller-watched-secrets', namespace: 'runners' },
    rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] }],
  });
  const [binding] = await objectsOf(input, 'RoleBinding');
  expect(binding!.object['subjects']).toEqual([
    {
      kind: 'ServiceAccount',
      name: 'acme-actions-runner-controller',
      namespace: 'actions-runner-system',
    },
  ]);
});

it('adds nothing where no Secret has to be read', async () => {
  expect(await objectsOf(fleet({ controller: watching }), 'Role')).toEqual([]);
});

it('adds nothing where the chart’s own Role reaches', async () => {
  const { watchNamespace: _, ...cluster } = controller();
  const pools = [pool({ scopes })];
  expect(await objectsOf(fleet({ pools }), 'Role')).toEqual([]);
  expect(await objectsOf(fleet({ pools, controller: cluster }), 'Role')).toEqual([]);
});
