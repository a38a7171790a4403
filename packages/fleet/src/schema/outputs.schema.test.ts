import { expect, it } from 'vitest';
import { readFleet } from '../resolve/read-fleet.ts';
import { exampleFleet } from '../rules/example.ts';

const git = 'url: https://git.example.com/infra.git';
const root = (home: string) =>
  `must be a folder below the root of the ${home}, written without a slash at its ends, such as "infra/build/argocd", or "." for the root itself`;
const dir =
  'must be a folder below the one of fleet.yaml, written without "./" and without a slash at its end, such as "build/kustomize"';

it.each([
  ['{ target: plain, dir: ./deploy/ }', `"outputs[0].dir" ${dir}`],
  ['{ target: plain, dir: ../deploy }', `"outputs[0].dir" ${dir}`],
  [
    `{ target: argocd, dir: a, repo: { ${git}, path: /runners/../x } }`,
    `"outputs[0].repo.path" ${root('repository')}`,
  ],
  [
    `{ target: flux, dir: a, source: { git: { ${git}, path: x/ } } }`,
    `"outputs[0].source.git.path" ${root('repository')}`,
  ],
  [
    '{ target: flux, dir: a, source: { oci: { url: "oci://registry.example.com/infra", path: /x } } }',
    `"outputs[0].source.oci.path" ${root('artifact')}`,
  ],
])('says from where a folder counts and how it is written: %s', async (output, message) => {
  const text = exampleFleet(`outputs: [${output}]`);
  const { diagnostics } = await readFleet({ path: 'fleet.yaml', text });
  expect(diagnostics.map((found) => [found.code, found.message])).toEqual([['FLC2005', message]]);
});
