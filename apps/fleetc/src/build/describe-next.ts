import type { Output } from '@fleetc/core';
import type { Difference, OutputPlan } from '@fleetc/output';
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

/** What makes folders what `--check` expects of them, in the words of a shell; a build refuses what others wrote. */
export function describeBuild(
  invocation: Invocation,
  differences: readonly Difference[],
): string {
  const values = ['env', 'target', 'out'].flatMap((name) =>
    (allValues(invocation, name) ?? []).flatMap((value) => [`--${name}`, value]),
  );
  const flags = hasFlag(invocation, 'locked') ? ['--locked'] : [];
  const words = ['fleetc', 'build', ...values, ...flags, ...invocation.operands];
  const isEdited = differences.some(({ kind }) => kind === 'edited');
  const isForeign = differences.some(({ kind }) => kind === 'foreign');
  const before = [
    ...(isEdited ? ['move what was edited by hand into the fleet file and restore it'] : []),
    ...(isForeign ? ['move the foreign files away'] : []),
  ];
  const first = before.length > 0 ? `${before.join(', ')}, then ` : '';
  return `next: ${first}run "${words.map(quoteForShell).join(' ')}"`;
}

function isReadFromGit(output: Output): boolean {
  return output.target === 'argocd' || (output.target === 'flux' && output.source.kind === 'git');
}
