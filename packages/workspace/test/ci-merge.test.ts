import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { cloneRepository, edit, git, makeUserRepository, root, run } from './ci-clone.ts';

let fleetc: string;

beforeAll(() => {
  const clone = cloneRepository();
  run(['sh', join(clone, 'apps/fleetc/ci/prepare.sh')], clone);
  fleetc = join(clone, 'apps/fleetc/bin/fleetc.mjs');
}, 60_000);

/** A fleet with two branches that were built, and that do not merge. */
function makeConflict() {
  const { path, fleet } = makeUserRepository('runners');
  const build = () => run(['node', fleetc, 'build', 'runners'], path);
  const commit = (from: string, to: string) => {
    edit(fleet, from, to);
    build();
    git(path, 'add', '--all');
    git(path, 'commit', '--quiet', '--message', to);
  };
  const output = 'outputs: [{ target: kustomize, dir: deploy/kustomize }]';
  const last = '  zz: { replicas: 1 }';
  commit('pools:', `${output}\npools:\n  ab: { replicas: 1 }\n${'\n'.repeat(5)}${last}`);
  git(path, 'checkout', '--quiet', '-b', 'other');
  commit('  ab:', '  aa: { replicas: 1 }\n  ab:');
  git(path, 'checkout', '--quiet', '-');
  commit(last, `${last}\n  ac: { replicas: 1 }`);
  expect(() => git(path, 'merge', '--quiet', 'other')).toThrow('Command failed: git');
  return { path, build };
}

it('builds after a merge with conflicts by the commands of docs/gitops.md', () => {
  const page = readFileSync(join(root, 'docs/gitops.md'), 'utf8');
  const [, restore = ''] = /^git (restore .*)$/m.exec(page) ?? [];
  const { path, build } = makeConflict();
  const refused = build();
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('FLC6018')]);
  git(path, ...restore.split(' '));
  expect(build().code).toBe(0);
  git(path, 'add', 'runners');
  git(path, 'commit', '--quiet', '--message', 'both');
  expect(run(['node', fleetc, 'build', '--check', 'runners'], path).code).toBe(0);
});
