import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks, relatedSpans } from '../src/testing/marked-text.ts';
import { diagnose } from './diagnose.ts';

/** What is said of names in overrides, and every error. */
async function namesIn(text: string) {
  const found = await diagnose(text);
  return found.filter(({ code, severity }) => code === 'FLC3013' || severity === 'error');
}

const pat = '{ pat: { secret: { from: { existing: true } } } }';

it.each<[string, string, string]>([
  [
    'a pool',
    'pool "biuld", which the file does not have',
    'pools:\n  ‹build›: { replicas: 2 }\nenvironments:\n  e: { override: { pools: { ‸biuld‸: { replicas: 3 } } } }',
  ],
  [
    'a profile',
    'profile "bgi", which the file does not have',
    'profiles: { ‹big›: { replicas: 2 } }\npools: { ci: { profiles: [big] } }\nenvironments:\n  e: { override: { profiles: { ‸bgi‸: { replicas: 3 } } } }',
  ],
  [
    'a scope',
    'scope "wep", which the file does not have',
    'scopes:\n  ‹web›: { repository: acme/web }\npools: { ci: { scope: web } }\nenvironments:\n  e: { override: { scopes: { ‸wep‸: { repository: acme/api } } } }',
  ],
  [
    'a credential',
    'credential "githib", which the file does not have',
    `credentials:\n  ‹github›: ${pat}\ncontroller: { credentials: github }\nscopes:\n  web: { repository: acme/web, credentials: github }\nenvironments:\n  e: { override: { credentials: { ‸githib‸: ${pat} } } }`,
  ],
  [
    'a pool to remove',
    'pool "biuld", which the file does not have',
    'pools:\n  ‹build›: { replicas: 2 }\nenvironments:\n  e: { override: { pools: { ‸biuld‸: null } } }',
  ],
])('finds a misspelt name of %s in an override', async (_, what, marked) => {
  const { text, places, related } = readMarks(exampleFleet(marked));
  const found = await namesIn(text);
  expect(codesAt(found)).toEqual([['FLC3013', places[0]]]);
  expect(relatedSpans(found)).toEqual(related);
  expect(found[0]!.message).toBe(`environment "e" overrides ${what}`);
  expect(found[0]!.severity).toBe('warning');
});

it.each([
  [
    '{ replicas: 3 }',
    'it becomes a new pool of this environment alone, and "build" stays as it is',
    'write "build", or give the new pool a name that is less alike',
  ],
  ['null', 'nothing is removed, and "build" stays as it is', 'write "build", or leave it out'],
])('says what becomes of %s, and of the pool that was meant', async (entry, why, fix) => {
  const blocks = `pools:\n  build: { replicas: 2 }\nenvironments:\n  e: { override: { pools: { biuld: ${entry} } } }`;
  const found = await namesIn(exampleFleet(blocks));
  expect(found.map((one) => [one.why, one.fix])).toEqual([[why, fix]]);
});

it.each([
  ['a name of the file', 'build: { replicas: 3 }'],
  ['a name unlike any', 'extra: { replicas: 3 }'],
  ['a name that differs by a number', 'build2: { replicas: 3 }'],
])('is silent about %s', async (_, entry) => {
  const blocks = `pools:\n  build: { replicas: 2 }\nenvironments:\n  e: { override: { pools: { ${entry} } } }`;
  expect(await namesIn(exampleFleet(blocks))).toEqual([]);
});
