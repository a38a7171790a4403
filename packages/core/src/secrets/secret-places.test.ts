import { expect, it } from 'vitest';
import { app, controller, fleet, login, pat, pool, scope } from '../testing/fleet-builder.ts';
import { secretPlaces } from './secret-places.ts';

it('lists every namespace in which something needs a Secret, once, whatever its source', () => {
  const scopes = [scope({ credential: app('web-app') })];
  const places = secretPlaces(
    fleet({
      controller: controller({ credential: pat('github') }),
      pools: [
        pool({ name: 'a', namespace: 'one', scopes }),
        pool({ name: 'b', namespace: 'one', scopes }),
        pool({ name: 'c', namespace: 'two', scopes }),
      ],
    }),
  );
  expect(places.map(({ namespace, name, form }) => [namespace, name, form])).toEqual([
    ['actions-runner-system', 'github', { form: 'keys', literal: {}, key: 'github_token' }],
    ...['one', 'two'].map((namespace) => [
      namespace,
      'web-app',
      {
        form: 'keys',
        literal: { github_app_id: '12345', github_app_installation_id: '67890' },
        key: 'github_app_private_key',
      },
    ]),
  ]);
});

it('tells the type of the Secret', () => {
  const { registry } = fleet();
  const pulling = fleet({ registry: { ...registry, pullSecrets: [login('harbor')] } });
  const { type } = secretPlaces(pulling).find(({ name }) => name === 'harbor-pull')!;
  expect(type).toBe('kubernetes.io/dockerconfigjson');
});
