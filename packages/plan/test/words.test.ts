import { expect, it } from 'vitest';
import { formatText, type TextOptions, type Tree } from '../src/index.ts';
import { autoscaler, namespace, object, runnerDeployment, runnerSet } from './support/objects.ts';
import { changesBetween, plainTree, releaseTree, reportOf } from './support/trees.ts';

const options: TextOptions = { colour: false, hasEnvironments: false };

function diff(before: Tree, after: Tree): string {
  return formatText([reportOf(changesBetween('plain', before, after))], options);
}

const unpruned =
  '\nnote: applying this tree deletes nothing: what was removed has to be\n      deleted by hand\n';

it('says what happens to the runners of a pool', () => {
  const before = plainTree(
    runnerDeployment('build', { image: 'a:1', labels: ['x64'] }, { replicas: 2 }),
  );
  const more = runnerDeployment('build', { image: 'a:1', labels: ['x64'] }, { replicas: 4 });
  expect(diff(before, plainTree(more))).toBe('  no restart pool "build": replicas 2 -> 4\n');
  const other = runnerDeployment(
    'build',
    { image: 'a:2', labels: ['x64', 'big'] },
    { replicas: 4 },
  );
  expect(diff(before, plainTree(other))).toBe(
    [
      '  restarts   pool "build"',
      '             image a:1 -> a:2',
      '             labels ["x64"] -> ["x64","big"]',
      '             replicas 2 -> 4',
      '             = new runners start beside the old ones, which go once the new',
      '               ones are ready',
      '',
    ].join('\n'),
  );
});

it('knows the size of a pool that comes or goes, with an autoscaler or without', () => {
  const build = runnerDeployment('build', {}, { replicas: 1 });
  const gpu = [runnerDeployment('gpu', { image: 'a' }), autoscaler('gpu', [0, 40])];
  expect(diff(plainTree(build), plainTree(build, ...gpu))).toBe(
    '  no restart pool "gpu" added (0-40 runners)\n',
  );
  expect(diff(plainTree(build, ...gpu), plainTree(...gpu))).toBe(
    [
      '  removed    pool "build" removed (1 runner)',
      '             = jobs that run there are stopped; scale it to zero first to let',
      '               them finish',
      unpruned,
    ].join('\n'),
  );
});

it('restarts nothing for what an autoscaler does otherwise', () => {
  const build = runnerDeployment('build', {});
  expect(
    diff(
      plainTree(build, autoscaler('build', [0, 10])),
      plainTree(build, autoscaler('build', [2, 20])),
    ),
  ).toBe(
    [
      '  no restart pool "build"',
      '             maximum 10 -> 20',
      '             minimum 0 -> 2',
      '',
    ].join('\n'),
  );
});

function lines(before: object, after: object): string[] {
  const text = diff(plainTree(runnerSet('cache', before)), plainTree(runnerSet('cache', after)));
  return text.split('\n');
}

const claims = (storage: string) => [
  { metadata: { name: 'cache' }, spec: { resources: { requests: { storage } } } },
];

it('tells what a RunnerSet takes in place, what it restarts for and what it has to be recreated for', () => {
  expect(lines({ replicas: 1 }, { replicas: 2 })).toEqual([
    '  no restart pool "cache": replicas 1 -> 2',
    '',
  ]);
  expect(lines({ image: 'a' }, { image: 'b' }).slice(0, 2)).toEqual([
    '  restarts   pool "cache": image a -> b',
    '             = its runners are replaced at once: running jobs are stopped',
  ]);
  const [before, after] = [claims('1Gi'), claims('2Gi')];
  expect(
    lines(
      { image: 'a', volumeClaimTemplates: before },
      { image: 'b', volumeClaimTemplates: after },
    ),
  ).toEqual([
    '  recreated  pool "cache"',
    '             volumeClaimTemplates[cache].spec.resources.requests.storage 1Gi',
    '               -> 2Gi',
    '             image a -> b',
    '             = it has to be deleted before the new one is applied: jobs that',
    '               run there are stopped',
    '',
  ]);
});

function pools(name: string): object[] {
  return [runnerDeployment(name, { labels: [name], image: 'a' }), autoscaler(name, [0, 4])];
}

it('asks whether something was renamed that is equal but for its name', () => {
  const text = diff(plainTree(...pools('old')), plainTree(...pools('new')));
  expect(text).toContain(
    'pool "old" removed (0-4 runners)\n             = renamed to pool "new"?\n',
  );
  expect(text).toContain(
    'pool "new" added (0-4 runners)\n             = renamed from pool "old"?\n',
  );
  const other = plainTree(runnerDeployment('new', { labels: ['new'], image: 'b' }));
  expect(diff(plainTree(...pools('old')), other)).not.toContain('renamed');
});

it('takes a pool whose objects got other names for one that is recreated', () => {
  const before = [runnerDeployment('build', { image: 'a' }), autoscaler('build', [0, 4])];
  const after = before.map((item) => ({
    ...item,
    metadata: { ...item.metadata, name: 'ci-build', namespace: 'runners' },
    ...('scaleTargetRef' in item.spec && {
      spec: { ...item.spec, scaleTargetRef: { name: 'ci-build' } },
    }),
  }));
  expect(diff(plainTree(...before), plainTree(...after))).toBe(
    [
      '  recreated  pool "build"',
      '             name acme-build -> ci-build',
      '             namespace arc -> runners',
      '             = under another name it is made anew, and the old one goes: jobs',
      '               that run there are stopped',
      '',
    ].join('\n'),
  );
});

it('warns of a namespace and a controller that go', () => {
  const before = new Map([...plainTree(namespace('web')), ...releaseTree('0.23.7', {})]);
  expect(diff(before, plainTree())).toBe(
    [
      '  danger     controller chart removed',
      '             = without it nothing registers, scales or signs off runners; they',
      '               have to go first',
      '  danger     namespace "web" removed',
      '             = all that is in it goes with it: runners, Secrets, volume claims',
      unpruned,
    ].join('\n'),
  );
});

it('knows that Helm leaves the namespaces of a helmfile alone', () => {
  const [change] = changesBetween('helmfile', plainTree(namespace('web')), plainTree());
  const kept = 'Helm leaves it; deleting it takes all that is in it, Secrets and volume claims too';
  expect(change).toMatchObject({ consequence: kept });
});

it('names the version of a chart and the paths of its values', () => {
  const before = releaseTree('0.23.6', { replicaCount: 1, metrics: { port: 8443 } });
  const after = releaseTree('0.23.7', { replicaCount: 2, metrics: { port: 8443 } });
  expect(diff(before, after)).toBe(
    [
      '  no restart controller chart',
      '             replicaCount 1 -> 2',
      '             version 0.23.6 -> 0.23.7',
      '             = the controller restarts, runners go on; Helm leaves its CRDs as',
      '               they are, apply the new ones first',
      '',
    ].join('\n'),
  );
});

function sealed(value: string, type: string): object {
  const spec = { encryptedData: { token: value, other: value }, template: { type } };
  return object('SealedSecret', 'github', { spec });
}

it('says of what a Secret holds only that it changed', () => {
  expect(diff(plainTree(sealed('AgA1', 'Opaque')), plainTree(sealed('AgB2', 'Opaque')))).toBe(
    [
      '  no restart SealedSecret "github" in "arc": spec.encryptedData changed',
      '             = what starts from then on sees it, what runs does not',
      '',
    ].join('\n'),
  );
  expect(diff(plainTree(sealed('AgA1', 'Opaque')), plainTree(sealed('AgA1', 'other')))).toBe(
    [
      '  recreated  SealedSecret "github" in "arc": spec.template.type Opaque ->',
      '               other',
      '             = it has to be deleted before the new one is applied',
      '',
    ].join('\n'),
  );
});

function env(value: string): object {
  return {
    env: [
      { name: 'DB_PASSWORD', value },
      { name: 'A', value },
    ],
  };
}

it('hides the values of variables that are named like secrets', () => {
  const text = diff(
    plainTree(runnerDeployment('build', env('one'))),
    plainTree(runnerDeployment('build', env('two'))),
  );
  expect(text.split('\n').slice(0, 3)).toEqual([
    '  restarts   pool "build"',
    '             env[DB_PASSWORD] changed',
    '             env[A] one -> two',
  ]);
});

it('says what a level, an environment and an output are called, in colour when asked', () => {
  const changes = changesBetween('plain', plainTree(), plainTree(namespace('web')));
  const report = reportOf([{ ...changes[0]!, environment: 'production' }], {
    notes: [{ path: 'build/a.yaml', state: 'edited' }],
  });
  expect(formatText([report, report], { colour: true, hasEnvironments: true })).toBe(
    [
      '\u001b[1mbuild (plain)\u001b[0m',
      '',
      '\u001b[1mproduction\u001b[0m',
      '  \u001b[32mno restart\u001b[0m namespace "web" added',
      '',
      'note: build/a.yaml was changed since fleetc wrote it; a build refuses to',
      '      replace it',
      '',
    ]
      .join('\n')
      .repeat(2)
      .replace('replace it\n\u001b', 'replace it\n\n\u001b'),
  );
});

it('keeps what could steer a terminal out of it', () => {
  const text = diff(plainTree(), plainTree(namespace('\u001b[2Jweb\u202e')));
  expect(text).toBe('  no restart namespace "␛[2Jweb<U+202E>" added\n');
});
