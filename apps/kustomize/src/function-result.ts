import type { Severity } from '@fleetc/diagnostics';

/** One entry of `results`, in the words of the KRM functions specification. */
export interface FunctionResult {
  readonly message: string;
  readonly severity: Severity;
  readonly resourceRef?: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
  };
  /** The place in the functionConfig, such as `pools.ci.scope`: lines are those of whoever wrote the list. */
  readonly field?: { readonly path: string };
  /** Absent for the functionConfig when nobody said which file it came from. */
  readonly file?: { readonly path: string };
  readonly tags?: Readonly<Record<string, string>>;
}

/** A result that comes from no rule of the compiler; `message` is one sentence without a full stop. */
export function createResult(severity: Severity, message: string, path?: string): FunctionResult {
  return { message, severity, ...(path !== undefined && { field: { path } }) };
}

/** Whether any result stops the build. */
export function hasErrorResult(results: readonly FunctionResult[]): boolean {
  return results.some(({ severity }) => severity === 'error');
}
