import { expect, it } from 'vitest';
import { compareTrees, type Tree } from '../src/index.ts';
import { changesBetween } from './support/trees.ts';

const deployment = (name: string, replicas: number) => `apiVersion: actions.summerwind.dev/v1alpha1
kind: RunnerDeployment
metadata: { name: ${name}, namespace: arc, labels: { a/b~c: x } }
spec: { replicas: ${replicas}, template: { spec: { labels: [a, b] } } }
`;

const kustomization = (text: string, kind = 'Kustomization') => `kind: ${kind}\n${text}`;

/** A base that two overlays share; one patches it by itself, the other by a component. */
const kustomizeTree = new Map([
  ['base/kustomization.yaml', kustomization('resources: [a.yaml, b.yaml]\n')],
  ['base/a.yaml', deployment('a.x', 1)],
  ['base/b.yaml', deployment('b', 1)],
  [
    'overlays/production/kustomization.yaml',
    kustomization(
      String.raw`resources: [../../base]
patches:
  - path: patch.yaml
    target: { group: actions\.summerwind\.dev, version: v1alpha1, kind: RunnerDeployment, name: a\.x, namespace: arc }
`,
    ),
  ],
  [
    'overlays/production/patch.yaml',
    `- { op: replace, path: /spec/replicas, value: 3 }
- { op: remove, path: /metadata/labels/a~1b~0c }
- { op: add, path: /spec/template/spec/labels/-, value: c }
- { op: replace, path: /spec/template/spec/labels/0, value: d }
`,
  ],
  [
    'overlays/staging/kustomization.yaml',
    kustomization('resources: [../../base]\ncomponents: [../../components/more]\n'),
  ],
  ['components/more/kustomization.yaml', kustomization('resources: [c.yaml]\n', 'Component')],
  ['components/more/c.yaml', deployment('c', 7)],
]);

function summarize(before: Tree, after: Tree, target: 'kustomize' | 'flux' | 'plain'): string[] {
  return changesBetween(target, before, after).map(
    ({ environment, subject, action, facts }) =>
      `${environment} ${action} ${subject.title} ${facts.map(({ path, after: a }) => `${path}=${a}`).join(' ')}`,
  );
}

it('takes an overlay for what kustomize makes of it', () => {
  const flat = new Map([
    ['overlays/production/kustomization.yaml', kustomization('resources: [a.yaml, b.yaml]\n')],
    [
      'overlays/production/a.yaml',
      deployment('a.x', 3)
        .replace('[a, b]', '[d, b, c]')
        .replace(', labels: { a/b~c: x }', ', labels: {}'),
    ],
    ['overlays/production/b.yaml', deployment('b', 1)],
    ['overlays/staging/kustomization.yaml', kustomization('resources: [a.yaml, b.yaml, c.yaml]\n')],
    ['overlays/staging/a.yaml', deployment('a.x', 1)],
    ['overlays/staging/b.yaml', deployment('b', 1)],
    ['overlays/staging/c.yaml', deployment('c', 8)],
  ]);
  const files = [...kustomizeTree.keys(), ...flat.keys()];
  expect(files.length).toBe(new Set(files).size + 2);
  const changes = changesBetween('kustomize', kustomizeTree, flat);
  const objects = changes.filter(({ subject }) => subject.type !== 'file');
  expect(
    objects.map(({ environment, subject, facts }) => [environment, subject.title, facts]),
  ).toEqual([
    [
      'staging',
      'pool "c"',
      [
        {
          level: 'none',
          what: 'replicas',
          change: 'changed',
          before: '7',
          after: '8',
          path: 'spec.replicas',
          file: 'overlays/staging/c.yaml',
        },
      ],
    ],
  ]);
});

const bomb = `a: &a [x, x]
b: &b [*a, *a, *a]
c: &c [*b, *b, *b]
d: [*c, *c, *c]
`;

const reading: readonly [string, string, string, string][] = [
  ['YAML that is none', 'base/a.yaml', 'a: [', 'is no YAML that fleetc can read, at line 1'],
  ['YAML that explodes', 'base/a.yaml', bomb, 'is no YAML that fleetc can read, at line 4'],
  [
    'a field of kustomize that nobody evaluates',
    'base/kustomization.yaml',
    'namePrefix: x\n',
    'uses a field of kustomize that fleetc never writes',
  ],
  [
    'a resource that is not there',
    'base/kustomization.yaml',
    'resources: [gone.yaml]\n',
    'is referred to and is no file that fleetc wrote',
  ],
  ['a resource that is none', 'base/a.yaml', 'a: 1\n', 'is listed as a resource and is none'],
  [
    'a circle',
    'base/kustomization.yaml',
    'resources: [../overlays/production]\n',
    'refers to itself',
  ],
  [
    'a patch that does not fit',
    'overlays/production/patch.yaml',
    '- { op: replace, path: /spec/x/y, value: 1 }\n',
    'changes what is not there',
  ],
  [
    'a step of another kind',
    'overlays/production/patch.yaml',
    '- { op: move, path: /spec, from: /a }\n',
    'holds a step that fleetc never writes',
  ],
  [
    'a patch that leaves no object',
    'overlays/production/patch.yaml',
    '- { op: remove, path: /kind }\n',
    'leaves no object',
  ],
  [
    'a list that is none',
    'base/kustomization.yaml',
    'resources: a.yaml\n',
    'has no list of paths under resources',
  ],
];

it.each(reading)('cannot compare a tree with %s', (_, path, text, reason) => {
  const before = new Map(kustomizeTree).set(path, text);
  const comparison = compareTrees({ target: 'kustomize', before, after: kustomizeTree });
  const unreadable = 'unreadable' in comparison ? comparison.unreadable : undefined;
  expect(unreadable?.reason).toBe(reason);
});

it('throws where the tree of a build cannot be read, because that is no fault of a user', () => {
  const after = new Map([
    ['README.md', ''],
    ['a.yaml', 'a: ['],
  ]);
  expect(() => compareTrees({ target: 'plain', before: new Map(), after })).toThrow('is no YAML');
});

it('reads of Flux what a kustomization lists', () => {
  const folder = 'manifests/production/runners';
  const files = (listed: string) =>
    new Map([
      ['clusters/production/kustomization.yaml', kustomization('resources: []\n')],
      [`${folder}/kustomization.yaml`, kustomization(`resources: [${listed}]\n`)],
      [`${folder}/a.yaml`, deployment('a', 1)],
      [`${folder}/b.yaml`, deployment('b', 1)],
    ]);
  expect(summarize(files('a.yaml, b.yaml'), files('a.yaml'), 'flux')).toEqual([
    'production removed pool "b" ',
  ]);
});

function release(version: string, interval: string, port: number): Tree {
  return new Map([
    ['cluster/kustomization.yaml', kustomization('resources: []\n')],
    ['manifests/controller/kustomization.yaml', kustomization('resources: [release.yaml]\n')],
    [
      'manifests/controller/release.yaml',
      `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: acme-controller, namespace: flux-system }
spec:
  interval: ${interval}
  releaseName: arc
  targetNamespace: arc
  chart: { spec: { chart: actions-runner-controller, version: ${version} } }
  values: { port: ${port} }
`,
    ],
  ]);
}

it('splits a HelmRelease into the release and its object', () => {
  expect(summarize(release('0.1.0', '5m', 1), release('0.2.0', '9m', 2), 'flux')).toEqual([
    'default changed HelmRelease "acme-controller" in "flux-system" spec.interval=9m',
    'default changed controller chart values.port=2 version=0.2.0',
  ]);
});

it('finds the environments of a tree that had none before', () => {
  const object = deployment('a', 1);
  const alone = new Map([
    ['README.md', ''],
    ['50-runners/a.yaml', object],
  ]);
  const several = new Map([
    ['production/README.md', ''],
    ['production/50-runners/a.yaml', object],
  ]);
  expect(summarize(alone, several, 'plain')).toEqual([
    'default removed pool "a" ',
    'default removed file README.md ',
    'production added pool "a" ',
    'production added file production/README.md ',
  ]);
});
