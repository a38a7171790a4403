/** How much a finding weighs: an error stops `build`, a warning counts against `--max-warnings`, an info only tells. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One kind of finding: its code, its words and its examples.
 *
 * `P` holds the values that the words need; a report that forgets one does not compile. The code is stable for ever and
 * its first digit names the stage: 1 text and YAML, 2 shape, 3 references, 4 meaning and policy, 5 limits and versions
 * of the target, 6 output, 7 import and migration, 9 the tool's own faults.
 */
export interface Rule<P = Record<never, never>> {
  readonly code: `FLC${number}`;
  /** The mistake in kebab-case, such as `replicas-with-autoscale`. */
  readonly name: string;
  readonly severity: Severity;
  /** The mistake in general, without values: the heading of the page and the rule's text in SARIF. */
  readonly title: string;
  /** What is wrong here; no full stop, user text in double quotes. */
  readonly message: (p: P) => string;
  /** The words under the primary marker; short. */
  readonly label?: (p: P) => string;
  /** What happens if nobody mends it. */
  readonly why: string | ((p: P) => string);
  /** What to do, in the user's words. */
  readonly fix: string | ((p: P) => string);
  /** Where the fact comes from: a documentation page, an issue number, a specification. */
  readonly source: string;
  /** A whole fleet.yaml that yields this finding and one that does not; absent where no file can (disk, faults of the tool). */
  readonly examples?: { readonly bad: string; readonly good: string };
}

/** A rule whose parameters are of no interest to the holder: what a registry keeps. */
// oxlint-disable-next-line typescript/no-explicit-any -- parameters are contravariant, so no narrower type holds every rule
export type AnyRule = Rule<any>;

/** Fixes the parameter type of a rule where it is written. */
export function defineRule<P = Record<never, never>>(rule: Rule<P>): Rule<P> {
  return rule;
}
