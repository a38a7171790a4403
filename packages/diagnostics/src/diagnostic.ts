import type { Rule, Severity } from './rule.ts';
import { type Label, type Path, type Span } from './span.ts';

/** One finding: data only. Text, colour and line numbers are made by the renderers. */
export interface Diagnostic {
  readonly code: string;
  /** The rule's name, such as `replicas-with-autoscale`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** The place in the user's text; absent only for findings about files and the tool itself. */
  readonly primary?: Label;
  /** Other places that take part, each with its words. */
  readonly related: readonly Label[];
  /** The path in the fleet, where there is one. */
  readonly path?: Path;
}

/** A value with what was found on the way to it. `value` is absent when an error made it impossible. */
export interface Result<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a finding is reported. */
export interface Place {
  readonly span?: Span;
  readonly path?: Path;
  readonly related?: readonly Label[];
  /** Replaces the rule's own words under the marker. */
  readonly label?: string;
}

/** Makes a diagnostic out of a rule, its values and a place. */
export function createDiagnostic<P>(rule: Rule<P>, params: P, place: Place = {}): Diagnostic {
  const words = (text: string | ((p: P) => string)) =>
    typeof text === 'function' ? text(params) : text;
  return {
    code: rule.code,
    rule: rule.name,
    severity: rule.severity,
    message: rule.message(params),
    why: words(rule.why),
    fix: words(rule.fix),
    ...(place.span && {
      primary: { span: place.span, text: place.label ?? rule.label?.(params) ?? '' },
    }),
    related: place.related ?? [],
    ...(place.path && { path: place.path }),
  };
}

/** Whether any finding stops the build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Sorts by file, place and code, and drops a finding that repeats another at the same place. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter((diagnostic) => {
    const key = identity(diagnostic);
    return !seen.has(key) && seen.add(key);
  });
  return unique.sort(compareDiagnostics);
}

function identity({ code, primary, message }: Diagnostic): string {
  const at = primary ? `${primary.span.file}:${primary.span.start}:${primary.span.end}` : '';
  return `${code} ${at} ${message}`;
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const left = a.primary?.span;
  const right = b.primary?.span;
  return (
    compareText(left?.file ?? '', right?.file ?? '') ||
    (left?.start ?? 0) - (right?.start ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

// Code units, never a locale: the order must be the same on every machine.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
