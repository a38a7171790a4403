import type { Output } from '@fleetc/core';
import type { OutputPlan } from '@fleetc/output';
import { quoteForShell } from '../images/quote-for-shell.ts';
import { allValues, hasFlag, type Invocation } from '../cli/invocation.ts';

/** Whoever delivers from Git waits for a commit; of all others the instructions that were laid out say what to do. */
export function describeNext(output: Output, { tree, outDir }: OutputPlan): string[] {
  if (isReadFromGit(output)) return [`next: commit ${outDir}`];
  const readmes = tree.has('README.md')
    ? ['README.md']
    : [...tree.keys()].filter((path) => /^[^/]+\/README\.md$/.test(path));
  return readmes.map((path) => `next: run the commands in ${outDir}/${path}`);
}

/** The build that makes folders what `--check` expects of them, in the words of a shell. */
export function describeBuild(invocation: Invocation): string {
  const values = ['env', 'target', 'out'].flatMap((name) =>
    (allValues(invocation, name) ?? []).flatMap((value) => [`--${name}`, value]),
  );
  const flags = hasFlag(invocation, 'locked') ? ['--locked'] : [];
  const words = ['fleetc', 'build', ...values, ...flags, ...invocation.operands];
  return `next: run "${words.map(quoteForShell).join(' ')}"`;
}

function isReadFromGit(output: Output): boolean {
  return output.target === 'argocd' || (output.target === 'flux' && output.source.kind === 'git');
}
