import type { Diagnostic } from './diagnostic.ts';
import type { Severity } from './rule.ts';

/** How many findings there are of each severity. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts findings by severity. */
export function countFindings(diagnostics: readonly Diagnostic[]): Summary {
  const count = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** The count in words, `3 errors, 1 warning`; `no findings` when there are none. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const { errors, warnings, infos } = countFindings(diagnostics);
  const parts = [inWords(errors, 'error'), inWords(warnings, 'warning'), inWords(infos, 'info')];
  return parts.filter((part) => part !== '').join(', ') || 'no findings';
}

function inWords(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
