import { expect, it } from 'vitest';
import { objectsOf } from '../testing/compile.ts';
import { fleet, pool } from '../testing/fleet-builder.ts';

const kubernetes = { docker: { mode: 'kubernetes', env: [] } } as const;

it('gives runners in kubernetes mode an account with the rights of the container hooks', async () => {
  const input = fleet({ pools: [pool(kubernetes)] });
  const [role] = await objectsOf(input, 'Role');
  expect(role!.object['rules']).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'create', 'delete'] },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['get', 'create'] },
    { apiGroups: [''], resources: ['pods/log'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'create', 'delete'] },
    { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', 'list', 'create', 'delete'] },
  ]);
  const [binding] = await objectsOf(input, 'RoleBinding');
  expect(binding!.object).toMatchObject({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'acme-ci' },
    subjects: [{ kind: 'ServiceAccount', name: 'acme-ci', namespace: 'actions-runner-system' }],
  });
  const [account] = await objectsOf(input, 'ServiceAccount');
  expect(account!.object.metadata).toMatchObject({
    name: 'acme-ci',
    namespace: 'actions-runner-system',
  });
});

it('makes nothing where the user brings an account or the mode needs none', async () => {
  const pools = [pool({ ...kubernetes, serviceAccount: 'robot' }), pool({ name: 'plain' })];
  expect(await objectsOf(fleet({ pools }), 'ServiceAccount')).toEqual([]);
});
