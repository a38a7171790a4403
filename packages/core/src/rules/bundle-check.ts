import {
  createDiagnostic,
  type Diagnostic,
  type Label,
  type Path,
  type Rule,
} from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { Bundle } from '../bundle.ts';
import type { EmittedRunner } from './emitted-items.ts';

/** What was emitted for one environment, and from what. */
export interface Emitted {
  readonly fleet: Fleet;
  readonly bundle: Bundle;
  /** The same without what was written in the words of Kubernetes and of charts: the work of the language alone. */
  readonly plain: Bundle;
  /** The runner objects of the bundle. */
  readonly runners: readonly EmittedRunner[];
}

/** Where a check reports, by paths in the fleet. */
export interface BundlePlace {
  readonly part?: 'key' | 'value';
  readonly related?: readonly { readonly path: Path; readonly text: string }[];
}

/** Reports one finding at a place in the fleet. */
export type ReportAt<P> = (params: P, path: Path, place?: BundlePlace) => void;

/** A rule that looks at everything that was emitted. */
export interface BundleCheck<P = never> extends Rule<P> {
  readonly check: (emitted: Emitted, report: ReportAt<P>) => void;
}

/** A check whose parameters are of no interest to the holder. */
// oxlint-disable-next-line typescript/no-explicit-any -- parameters are contravariant, so no narrower type holds every check
export type AnyBundleCheck = BundleCheck<any>;

/** Fixes the parameter type of a check where it is written. */
export function defineBundleCheck<P>(check: BundleCheck<P>): BundleCheck<P> {
  return check;
}

/** Runs one check; a mistake that spoils several objects is told once. */
export function runBundleCheck<P>(rule: BundleCheck<P>, emitted: Emitted): Diagnostic[] {
  const { fleet } = emitted;
  const found = new Map<string, Diagnostic>();
  rule.check(emitted, (params, path, { part = 'value', related = [] } = {}) => {
    const labels = related.map((other): Label => ({
      span: fleet.origin(other.path, 'key').span,
      text: other.text,
    }));
    const { span } = fleet.origin(path, part);
    const diagnostic = createDiagnostic(rule, params, { span, path, related: labels });
    const key = JSON.stringify([span, diagnostic.message]);
    if (!found.has(key)) found.set(key, diagnostic);
  });
  return [...found.values()];
}
