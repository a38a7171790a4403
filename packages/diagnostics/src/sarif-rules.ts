import type { Diagnostic } from './diagnostic.ts';
import type { AnyRule } from './rule.ts';

/** Levels of SARIF for severities. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A rule as SARIF describes it. */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: string };
}

/** The rules of these findings in the order of codes. A finding whose rule is not known gets an entry of its own words. */
export function toSarifRules(
  diagnostics: readonly Diagnostic[],
  rules: readonly AnyRule[],
): SarifRule[] {
  const known = new Map(rules.map((rule): [string, AnyRule] => [rule.code, rule]));
  const entries = new Map<string, SarifRule>();
  for (const diagnostic of diagnostics) {
    if (entries.has(diagnostic.code)) continue;
    const rule = known.get(diagnostic.code);
    entries.set(diagnostic.code, rule ? fromRule(rule) : fromDiagnostic(diagnostic));
  }
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

// Words that need the values of a finding stand in its result; the table has those that hold in general.
function fromRule({ code, name, title, severity, why, fix, source }: AnyRule): SarifRule {
  return {
    id: code,
    name,
    shortDescription: { text: title },
    fullDescription: { text: typeof why === 'string' ? why : title },
    help: { text: typeof fix === 'string' ? fix : explainHint(code) },
    ...(/^https:\/\/\S+$/.test(source) && { helpUri: source }),
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}

function fromDiagnostic({ code, rule, severity }: Diagnostic): SarifRule {
  return {
    id: code,
    name: rule,
    shortDescription: { text: rule },
    fullDescription: { text: rule },
    help: { text: explainHint(code) },
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}

function explainHint(code: string): string {
  return `run "fleetc explain ${code}"`;
}
