import { expect, it } from 'vitest';
import type { Fleet } from '../../model.ts';
import { findInExample, resolveExample } from '../../testing/find-in-example.ts';
import { ambiguousPools } from './ambiguous-pools.rule.ts';
import { groupsUnseen } from './groups-unseen.rule.ts';
import { labelsChecks } from './labels-checks.ts';
import { runCheck } from '../fleet-check.ts';
import { sharedJobs } from './shared-jobs.rule.ts';

const rules = [ambiguousPools, groupsUnseen, sharedJobs];
const webhook = 'autoscale: { min: 0, max: 4, on: webhook }';
const queued = 'autoscale: { min: 0, max: 4, on: { queued: { repositories: [web] } } }';
const busy = 'autoscale: { min: 1, max: 4, on: { busy: {} } }';
const scopes = `scopes:
  acme: { organization: acme }
  Web: { repository: Acme/web }
  named: { organization: ACME, runnerGroup: platform }
  inc: { enterprise: acme-inc }
  shared: { enterprise: acme-inc, runnerGroup: shared }
  other: { organization: umbrella }
  api: { repository: umbrella/api }
`.replace('Web:', 'web:');

async function codes(one: string, other: string, visibility = false): Promise<string[]> {
  const server = `controller: { webhookServer: { runnerGroupVisibility: ${visibility} } }\n`;
  const pools = `pools:\n  a: { ${one} }\n  b: { ${other} }\n`;
  const found = await findInExample(rules, `${server}${scopes}${pools}`);
  return found.map(({ code }) => code);
}

const wide = 'labels: [build, big]';
const narrow = 'labels: [build]';

it.each<[string, string, string, string[]]>([
  [
    'equal sets of one scope',
    `scope: acme, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'a subset',
    `scope: acme, ${wide}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'sets that only overlap',
    `scope: acme, ${wide}, ${webhook}`,
    `scope: acme, labels: [build, small], ${webhook}`,
    [],
  ],
  [
    'sets equal but for letter case',
    `scope: acme, labels: [Build], ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'sets equal but for an implied label',
    `scope: acme, labels: [build, linux, self-hosted], ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'a label that the node selector implies',
    `scope: acme, labels: [build, arm64], ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}, node: { selector: { kubernetes.io/arch: arm64 } }`,
    ['FLC4204'],
  ],
  [
    'processors told apart by label',
    `scope: acme, labels: [build, arm64], ${webhook}`,
    `scope: acme, labels: [build, x64], ${webhook}`,
    [],
  ],
  [
    'another system',
    `scope: acme, labels: [build, linux], ${webhook}`,
    `scope: acme, labels: [build, windows], ${webhook}, node: { selector: { kubernetes.io/os: windows } }`,
    [],
  ],
  [
    'a pool without labels of its own',
    `scope: acme, labels: [self-hosted], ${webhook}`,
    `scope: acme, ${wide}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'a repository below an organization, spelled differently',
    `scope: web, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'an organization whose jobs fit a repository',
    `scope: web, ${wide}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'accounts that have nothing to do with each other',
    `scope: web, ${narrow}, ${webhook}`,
    `scope: api, ${narrow}, ${webhook}`,
    [],
  ],
  [
    'organizations that have nothing to do with each other',
    `scope: acme, ${narrow}, ${webhook}`,
    `scope: other, ${narrow}, ${webhook}`,
    [],
  ],
  [
    'one counted by webhook, one by queue',
    `scope: acme, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${queued}`,
    ['FLC4204'],
  ],
  [
    'one that follows jobs and one that does not',
    `scope: acme, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${busy}`,
    ['FLC4205'],
  ],
  ['fixed numbers', `scope: acme, ${narrow}`, `scope: acme, ${narrow}`, ['FLC4205']],
  [
    'one named group',
    `scope: named, ${narrow}, ${webhook}`,
    `scope: named, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'the default group by name and by silence',
    `scope: acme, ${narrow}, ${webhook}`,
    `scope: acme, runnerGroup: Default, ${narrow}, ${webhook}`,
    ['FLC4204'],
  ],
  [
    'two named groups on webhooks',
    `scope: named, ${narrow}, ${webhook}`,
    `scope: acme, runnerGroup: data, ${narrow}, ${webhook}`,
    ['FLC4206'],
  ],
  [
    'the default and a named group on webhooks',
    `scope: named, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4206'],
  ],
  [
    'two named groups by queue',
    `scope: named, ${narrow}, ${queued}`,
    `scope: acme, runnerGroup: data, ${narrow}, ${queued}`,
    [],
  ],
  [
    'the default and a named group by queue',
    `scope: named, ${narrow}, ${queued}`,
    `scope: acme, ${narrow}, ${queued}`,
    ['FLC4205'],
  ],
  [
    'the default and a named group of fixed numbers',
    `scope: named, ${narrow}`,
    `scope: acme, ${narrow}`,
    [],
  ],
  [
    'a repository and a named group',
    `scope: named, ${narrow}, ${webhook}`,
    `scope: web, ${narrow}, ${webhook}`,
    ['FLC4205'],
  ],
  [
    'an enterprise that may hold the account',
    `scope: inc, ${narrow}, ${webhook}`,
    `scope: web, ${narrow}, ${webhook}`,
    ['FLC4205'],
  ],
  ['an enterprise of fixed numbers', `scope: inc, ${narrow}`, `scope: acme, ${narrow}`, []],
  [
    'a named group of an enterprise and another account',
    `scope: shared, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    [],
  ],
  [
    'one pool at an organization and its repository',
    `scopes: [acme, web], ${narrow}, ${webhook}`,
    `scope: other, ${narrow}, ${webhook}`,
    [],
  ],
])('judges %s', async (_, one, other, expected) => {
  expect(await codes(one, other)).toEqual(expected);
});

it.each<[string, string, string, string[]]>([
  [
    'two named groups',
    `scope: named, ${narrow}, ${webhook}`,
    `scope: acme, runnerGroup: data, ${narrow}, ${webhook}`,
    [],
  ],
  [
    'the default and a named group',
    `scope: named, ${narrow}, ${webhook}`,
    `scope: acme, ${narrow}, ${webhook}`,
    ['FLC4205'],
  ],
])('knows that the webhook server tells %s apart', async (_, one, other, expected) => {
  expect(await codes(one, other, true)).toEqual(expected);
});

it('tells the labels and every place once, at the pool that the jobs are meant for', async () => {
  const pools = `pools:
  a: { scope: acme, labels: [Linux, build, a], ${webhook} }
  b: { scope: acme, labels: [build, linux], ${webhook} }
  c: { scope: web, labels: [build], ${webhook} }
`;
  expect(await findInExample(rules, `${scopes}${pools}`)).toEqual([
    {
      code: 'FLC4204',
      message:
        'a job that asks for "build" and "linux" fits pools "b", "a" and "c", and each follows its jobs',
      at: '[build, linux]',
      related: ['[Linux, build, a]', '[build]'],
    },
    {
      code: 'FLC4204',
      message: 'a job that asks for "build" fits pools "c" and "a", and each follows its jobs',
      at: '[build]',
      related: ['[Linux, build, a]'],
    },
  ]);
});

it('says on what a conflict depends', async () => {
  const pools = `pools:\n  a: { scope: inc, ${narrow}, ${webhook} }\n  b: { scope: web, ${narrow}, ${webhook} }\n`;
  const [found] = await findInExample(rules, `${scopes}${pools}`);
  expect(found!.message).toBe(
    'a job that asks for "build" may run on pool "a" or "b" where the enterprise holds the account',
  );
});

it('names one conflict a set of labels, and three rivals of it', async () => {
  const pools = Array.from({ length: 40 }, (_, i) => `  p${i}: { scope: acme, ${narrow} }`);
  const found = await findInExample(rules, `${scopes}pools:\n${pools.join('\n')}\n`);
  expect(found.map(({ code, related }) => [code, related.length])).toEqual([['FLC4205', 3]]);
});

it.each<[string, (i: number) => string]>([
  ['a label of its own each', (i) => `[build, linux, x64, p${i}]`],
  ['the same labels', () => '[build, linux, x64]'],
  [
    'one of seventy pairs of common labels',
    (i) => `[linux, x64, a${i % 71}, b${Math.floor(i / 71)}]`,
  ],
  ['no labels in every other pool', (i) => (i % 2 === 0 ? '[]' : `[p${i}]`)],
])('checks the labels of 5,000 pools with %s in less than a second', async (_, labels) => {
  const pools = Array.from(
    { length: 5000 },
    (_pool, i) =>
      `  p${i}: { scope: ${i % 3 === 0 ? 'acme' : 'web'}, labels: ${labels(i)}, ${webhook} }`,
  );
  const fleet = await resolveExample(`${scopes}pools:\n${pools.join('\n')}\n`);
  // Processor time, which other work on the machine does not lengthen as it does the clock's.
  const times = Array.from({ length: 3 }, () => millisOf(() => checkLabels({ ...fleet })));
  expect(Math.min(...times)).toBeLessThan(1000);
});

function checkLabels(fleet: Fleet): void {
  for (const check of labelsChecks) runCheck(check, fleet);
}

function millisOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}
