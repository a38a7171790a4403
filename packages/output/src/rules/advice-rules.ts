import { defineRule } from '@fleetc/diagnostics';

/** FLC6023: the path in the repository is a guess that cannot be right. */
export const defaultPathMisfits = defineRule<{
  key: string;
  index: number;
  dir: string;
  path: string;
}>({
  code: 'FLC6023',
  name: 'default-path-misfits',
  severity: 'warning',
  title: 'The path of an output in its repository is not the default one',
  message: ({ key, index, dir, path }) =>
    `"${key}" of "outputs[${index}]" is "${dir}" by default, but the output is "${path}" in its Git repository`,
  why: 'the path counts from the root of the repository, and the cluster finds nothing at a wrong one',
  fix: ({ path }) => `write "path: ${path}"`,
  source: 'docs/gitops.md',
});

/** FLC6024: a folder that --check compares is not what it is to be. */
export const staleOutput = defineRule<{ folder: string; count: number; example: string }>({
  code: 'FLC6024',
  name: 'stale-output',
  severity: 'error',
  title: 'The output is not what a build would write',
  message: ({ folder, count, example }) => {
    const others = count === 1 ? '' : `, and so do ${count - 1} more`;
    return `"${folder}" is not what a build would write: "${example}" differs${others}`;
  },
  why: 'what is delivered is what lies there, not what fleet.yaml says',
  fix: 'build again with the same arguments; what was edited by hand or is foreign has to move first',
  source: 'docs/ci.md',
});
