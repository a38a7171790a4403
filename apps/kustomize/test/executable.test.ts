import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bin } from './support/run-function.ts';

const root = new URL('..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

it('is one file that can open no connection and start no program', () => {
  const { outputs } = JSON.parse(read('dist/metafile.json')) as {
    outputs: Record<string, { imports: { path: string; external?: boolean }[] }>;
  };
  expect(Object.keys(outputs)).toEqual(['dist/fleetc-kustomize.mjs']);
  const modules = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const allowed = /^(node:)?(buffer|fs|path|process|module)$/;
  expect([...new Set(modules)].filter((name) => !allowed.test(name))).toEqual([]);
});

function run(...args: string[]) {
  return spawnSync(bin, args, { encoding: 'utf8' });
}

it('says what it is to somebody who starts it by hand', () => {
  expect(run('--version')).toMatchObject({ status: 0, stdout: '0.1.0\n', stderr: '' });
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
  expect(run('--help').stdout).toContain('KRM function');
  expect(run('-h')).toEqual({ ...run('--help'), pid: expect.any(Number) as number });
  expect(run('--hlep')).toMatchObject({ status: 2, stdout: '', stderr: run('--help').stdout });
});

it('has a Dockerfile whose files are there and whose program starts', () => {
  const lines = read('Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'ARG',
    'FROM',
    'COPY',
    'WORKDIR',
    'USER',
    'ENTRYPOINT',
  ]);
  const copy = /^COPY --chmod=0755 (\S+) (\S+)$/.exec(lines[2]!)!;
  const source = fileURLToPath(new URL(copy[1]!, root));
  expect(existsSync(source)).toBe(true);
  accessSync(source, constants.X_OK);
  expect(JSON.parse(lines[5]!.slice('ENTRYPOINT '.length))).toEqual([copy[2]]);
  expect(lines[4]).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
});
