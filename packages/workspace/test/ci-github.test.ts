import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import {
  cloneRepository,
  edit,
  makeFolder,
  makeUserRepository,
  readYaml,
  run,
} from './ci-clone.ts';

interface Step {
  readonly 'name': string;
  readonly 'shell': string;
  readonly 'run': string;
  readonly 'working-directory'?: string;
  readonly 'env'?: Readonly<Record<string, string>>;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default: string }>
  >;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = readYaml<Action>('action.yml');
let clone: string;

beforeAll(() => {
  clone = cloneRepository();
});

/** Runs the steps as the runner of GitHub does, up to the first that fails. */
function runAction(workspace: string, given: Readonly<Record<string, string>> = {}) {
  const summary = join(makeFolder(), 'summary.md');
  let stdout = '';
  let stderr = '';
  for (const step of action.runs.steps) {
    const done = run(
      ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      join(workspace, fill(step['working-directory'] ?? '.', given)),
      {
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: clone,
        GITHUB_WORKSPACE: workspace,
        GITHUB_STEP_SUMMARY: summary,
        ...Object.fromEntries(
          Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text, given)]),
        ),
      },
    );
    stdout += done.stdout;
    stderr += done.stderr;
    if (done.code !== 0) return { code: done.code, stdout, stderr, summary };
  }
  return { code: 0, stdout, stderr, summary };
}

function fill(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
    const input = action.inputs[name];
    if (!input) throw new Error(`action.yml has no input "${name}"`);
    return given[name] ?? input.default;
  });
}

it('ends with 0 when the tree is what a build writes', () => {
  const { path } = makeUserRepository();
  expect(runAction(path, { command: 'build' }).code).toBe(0);
  expect(runAction(path)).toMatchObject({ code: 0 });
});

it('ends with 3 and lists the files when the fleet changed and the tree did not', () => {
  const { path, fleet } = makeUserRepository();
  runAction(path, { command: 'build' });
  edit(fleet, 'replicas: 2', 'replicas: 3');
  const { code, stdout } = runAction(path);
  expect([code, stdout]).toEqual([
    3,
    'changed  build/50-runners/runnerdeployment-quickstart-ci.yaml\n',
  ]);
});

it('ends with 1 and annotates the line of a mistake, named from the root of the repository', () => {
  const { path, fleet } = makeUserRepository('infra/runners');
  edit(fleet, 'replicas: 2', 'replicas: -2');
  const { code, stderr } = runAction(path, { 'working-directory': 'infra', 'file': 'runners' });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^::error file=infra\/runners\/fleet\.yaml,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=FLC2008 /m,
  );
});

it('puts Markdown into the summary of the job, and keeps the exit code', () => {
  const { path, fleet } = makeUserRepository();
  runAction(path, { command: 'build' });
  edit(fleet, 'replicas: 2', 'replicas: 3');
  const command = 'diff --format markdown';
  const { code, stdout, summary } = runAction(path, { command, summary: 'true' });
  expect(code).toBe(3);
  expect(readFileSync(summary, 'utf8')).toBe(stdout);
  expect(existsSync(runAction(path, { command }).summary)).toBe(false);
});

it('takes the exit codes that are accepted for no failure, and no others', () => {
  const { path, fleet } = makeUserRepository();
  runAction(path, { command: 'build' });
  edit(fleet, 'replicas: 2', 'replicas: 3');
  expect(runAction(path, { command: 'diff', accept: '3' }).code).toBe(0);
  expect(runAction(path, { command: 'diff', accept: '5 3' }).code).toBe(0);
  expect(runAction(path, { command: 'diff', accept: '33' }).code).toBe(3);
  edit(fleet, 'replicas: 3', 'replicas: -2');
  expect(runAction(path, { command: 'diff', accept: '3' }).code).toBe(1);
  expect(runAction(path, { command: 'diff --nope', accept: '3' }).code).toBe(2);
});

it('lets no input become a command', () => {
  const { path } = makeUserRepository();
  const { code } = runAction(path, { command: 'check ; touch a $(touch b)', file: '$(touch c)' });
  expect(code).toBe(2);
  expect(['a', 'b', 'c'].filter((name) => existsSync(join(path, name)))).toEqual([]);
});

it('has the keys that GitHub knows, and a shell for each script', () => {
  expect(Object.keys(action).sort()).toEqual(['branding', 'description', 'inputs', 'name', 'runs']);
  expect(Object.keys(action.runs).sort()).toEqual(['steps', 'using']);
  expect(action.runs.using).toBe('composite');
  for (const input of Object.values(action.inputs)) {
    expect(Object.keys(input).sort()).toEqual(['default', 'description']);
    expect(typeof input.default).toBe('string');
  }
  for (const { shell, run: script, ...rest } of action.runs.steps) {
    expect(shell).toBe('bash');
    expect(script).not.toContain('${{');
    const others = Object.keys(rest).filter(
      (key) => !['name', 'env', 'working-directory'].includes(key),
    );
    expect(others).toEqual([]);
  }
});
