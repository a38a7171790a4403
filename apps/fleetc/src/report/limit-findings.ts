import { createDiagnostic, type Diagnostic, sortDiagnostics } from '@fleetc/diagnostics';
import { moreFindings } from '../rules/more-findings.rule.ts';

const weight = { error: 0, warning: 1, info: 2 } as const;

/** What is shown of findings: all, or the weightiest and a word on the rest. Their order stays. */
export function limitFindings(diagnostics: readonly Diagnostic[], most: number): Diagnostic[] {
  if (diagnostics.length <= most) return [...diagnostics];
  const shown = [...diagnostics]
    .sort((a, b) => weight[a.severity] - weight[b.severity])
    .slice(0, most);
  return [...sortDiagnostics(shown), createDiagnostic(moreFindings, { shown: most })];
}
