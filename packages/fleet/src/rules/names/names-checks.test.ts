import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { namesChecks } from './names-checks.ts';

async function found(blocks: string): Promise<string[][]> {
  const all = await findInExample(namesChecks, blocks);
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

const scopes = 'scopes:\n  web: { repository: acme/web }\n  api: { repository: acme/api }\n';
const kubernetes =
  'docker: kubernetes, workVolume: { size: 1Gi, storageClass: fast, accessModes: [ReadWriteOnce] }';
const p = (length: number) => 'p'.repeat(length);

it.each<[string, string, string[][]]>([
  ['a deployment at its budget', `  ${p(46)}: { scope: web }`, []],
  ['a deployment beyond it', `  ${p(47)}: { scope: web }`, [['FLC4603', p(47)]]],
  ['a set at its budget', `  ${p(41)}: { scope: web, kind: set }`, []],
  ['a set beyond it', `  ${p(42)}: { scope: web, kind: set }`, [['FLC4603', p(42)]]],
  [
    'each scope of a pool',
    `  ${p(44)}: { scopes: [web, api] }`,
    [
      ['FLC4603', p(44)],
      ['FLC4603', p(44)],
    ],
  ],
])('judges the length of %s', async (_, pool, expected) => {
  expect(await found(`${scopes}pools:\n${pool}\n`)).toEqual(expected);
});

it('sees collisions that an empty prefix, another kind or a shortened name makes', async () => {
  const pools = `metadata: { name: acme, namePrefix: "" }
${scopes}pools:
  a: { scopes: [web, api] }
  a-api: { scope: web, kind: set }
  a-web: { scope: web, namespace: other }
`;
  expect(await found(pools)).toEqual([['FLC4601', 'a-api', 'a']]);
});

it.each<[string, string, string[][]]>([
  ['in the namespace of the controller', kubernetes, [['FLC4604', 'actions-runner-controller']]],
  ['elsewhere', `${kubernetes}, namespace: other`, []],
  ['with an account of its own', `${kubernetes}, serviceAccount: robot`, []],
  ['without need of an account', 'docker: none', []],
])('judges a pool that is named like the controller, %s', async (_, fields, expected) => {
  const pool = `pools:\n  actions-runner-controller: { scope: web, ${fields} }\n`;
  expect(await found(pool)).toEqual(expected);
});

it('reports names that the chart derives from its own', async () => {
  const pools = `metadata: { name: acme, namePrefix: "" }\ncontroller: { release: arc }\npools:\n  arc-manager: { scope: web, ${kubernetes} }\n  archive: { scope: web, ${kubernetes} }\n`;
  expect(await found(pools)).toEqual([['FLC4604', 'arc-manager']]);
});
