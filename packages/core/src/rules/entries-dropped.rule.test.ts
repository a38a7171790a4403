import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { exampleController, examplePool } from './example.ts';

const pod = 'pools.ci.pod';
const values = 'controller.chart.values';

it.each<[string, string, string[]]>([
  [
    'an entry is left out',
    'volumes: { a: { mountPath: /a, emptyDir: {} } }\n    pod: { volumes: [{ name: b, emptyDir: {} }] }',
    [`FLC5104 ${pod}.volumes`],
  ],
  [
    'an entry is repeated by its name',
    'volumes: { a: { mountPath: /a, emptyDir: {} } }\n    pod: { volumes: [{ name: a, emptyDir: { medium: Memory } }, { name: b, emptyDir: {} }] }',
    [],
  ],
  [
    'an entry without a name is left out',
    'node: { tolerations: [{ key: a, operator: Exists }] }\n    pod: { tolerations: [{ key: b, operator: Exists }] }',
    [`FLC5104 ${pod}.tolerations`],
  ],
  [
    'an entry without a name is repeated',
    'node: { tolerations: [{ key: a, operator: Exists }] }\n    pod: { tolerations: [{ key: b, operator: Exists }, { operator: Exists, key: a }] }',
    [],
  ],
  [
    'the list is deleted',
    'env: { A: x }\n    patch: { runner: { template: { spec: { env: null } } } }',
    [],
  ],
  [
    "a set's container has variables",
    'kind: set\n    env: { A: x }\n    pod: { containers: [{ name: runner, env: [{ name: B, value: x }] }] }',
    [`FLC5104 ${pod}.containers[0].env`],
  ],
  [
    'a container of the same name repeats them',
    'kind: set\n    env: { A: x }\n    pod: { containers: [{ name: runner, env: [{ name: A, value: y }, { name: B, value: x }] }] }',
    [],
  ],
])('judges lists in a patch: %s', async (_, fields, expected) => {
  expect(await findCodes(examplePool(fields))).toEqual(expected);
});

it('sees a map in the place of a list', async () => {
  const fields = `webhookServer: { runnerGroupVisibility: true, secret: { from: { existing: true } }, ingress: { host: arc.example.com } }
  chart: { values: { githubWebhookServer: { env: { A: b } } } }
scopes:
  web: { organization: acme, runnerGroup: team }`;
  expect(await findCodes(exampleController(fields))).toEqual([
    `FLC5104 ${values}.githubWebhookServer.env`,
  ]);
});

it('sees a list in the place of a map', async () => {
  const fields = `chart: { values: { env: [{ name: A, value: b }] } }
network: { proxy: { https: "http://proxy.example.com:3128" } }`;
  expect(await findCodes(exampleController(fields))).toEqual([`FLC5104 ${values}.env`]);
});
