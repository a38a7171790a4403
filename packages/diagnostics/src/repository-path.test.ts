import { expect, it } from 'vitest';
import { toRepositoryPath } from './repository-path.ts';

it.each([
  ['fleet.yaml', undefined, 'fleet.yaml'],
  ['fleet.yaml', 'infra', 'infra/fleet.yaml'],
  ['./fleet.yaml', 'infra/', 'infra/fleet.yaml'],
  ['../fleet.yaml', 'infra', 'fleet.yaml'],
  ['../../.github/workflows/ci.yml', 'infra/arc', '.github/workflows/ci.yml'],
  ['../../outside.yaml', 'infra', '../outside.yaml'],
  ['/etc/fleet.yaml', 'infra', '/etc/fleet.yaml'],
  ['..\\fleet.yaml', 'infra', 'fleet.yaml'],
])('names %s below %s as %s', (file, prefix, expected) => {
  expect(toRepositoryPath(file, prefix)).toBe(expected);
});
