import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { cloneRepository, edit, makeUserRepository, readYaml, run } from './ci-clone.ts';

interface Job {
  readonly stage: string;
  readonly image: string;
  readonly rules: readonly { readonly if: string }[];
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly expire_in: string;
    readonly reports: { readonly codequality: string };
  };
}

interface Issue {
  readonly check_name: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const template = readYaml<Readonly<Record<string, Job>>>('apps/fleetc/ci/fleetc.gitlab-ci.yml');
const job = template['fleetc']!;
let repository: string;

beforeAll(() => {
  repository = cloneRepository();
});

/** Runs the lines of the script in one shell, as the runner of GitLab does. */
function runJob(project: string, variables: Readonly<Record<string, string>> = {}) {
  const script = ['set -eo pipefail', ...job.script].join('\n');
  const env = { CI: 'true', FLEETC_REPOSITORY: repository, ...variables };
  return run(['bash', '-c', script], project, env);
}

function readReport(project: string): Issue[] {
  const text = readFileSync(join(project, job.artifacts.reports.codequality), 'utf8');
  return JSON.parse(text) as Issue[];
}

it('ends with 0 and an empty report when the tree is what a build writes', () => {
  const { path } = makeUserRepository();
  expect(runJob(path, { FLEETC_COMMAND: 'build' }).code).toBe(0);
  const { code, stdout } = runJob(path);
  expect([code, stdout]).toEqual([0, '']);
  expect(readReport(path)).toEqual([]);
});

it('ends with 3 and lists the files when there is no tree', () => {
  const { path } = makeUserRepository('infra');
  const { code, stdout } = runJob(path, { FLEETC_FILE: 'infra' });
  expect(code).toBe(3);
  expect(stdout).toContain('missing  infra/build/README.md\n');
});

it('ends with 1 and reports the line of a mistake for the merge request', () => {
  const { path, fleet } = makeUserRepository('infra');
  edit(fleet, 'replicas: 2', 'replicas: -2');
  const line =
    readFileSync(fleet, 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('-2')) + 1;
  expect(runJob(path, { FLEETC_FILE: 'infra/fleet.yaml', FLEETC_REF: 'main' }).code).toBe(1);
  expect(readReport(path)).toEqual([
    {
      description: 'FLC2008: "replicas" of pool "ci" must be at least 0',
      check_name: 'out-of-range',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'critical',
      location: { path: 'infra/fleet.yaml', lines: { begin: line } },
    },
  ]);
});

it('gives a finding another fingerprint at another place alone', () => {
  const { path, fleet } = makeUserRepository();
  edit(fleet, 'replicas: 2', 'replicas: -2');
  runJob(path);
  const [before] = readReport(path);
  edit(fleet, 'pools:', '\n\npools:');
  runJob(path);
  const [after] = readReport(path);
  expect(after?.location.lines.begin).toBe(before!.location.lines.begin + 2);
  expect(after?.fingerprint).toBe(before?.fingerprint);
});

it('says which variable is missing', () => {
  const { path } = makeUserRepository();
  const { code, stderr } = runJob(path, { FLEETC_REPOSITORY: '' });
  expect(code).not.toBe(0);
  expect(stderr).toContain('FLEETC_REPOSITORY: is the Git URL of fleetc');
});

it('has one job with the keys that GitLab knows, and keeps the report of a job that failed', () => {
  expect(Object.keys(template)).toEqual(['fleetc']);
  expect(Object.keys(job).sort()).toEqual(['artifacts', 'image', 'rules', 'script', 'stage']);
  expect(job.script.every((line) => typeof line === 'string')).toBe(true);
  expect(job.artifacts.when).toBe('always');
});
