import type { Node } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { architectureOf, systemOf } from './architecture.ts';

const selector = (value: string, key = 'kubernetes.io/arch'): Node => ({
  selector: { [key]: value },
});
const expression = (values: string[], operator = 'In', key = 'kubernetes.io/arch') => ({
  matchExpressions: [
    { key: 'pool', operator: 'Exists' },
    { key, operator, values },
  ],
});
const affinity = (...nodeSelectorTerms: object[]): Node => ({
  affinity: {
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
  } as never,
});

it.each<[string, Node, string | undefined]>([
  ['amd64', selector('amd64'), 'x64'],
  ['arm64', selector('arm64'), 'arm64'],
  ['arm', selector('arm'), 'arm'],
  ['the old label', selector('arm64', 'beta.kubernetes.io/arch'), 'arm64'],
  ['a processor that GitHub has no runner for', selector('s390x'), undefined],
  ['no placement', {}, undefined],
  ['another node label', selector('amd64', 'pool'), undefined],
  ['a required affinity', affinity(expression(['arm64'])), 'arm64'],
  ['terms that agree', affinity(expression(['arm64']), expression(['arm64'])), 'arm64'],
  ['terms that differ', affinity(expression(['arm64']), expression(['amd64'])), undefined],
  ['a term without a processor', affinity(expression(['arm64']), {}), undefined],
  ['several values', affinity(expression(['arm64', 'amd64'])), undefined],
  ['the contrary', affinity(expression(['arm64'], 'NotIn')), undefined],
  ['no terms', affinity(), undefined],
  ['nonsense', { affinity: { nodeAffinity: 'arm64' } }, undefined],
  [
    'a selector before an affinity',
    { ...affinity(expression(['arm64'])), ...selector('amd64') },
    'x64',
  ],
])('reads the processor from %s', (_, node, expected) => {
  expect(architectureOf(node)).toBe(expected);
});

it('takes Linux for granted unless Windows is selected', () => {
  expect(systemOf({})).toBe('linux');
  expect(systemOf(selector('windows', 'kubernetes.io/os'))).toBe('windows');
});
