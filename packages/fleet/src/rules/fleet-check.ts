import {
  createDiagnostic,
  type Diagnostic,
  type Label,
  type Path,
  type Rule,
} from '@fleetc/diagnostics';
import type { Fleet } from '../model.ts';

/** Where a check reports, and what else takes part. */
export interface CheckPlace {
  readonly part?: 'key' | 'value';
  /** Other places by path, each with its words. */
  readonly related?: readonly {
    readonly path: Path;
    readonly text: string;
    readonly part?: 'key' | 'value';
  }[];
}

/** Reports one finding of the rule that is being checked. */
export type ReportFinding<P> = (params: P, path: Path, place?: CheckPlace) => void;

/** A rule that looks at a whole resolved fleet. */
export interface FleetCheck<P = never> extends Rule<P> {
  readonly check: (fleet: Fleet, report: ReportFinding<P>) => void;
  /** Whether it judges by what is absent elsewhere, so that it must stay silent when anything was taken out. */
  readonly needsWholeFleet?: boolean;
}

/** A check whose parameters are of no interest to the holder. */
// oxlint-disable-next-line typescript/no-explicit-any -- parameters are contravariant, so no narrower type holds every check
export type AnyFleetCheck = FleetCheck<any>;

/** Fixes the parameter type of a check where it is written. */
export function defineCheck<P>(check: FleetCheck<P>): FleetCheck<P> {
  return check;
}

/** Runs one check and gives its findings. */
export function runCheck<P>(rule: FleetCheck<P>, fleet: Fleet): Diagnostic[] {
  const found: Diagnostic[] = [];
  rule.check(fleet, (params, path, { part = 'value', related = [] } = {}) => {
    const labels = related.map((other): Label => ({
      span: fleet.origin(other.path, other.part ?? 'key').span,
      text: other.text,
    }));
    const { span } = fleet.origin(path, part);
    found.push(createDiagnostic(rule, params, { span, path, related: labels }));
  });
  return found;
}
