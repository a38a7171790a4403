import { expect, it } from 'vitest';
import { findInExample, type FoundInExample } from '../../testing/find-in-example.ts';
import { outputsChecks } from './outputs-checks.ts';

const find = (blocks: string): Promise<FoundInExample[]> => findInExample(outputsChecks, blocks);
const repo = 'repo: { url: https://git.example.com/infra.git }';
const argocd = (rest = '') => `outputs:\n  - { target: argocd, dir: build, ${repo}${rest} }`;

it('misses the key for what SOPS encrypted at the Flux output, and points at the Secret', async () => {
  const source = 'source: { git: { url: https://git.example.com/infra.git } }';
  const sops = 'credentials:\n  github: { pat: { secret: { from: { sops: {} } } } }\n';
  const outputs = `outputs:\n  - { target: plain, dir: a }\n  - { target: flux, dir: b, ${source} }`;
  expect(await find(sops + outputs)).toEqual([
    {
      code: 'FLC4861',
      message: 'the Flux output "b" holds Secrets from SOPS, and names no key',
      at: 'flux',
      related: ['secret'],
    },
  ]);
});

it('misses it for the Secret of the webhook server, too', async () => {
  const source = 'source: { git: { url: https://git.example.com/infra.git } }';
  const server = 'controller: { webhookServer: { secret: { from: { sops: {} } } } }\n';
  const found = await find(`${server}outputs:\n  - { target: flux, dir: b, ${source} }`);
  expect(found.map(({ code }) => code)).toEqual(['FLC4861']);
});

it('says of Argo CD that it leaves Secrets from SOPS aside', async () => {
  const sops = 'credentials:\n  github: { pat: { secret: { from: { sops: {} } } } }\n';
  expect((await find(sops + argocd())).map(({ code, at }) => [code, at])).toEqual([
    ['FLC4862', 'argocd'],
  ]);
});

it('refuses a kubeconfig as the cluster of an environment for Argo CD', async () => {
  const environments = '\nenvironments: { far: { destination: { kubeconfigSecret: far-one } } }';
  expect(await find(argocd() + environments)).toEqual([
    {
      code: 'FLC4863',
      message: 'environment "far" names its cluster by a kubeconfig, which Argo CD does not read',
      at: 'far-one',
      related: ['argocd'],
    },
  ]);
});

it('notices an environment without a cluster, but not a fleet without environments', async () => {
  expect(await find(`${argocd()}\nenvironments: { far: {} }`)).toEqual([
    {
      code: 'FLC4864',
      message: 'environment "far" names no cluster, and Argo CD installs it into its own',
      at: 'far',
      related: ['argocd'],
    },
  ]);
  expect(await find(argocd())).toEqual([]);
});

it('refuses the namespace of Argo CD once, wherever it is asked for', async () => {
  const pools = `
pools:
  a: { scope: web, namespace: tools }
  b: { scope: web, namespace: tools }`;
  const found = await find(`${argocd(', namespace: tools')}${pools}`);
  expect(found).toEqual([
    {
      code: 'FLC4865',
      message: 'namespace "tools" is the one of Argo CD',
      at: 'tools',
      related: [],
    },
  ]);
});

it('has nothing against a namespace of that name in another cluster', async () => {
  const far = 'environments: { far: { destination: { server: https://far.example.com } } }';
  expect(await find(`controller: { namespace: argocd }\n${argocd()}\n${far}`)).toEqual([]);
});

it('says that a rolling sync leaves automated sync without effect', async () => {
  const found = await find(argocd(', layout: rollingSync, automated: {}'));
  expect(found.map(({ code, at }) => [code, at])).toEqual([['FLC4866', 'automated']]);
});

it('refuses to take the place of the default project, asked for or named after the fleet', async () => {
  const message = 'the AppProject of "build" is the one that Argo CD calls "default"';
  expect(await find(argocd(', project: default'))).toEqual([
    { code: 'FLC4867', message, at: 'default', related: [] },
  ]);
  const [found] = await find(`metadata: { name: default }\n${argocd()}`);
  expect(found).toMatchObject({ code: 'FLC4867', message });
});

const two = (first: string, second: string) =>
  `outputs:\n  - { dir: x, ${first} }\n  - { dir: y, ${second} }`;
const forArgocd = `target: argocd, ${repo}`;
const forFlux = 'target: flux, source: { git: { url: https://git.example.com/infra.git } }';

it.each([
  ['Argo CD', 'argocd', forArgocd, forArgocd],
  ['Argo CD', 'argocd', forArgocd, `${forArgocd}, namespace: argocd, project: other`],
  ['Flux', 'flux', forFlux, forFlux],
])('refuses two outputs of one %s', async (agent, target, first, second) => {
  expect(await find(two(first, second))).toEqual([
    {
      code: 'FLC4868',
      message: `to ${agent} the outputs "x" and "y" are objects of the same names`,
      at: target,
      related: [target],
    },
  ]);
});

it.each([
  [forArgocd, `${forArgocd}, namespace: tools`],
  [forFlux, `${forFlux}, namespace: tools`],
  [forArgocd, forFlux],
  [`${forArgocd}, namespace: tools`, `${forFlux}, namespace: tools`],
])('has nothing against outputs of agents of their own', async (first, second) => {
  expect(await find(two(first, second))).toEqual([]);
});
