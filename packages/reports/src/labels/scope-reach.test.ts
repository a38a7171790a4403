import type { ScopeTarget } from '@fleetc/fleet';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canMeet, describeTarget, reaches } from './scope-reach.ts';

const enterprise = (name: string): ScopeTarget => ({ level: 'enterprise', enterprise: name });
const organization = (name: string): ScopeTarget => ({ level: 'organization', organization: name });
const repository = (name: string): ScopeTarget => ({ level: 'repository', repository: name });

it.each<[ScopeTarget, string, boolean]>([
  [repository('acme/web'), 'acme/web', true],
  [repository('Acme/Web'), 'aCME/wEB', true],
  [repository('acme/web'), 'acme/api', false],
  [repository('acme/web'), 'other/web', false],
  [organization('acme'), 'acme/web', true],
  [organization('ACME'), 'acme/web', true],
  [organization('acme'), 'acme-labs/web', false],
  [organization('acme-labs'), 'acme/web', false],
  [enterprise('inc'), 'anybody/anything', true],
])('%j reaches %s: %s', (target, name, expected) => {
  expect(reaches(target, name)).toBe(expected);
});

it.each<[ScopeTarget, ScopeTarget, boolean]>([
  [repository('a/x'), repository('A/X'), true],
  [repository('a/x'), repository('a/y'), false],
  [repository('a/x'), organization('a'), true],
  [repository('a/x'), organization('b'), false],
  [repository('a/x'), enterprise('e'), true],
  [organization('a'), organization('A'), true],
  [organization('a'), organization('b'), false],
  [organization('a'), enterprise('e'), true],
  [enterprise('e'), enterprise('E'), true],
  [enterprise('e'), enterprise('f'), false],
])('%j and %j meet: %s', (one, other, expected) => {
  expect([canMeet(one, other), canMeet(other, one)]).toEqual([expected, expected]);
});

const word = fc.constantFrom('a', 'b', 'A');
const target = fc.oneof(
  word.map(enterprise),
  word.map(organization),
  fc.tuple(word, word).map(([owner, name]) => repository(`${owner}/${name}`)),
);

it('says that scopes meet where a repository reaches both, and only there below enterprises', () => {
  const names = ['a/a', 'a/b', 'b/a', 'b/b'];
  fc.assert(
    fc.property(target, target, (one, other) => {
      const isShared = names.some((name) => reaches(one, name) && reaches(other, name));
      if (one.level === 'enterprise' && other.level === 'enterprise') return;
      expect(canMeet(one, other)).toBe(isShared);
    }),
  );
});

it('names a target by its level', () => {
  expect(
    [enterprise('inc'), organization('acme'), repository('acme/web')].map(describeTarget),
  ).toEqual(['enterprise inc', 'organization acme', 'repository acme/web']);
});
