import { randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Change,
  concealChanges,
  formatJson,
  formatMarkdown,
  formatText,
  longestComment,
  type OutputReport,
} from '../src/index.ts';
import { namespace, object, runnerDeployment, runnerSet } from './support/objects.ts';
import { changesBetween, plainTree, reportOf } from './support/trees.ts';

/** What would mean something to Markdown, HTML or a table. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom('|', '<', '>', '`', '\n', '\\', '&', '*', '_', '[', ']', '](', '<!--', '-->'),
      fc.constantFrom(
        '@acme/all',
        'https://example.com',
        '</code>',
        '<script>',
        '```',
        '#1',
        '\r',
        '\u202e',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const pool = fc.record({ name: nasty, image: nasty, key: nasty, value: nasty });

const trees = fc.array(pool, { maxLength: 4 }).map((pools) =>
  plainTree(
    ...pools.map(({ name, image, key, value }) =>
      runnerDeployment(name, {
        image,
        [key]: value,
        labels: [value, key],
        env: [{ name: key, value }],
      }),
    ),
    ...pools.map(({ name, key, value }) => namespace(name, { annotations: { [key]: value } })),
  ),
);

it('makes a comment that no name and no value can break', { timeout: randomTimeout }, () => {
  const property = fc.property(trees, trees, nasty, nasty, (before, after, path, environment) => {
    const changes = changesBetween('plain', before, after);
    const notes = [{ path, state: 'edited' }] as const;
    const moved = changes.map((change) => ({ ...change, environment }));
    const reports = [reportOf(changes, { notes }), reportOf(moved, { notes, folder: path })];
    for (const text of [
      formatMarkdown(reports, true),
      formatMarkdown(reports.slice(0, 1), false),
    ]) {
      expectWhole(text);
      expect(text.length).toBeLessThanOrEqual(longestComment);
    }
  });
  fc.assert(property, { numRuns: 300 });
});

const line =
  /^(?:|<!-- fleetc diff -->|\*\*fleetc diff\*\*: .*|#{3,4} .+|\| Level \| What changes \| What follows \||\| --- \| --- \| --- \||\|[^|]+\|[^|]+\|[^|]+\||<details><summary>Every place that changes<\/summary>|<\/details>| {0,2}- .+|> - .+)$/;

function expectWhole(text: string): void {
  for (const one of text.split('\n')) expect(one).toMatch(line);
  const rest = text
    .replace('<!-- fleetc diff -->', '')
    .replaceAll('<details><summary>Every place that changes</summary>', '')
    .replaceAll('</details>', '')
    .replaceAll(/<code>[^<>`|*_[\]\\@:]*<\/code>/g, '');
  expect(rest).not.toMatch(/[<`\\@[\]_]|https?:/);
}

function manyPools(image: string): object[] {
  return Array.from({ length: 1000 }, (_, index) =>
    runnerDeployment(`pool-${index}`, { image, a: image, b: image, c: image }),
  );
}

it('cuts a comment that grows too long, and says so', () => {
  const changes = changesBetween(
    'plain',
    plainTree(...manyPools('a')),
    plainTree(...manyPools('b')),
  );
  const text = formatMarkdown([reportOf(changes)], false);
  expect(text.length).toBeLessThanOrEqual(longestComment);
  expect(text.length).toBeGreaterThan(longestComment * 0.95);
  expect(text).toContain('**fleetc diff**: 1000 changes: 1000 restarting runners\n');
  expect(text).toMatch(
    /\n\d+ of 1000 changes are left out, because a comment has no room for more; /,
  );
  expectWhole(text.replace(/\n[^\n]*`fleetc diff` prints all\.\n$/, ''));

  const few = formatMarkdown([reportOf(changes.slice(0, 150))], false);
  expect(few.length).toBeLessThanOrEqual(longestComment);
  expect(few).toContain('\nSome of the places that change are left out, ');
  expect(few.match(/^\| restarts/gm)).toHaveLength(150);
});

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const secret = fc.string({ unit: fc.constantFrom(...letters), minLength: 20, maxLength: 40 });

/** Objects that hold a secret wherever one belongs, and a few other words. */
const holders = (value: string) => [
  object('Secret', 'plain', { data: { [value]: value }, stringData: { a: value } }),
  object('Secret', 'sops', {
    stringData: { a: `ENC[${value}]` },
    sops: { mac: value, age: [value] },
  }),
  object('SealedSecret', 'sealed', {
    spec: { encryptedData: { a: value }, template: { data: { b: value } } },
  }),
  object('ConfigMap', 'map', { data: { 'hook.sh': value }, binaryData: { b: value } }),
  runnerDeployment('build', {
    env: [
      { name: 'DB_PASSWORD', value },
      { name: 'COPY', value: `--login=${value}` },
      { name: 'NPM_TOKEN', value },
      { name: 'NPM_TOKEN', value },
    ],
    dockerEnv: [{ name: `API_KEY_${value.length}`, value }],
    credentials: value,
    apiKey: [value],
  }),
  runnerSet('set', {
    template: { spec: { containers: [{ name: 'runner', env: [{ name: 'GH_PAT', value }] }] } },
  }),
];

it('prints no secret in any form', { timeout: randomTimeout }, () => {
  const property = fc.property(secret, secret, fc.nat(5), fc.nat(5), (one, other, drop, rename) => {
    const before = holders(one).filter((_, index) => index !== drop);
    const after = holders(other).filter((_, index) => index !== rename);
    const changes = changesBetween('plain', plainTree(...before), plainTree(...after));
    for (const text of forms([reportOf(changes)])) {
      expect(text).not.toContain(one);
      expect(text).not.toContain(other);
    }
  });
  fc.assert(property, { numRuns: 200 });
});

it('passes every text through whoever knows more secrets', () => {
  const mask = 'x'.repeat(3);
  const trees = ['one', 'two'].map((value) =>
    plainTree(runnerDeployment('build', { args: [`${value}-secret`] })),
  );
  const changes = changesBetween('plain', trees[0]!, trees[1]!);
  const concealed = concealChanges(changes, (text) => text.replaceAll(/(?:one|two)-secret/g, mask));
  for (const text of forms([reportOf(concealed)])) expect(text).not.toMatch(/one-|two-/);
  expect(formatText([reportOf(concealed)], { colour: false, hasEnvironments: false })).toContain(
    '  restarts   pool "build": args changed\n',
  );
});

function forms(reports: readonly OutputReport[]): string[] {
  return [
    formatText(reports, { colour: false, hasEnvironments: true }),
    formatMarkdown(reports, true),
    formatJson(reports),
  ];
}

it('gives scripts one form', () => {
  const [before, after] = [
    plainTree(runnerDeployment('a', { image: 'a' })),
    plainTree(namespace('n')),
  ];
  const changes: Change[] = changesBetween('plain', before, after);
  const note = { path: 'build/x.yaml', state: 'foreign' } as const;
  expect(JSON.parse(formatJson([reportOf(changes, { notes: [note] })]))).toEqual({
    version: 1,
    equal: false,
    counts: { danger: 0, removed: 1, recreated: 0, restarts: 0, none: 1 },
    outputs: [
      {
        target: 'plain',
        folder: 'build',
        changes: [
          {
            environment: 'default',
            subject: { type: 'pool', name: 'a', namespace: 'arc', title: 'pool "a"' },
            action: 'removed',
            level: 'removed',
            size: '1 runner',
            consequence:
              'jobs that run there are stopped; scale it to zero first to let them finish',
            facts: [],
            parts: [
              {
                action: 'removed',
                apiVersion: 'actions.summerwind.dev/v1alpha1',
                kind: 'RunnerDeployment',
                namespace: 'arc',
                name: 'acme-a',
                file: '50-runners/objects.yaml',
              },
            ],
          },
          {
            environment: 'default',
            subject: { type: 'object', kind: 'Namespace', name: 'n', title: 'namespace "n"' },
            action: 'added',
            level: 'none',
            facts: [],
            parts: [
              {
                action: 'added',
                apiVersion: 'v1',
                kind: 'Namespace',
                name: 'n',
                file: '50-runners/objects.yaml',
              },
            ],
          },
        ],
        files: [note],
      },
    ],
  });
});
