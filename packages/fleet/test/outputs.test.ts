import { expect, it } from 'vitest';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { resolveOutputs } from '../src/resolve/resolve-outputs.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { diagnose, path, resolve } from './diagnose.ts';

async function outputsOf(entry: string) {
  const { file } = await readFleet({ path, text: exampleFleet(`outputs:\n  - ${entry}`) });
  return resolveOutputs(file!);
}

it('has no outputs where the file names none', async () => {
  expect((await resolve(exampleFleet(''))).outputs).toEqual([]);
});

it('fills the defaults of each target', async () => {
  const url = 'https://git.example.com/infra.git';
  expect(await outputsOf('{ target: plain, dir: a }')).toEqual([{ target: 'plain', dir: 'a' }]);
  expect(await outputsOf('{ target: kustomize, dir: a }')).toEqual([
    { target: 'kustomize', dir: 'a', helm: 'values' },
  ]);
  expect(await outputsOf(`{ target: argocd, dir: a/b, repo: { url: "${url}" } }`)).toEqual([
    {
      target: 'argocd',
      dir: 'a/b',
      repo: { url, revision: 'main', path: 'a/b' },
      namespace: 'argocd',
      project: 'acme',
      layout: 'applications',
      finalizer: false,
      health: false,
    },
  ]);
  const flux = { dir: 'f', namespace: 'flux-system', interval: '10m', prune: true };
  expect(await outputsOf(`{ target: flux, dir: f, source: { git: { url: "${url}" } } }`)).toEqual([
    { target: 'flux', ...flux, source: { kind: 'git', url, revision: 'main', path: 'f' } },
  ]);
  expect(
    await outputsOf('{ target: flux, dir: f, source: { oci: { url: "oci://r/i" } } }'),
  ).toEqual([
    {
      target: 'flux',
      ...flux,
      source: { kind: 'oci', url: 'oci://r/i', tag: 'latest', path: 'f' },
    },
  ]);
});

it('takes an automated sync without a word more for one that deletes nothing', async () => {
  const [output] = await outputsOf(
    '{ target: argocd, dir: a, repo: { url: "git@git.example.com:infra.git" }, automated: {} }',
  );
  expect(output).toMatchObject({ automated: { prune: false, selfHeal: false } });
});

it('gives every environment the same outputs', async () => {
  const text = exampleFleet('outputs: [{ target: plain, dir: a }]\nenvironments: { a: {}, b: {} }');
  expect((await resolve(text, 'a')).outputs).toEqual((await resolve(text, 'b')).outputs);
});

it('asks for a target by name, and says which there are', async () => {
  const [unknown, ...rest] = await diagnose(
    exampleFleet('outputs: [{ target: kustomise, dir: a }]'),
  );
  expect(rest).toEqual([]);
  expect(unknown).toMatchObject({
    code: 'FLC2004',
    message:
      '"outputs[0].target" must be one of "plain", "helmfile", "kustomize", "argocd", "flux"',
    fix: 'write "kustomize"',
  });
  expect(await codesOf('{ dir: a }')).toEqual(['FLC2003']);
  expect(await outputsOf('{ dir: a }')).toEqual([]);
  expect(await outputsOf('{ target: argocd, dir: a }')).toEqual([]);
});

it.each([
  '.',
  '..',
  './build',
  'build/',
  'build/../..',
  'a/./b',
  'a//b',
  '/tmp/build',
  'a\\b',
  'C:a',
  '""',
  '" "',
])('refuses the folder %s', async (dir) => {
  const quoted = dir.startsWith('"') ? dir : `'${dir}'`;
  expect(await codesOf(`{ target: plain, dir: ${quoted} }`)).toEqual(['FLC2005']);
});

it.each(['build', 'a/b.c', '..a/b', '.build', 'a b', 'ü'])('takes the folder %s', async (dir) => {
  expect(await codesOf(`{ target: plain, dir: '${dir}' }`)).toEqual([]);
});

it.each([
  ['a branch in the URL of an artifact', '{ oci: { url: "oci://r.example.com/a:latest" } }'],
  ['a Git URL that only SSH knows', '{ git: { url: "git@git.example.com:infra.git" } }'],
])('refuses %s for Flux', async (_, source) => {
  expect(await codesOf(`{ target: flux, dir: a, source: ${source} }`)).toEqual(['FLC2005']);
});

it('takes the root of a repository or an artifact for the place of an output', async () => {
  const url = 'https://git.example.com/infra.git';
  const argocd = await outputsOf(`{ target: argocd, dir: a, repo: { url: "${url}", path: . } }`);
  expect(argocd).toMatchObject([{ dir: 'a', repo: { path: '.' } }]);
  const flux = '{ target: flux, dir: a, source: { oci: { url: "oci://r/i", path: "./a" } } }';
  expect(await codesOf(flux)).toEqual(['FLC2005']);
});

it('refuses an option of another target', async () => {
  expect(await codesOf('{ target: plain, dir: a, helm: values }')).toEqual(['FLC2001']);
});

async function codesOf(entry: string): Promise<string[]> {
  return (await diagnose(exampleFleet(`outputs:\n  - ${entry}`))).map(({ code }) => code);
}
