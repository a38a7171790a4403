import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { diagnose } from './diagnose.ts';

const url = 'https://git.example.com/infra.git';

/** What the only finding of a file with these blocks says. */
async function wordsOf(blocks: string) {
  const found = await diagnose(exampleFleet(blocks));
  return found.map(({ code, message, primary, fix }) => [code, message, primary?.text, fix]);
}

it('suggests for an output what its own target knows', async () => {
  const flux = `outputs: [{ target: flux, dir: a, source: { git: { url: "${url}" } }, repo: x }]`;
  expect(await wordsOf(flux)).toEqual([
    [
      'FLC2001',
      '"repo" is not known in "outputs[0]"',
      'unknown key',
      'use one of "target", "dir", "source", "namespace", "interval", "prune", "sourceSecret", "decryptionSecret", or remove it',
    ],
  ]);
  expect(await wordsOf('outputs: [{ target: plain, dir: a, helm: values }]')).toEqual([
    [
      'FLC2001',
      '"helm" is not known in "outputs[0]"',
      'unknown key',
      'use one of "target", "dir", or remove it',
    ],
  ]);
});

it('counts in words of the language', async () => {
  expect(await wordsOf('outputs: []')).toEqual([
    [
      'FLC2008',
      '"outputs" must have at least 1 entry',
      'at least 1 entry',
      'write at least 1 entry',
    ],
  ]);
  expect(await wordsOf('scopes:\n  web: { repository: acme/web, runnerGroup: "" }')).toEqual([
    [
      'FLC2008',
      '"runnerGroup" of scope "web" must have at least 1 character',
      'at least 1 character',
      'write at least 1 character',
    ],
  ]);
  expect(await wordsOf('pools:\n  ci: { scope: web, replicas: -1 }')).toEqual([
    [
      'FLC2008',
      '"replicas" of pool "ci" must be at least 0',
      'at least 0',
      'write a value that is at least 0',
    ],
  ]);
});

it.each([
  [
    'the required key with its example',
    `outputs: [{ target: argocd, dir: a, repo: "${url}" }]`,
    `write a map, such as "repo: { url: ${url} }"`,
  ],
  [
    'the example of the map itself',
    `outputs: [{ target: flux, dir: a, source: "${url}" }]`,
    `write a map, such as "source: { git: { url: ${url} } }"`,
  ],
  [
    'the example of a block',
    'registry: harbor',
    'write a map, such as "registry: { proxy: { harbor: harbor.example.com } }"',
  ],
  [
    'an entry under a name',
    'pools: [ci]',
    'write a map, such as "pools: { build: { labels: [build], replicas: 2 } }"',
  ],
])('shows the long form by %s', async (_, blocks, fix) => {
  const [words] = await wordsOf(blocks);
  expect(words?.[0]).toBe('FLC2002');
  expect(words?.[3]).toBe(fix);
});
