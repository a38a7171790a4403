import type { JsonObject } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compileText } from '../testing/compile-text.ts';

const blocks = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { name: hub-pull, from: { existing: true } } } }
  harbor: { registry: { server: harbor.example.com, secret: { from: { existing: true } } } }
controller:
  webhookServer: { secret: { from: { existing: true } } }
  metrics: { server: {} }
registry:
  pullSecrets: [hub, harbor]
  mirror: { url: "https://m.example.com" }
`;

const { bundle } = await compileText(blocks);

function values(chart: string): JsonObject {
  const items = bundle.items.filter((item) => item.type === 'release');
  return items.find(({ release }) => release.chart === chart)!.release.values;
}

const references = [{ name: 'harbor' }, { name: 'hub-pull' }];

it('gives pull secrets to every pod of the controller, and to runners by name', () => {
  expect(values('actions-runner-controller')).toMatchObject({
    imagePullSecrets: references,
    githubWebhookServer: { imagePullSecrets: references },
    actionsMetricsServer: { imagePullSecrets: references },
    image: { actionsRunnerImagePullSecrets: ['harbor', 'hub-pull'] },
    dockerRegistryMirror: 'https://m.example.com',
  });
});

it('gives them to every pod of cert-manager by the one value of its chart', () => {
  expect(values('cert-manager')['global']).toMatchObject({ imagePullSecrets: references });
});

it('lists them for every image but the one whose pods the chart does not make', () => {
  const without = bundle.images.filter(({ pullSecrets }) => pullSecrets.length === 0);
  expect(without.map(({ consumers }) => consumers)).toEqual([['cert-manager ACME solver']]);
  const others = bundle.images.filter((image) => !without.includes(image));
  for (const { pullSecrets } of others) expect(pullSecrets).toEqual(['harbor', 'hub-pull']);
});

it('needs each in the namespace of each pod', () => {
  const secrets = bundle.existingSecrets.filter(({ keys }) => keys.includes('.dockerconfigjson'));
  expect(secrets.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual([
    'actions-runner-system/harbor',
    'actions-runner-system/hub-pull',
    'cert-manager/harbor',
    'cert-manager/hub-pull',
  ]);
});
