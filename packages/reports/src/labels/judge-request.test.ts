import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listRunners } from './catalogue.ts';
import { findTakers } from './find-takers.ts';
import { judgeRequest } from './judge-request.ts';
import { poolsOf } from './rules/taker-words.ts';
import { surround, type Whereabouts } from './surroundings.ts';
import { fleetOf, manyScopes } from './testing/fleet.ts';
import type { Request } from './workflows/request.ts';

const fleet = await fleetOf(manyScopes);
const server = await fleetOf(`github: { url: "https://github.acme.test" }\n${manyScopes}`);
const span = { file: 'ci.yml', start: 0, end: 1 };
const place = (text: string) => ({ text, span });

interface Wanted {
  readonly labels?: readonly string[];
  readonly group?: string;
  readonly expression?: string;
}

function toRequest({ labels = [], group, expression }: Wanted): Request {
  return {
    span,
    labels: labels.map(place),
    ...(group !== undefined && { group: place(group) }),
    doubts: expression === undefined ? [] : [{ kind: 'expression', ...place(expression) }],
    jobs: 1,
    mayBeExcluded: false,
  };
}

/** The verdict as one line: status, pools or kind of reason, and what it is about. */
function judge(wanted: Wanted, whereabouts: Whereabouts = {}, of = fleet): string {
  const verdict = judgeRequest(toRequest(wanted), surround(listRunners(of), whereabouts));
  const words: string[] = [verdict.status];
  if ('reason' in verdict) {
    const { reason } = verdict;
    words.push(reason.kind);
    if ('label' in reason) words.push(reason.label.text);
    if ('near' in reason) words.push(`near ${reason.near}`);
    if (reason.kind === 'scope') words.push(reason.entry.pool);
  }
  if ('entries' in verdict) words.push(...poolsOf(verdict.entries));
  if (verdict.status === 'ambiguous' && verdict.orHosted) words.push('or hosted');
  return words.join(' ');
}

it.each<[Wanted, string]>([
  [{ labels: ['arm-build'] }, 'served arm'],
  [{ labels: ['ARM-Build', 'Self-Hosted', 'LINUX', 'ARM64'] }, 'served arm'],
  [{ labels: ['large'] }, 'served large'],
  [{ labels: ['self-hosted', 'build'] }, 'ambiguous build large'],
  [{ labels: ['self-hosted', 'repo'] }, 'served api web'],
  [{ labels: ['self-hosted', 'open'] }, 'served open'],
  [{ labels: ['linux', 'shared', 'x64'] }, 'served shared'],
  [{ labels: ['self-hosted', 'shared', 'arm64'] }, 'never labels'],
  [{ labels: ['self-hosted', 'deploy', 'x64'] }, 'unknown architecture x64 deploy'],
  [{ labels: ['self-hosted', 'deploy', 'arm64'] }, 'unknown architecture arm64 deploy'],
  [{ labels: ['self-hosted', 'deploy', 'x64', 'arm64'] }, 'never labels'],
  [{ labels: ['self-hosted', 'build', 'arm64'] }, 'never labels'],
  [{ labels: ['self-hosted', 'windows'] }, 'never label windows'],
  [{ labels: ['self-hosted', 'biuld'] }, 'never label biuld near build'],
  [{ labels: ['gpu'] }, 'never label gpu'],
  [{ labels: ['self-hosted', 'ubuntu-latest'] }, 'never label ubuntu-latest'],
  [{ labels: ['ubuntu-latest'] }, 'hosted'],
  [{ labels: ['Ubuntu-24.04-ARM', 'ubuntu-24.04-arm'] }, 'hosted'],
  [{ labels: ['ubuntu-latest', 'gpu'] }, 'never mixed ubuntu-latest'],
  [{ labels: ['ubuntu-latest', 'build'] }, 'never mixed ubuntu-latest'],
  [{ labels: ['macos-15-xlarge'] }, 'hosted'],
  [{ labels: ['ubuntu-20.04'] }, 'never retired ubuntu-20.04'],
  [{ labels: ['ubuntu-latest-16-cores'] }, 'unknown larger-runner ubuntu-latest-16-cores'],
  [{ labels: ['windows-2031'] }, 'unknown larger-runner windows-2031'],
])('judges labels %j as "%s"', (wanted, expected) => {
  expect(judge(wanted)).toBe(expected);
});

it.each<[Wanted, string]>([
  [{ group: 'production' }, 'served deploy'],
  [{ group: 'Production', labels: ['self-hosted', 'deploy'] }, 'served deploy'],
  [{ group: 'org/production' }, 'served deploy'],
  [{ group: 'ent/production' }, 'unknown group near production'],
  [{ group: 'platform' }, 'ambiguous arm build large'],
  [{ group: 'platform', labels: ['large'] }, 'served large'],
  [{ group: 'production', labels: ['self-hosted', 'build'] }, 'never label build'],
  [{ group: 'Default', labels: ['open'] }, 'served open'],
  [{ group: 'ent/default' }, 'served shared'],
  [{ group: 'Default', labels: ['self-hosted', 'repo'] }, 'never label repo'],
  [{ group: 'platfrom' }, 'unknown group near platform'],
  [{ group: 'platfrom', labels: ['self-hosted'] }, 'never group near platform'],
  [{ group: 'large-runners', labels: ['ubuntu-latest'] }, 'unknown group'],
])('judges group %j as "%s"', (wanted, expected) => {
  expect(judge(wanted)).toBe(expected);
});

it.each<[Wanted, string]>([
  [{ expression: '${{ inputs.x }}' }, 'unknown doubt'],
  [{ labels: ['self-hosted'], group: 'production', expression: 'x' }, 'unknown doubt deploy'],
  [{ labels: ['self-hosted', 'large'], expression: 'x' }, 'unknown doubt large'],
  [{ labels: ['self-hosted', 'gpu'], expression: 'x' }, 'never label gpu'],
  [{ labels: ['gpu'], expression: 'x' }, 'unknown doubt'],
  [{ labels: ['ubuntu-latest'], expression: 'x' }, 'unknown doubt'],
])('judges what is known of %j as "%s"', (wanted, expected) => {
  expect(judge(wanted)).toBe(expected);
});

it.each<[string, Wanted, string]>([
  ['acme/web', { labels: ['repo'] }, 'served web'],
  ['ACME/api', { labels: ['repo'] }, 'served api'],
  ['acme/docs', { labels: ['repo'] }, 'never scope api'],
  ['acme/docs', { labels: ['self-hosted', 'open'] }, 'never scope open'],
  ['umbrella/x', { labels: ['self-hosted', 'build'] }, 'never scope build'],
  ['umbrella/x', { labels: ['self-hosted'] }, 'ambiguous open shared'],
  ['umbrella/x', { labels: ['self-hosted', 'build', 'gpu'] }, 'never label build'],
  ['someone/x', { labels: ['self-hosted'] }, 'served shared'],
  ['someone/x', { labels: ['ubuntu-latest'] }, 'hosted'],
])('takes into account what %s can use for %j: "%s"', (repository, wanted, expected) => {
  expect(judge(wanted, { repository })).toBe(expected);
});

it('knows that GitHub Enterprise Server hosts no runners', () => {
  expect(judge({ labels: ['ubuntu-latest'] }, {}, server)).toBe('never server ubuntu-latest');
  expect(judge({ labels: ['ubuntu-20.04'] }, {}, server)).toBe('never server ubuntu-20.04');
  expect(judge({ group: 'large-runners' }, {}, server)).toBe('never group');
  expect(judge({ labels: ['large'] }, {}, server)).toBe('served large');
});

it('takes labels and groups elsewhere for granted, but not before those of the fleet', () => {
  const whereabouts = { elsewhere: ['GPU', 'big', 'build'] };
  expect(judge({ labels: ['self-hosted', 'gpu'] }, whereabouts)).toBe('elsewhere');
  expect(judge({ group: 'Big', labels: ['x'] }, whereabouts)).toBe('elsewhere');
  expect(judge({ labels: ['build', 'large'] }, whereabouts)).toBe('served large');
  expect(judge({ labels: ['biuld'] }, whereabouts)).toBe('never label biuld near build');
});

it('is not sure of a pool that has a label of the runners that GitHub hosts', async () => {
  const of = await fleetOf(
    'scopes:\n  web: { repository: acme/web }\npools:\n  ci: { labels: [ubuntu-latest, ubuntu-20.04] }\n',
  );
  expect(judge({ labels: ['ubuntu-latest'] }, {}, of)).toBe('ambiguous ci or hosted');
  expect(judge({ labels: ['self-hosted', 'ubuntu-latest'] }, {}, of)).toBe('served ci');
  expect(judge({ labels: ['ubuntu-20.04'] }, {}, of)).toBe('served ci');
});

it('counts one pool at several scopes once', async () => {
  const of = await fleetOf(
    'scopes:\n  acme: { organization: acme }\n  web: { repository: acme/web }\npools:\n  ci: { scopes: [acme, web] }\n',
  );
  expect(judge({ labels: ['ci'] }, {}, of)).toBe('served ci');
});

it('spares a job that the matrix may leave out', () => {
  const request = { ...toRequest({ labels: ['self-hosted', 'gpu'] }), mayBeExcluded: true };
  const verdict = judgeRequest(request, surround(listRunners(fleet), {}));
  expect(verdict).toEqual({ status: 'unknown', reason: { kind: 'excluded' }, entries: [] });
});

const { entries } = listRunners(fleet);
const labels = fc.subarray([
  'self-hosted',
  'linux',
  'x64',
  'arm64',
  'build',
  'Large',
  'open',
  'gpu',
]);

it('finds fewer takers the more a job asks for, and the same in any case and order', () => {
  fc.assert(
    fc.property(labels, labels, (some, more) => {
      const all = [...some, ...more];
      const takers = findTakers(entries, { labels: all });
      const shouted = all.map((label) => label.toUpperCase()).reverse();
      expect(findTakers(entries, { labels: shouted })).toEqual(takers);
      const before = findTakers(entries, { labels: some });
      for (const entry of takers.sure) expect(before.sure).toContain(entry);
      const possible = [...before.sure, ...before.perhaps];
      for (const entry of takers.perhaps) expect(possible).toContain(entry);
    }),
  );
});
