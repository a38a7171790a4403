import { createDiagnostic, type Diagnostic, type Path, type Span } from '@fleetc/diagnostics';
import { isEffectivePool, isFleet } from '../generated/validators.js';
import { adviseOnSecret } from '../literal-secrets/misplaced/advise-on-secret.ts';
import { otherFleet, unknownKey, wrongType } from '../rules/shape/shape-rules.ts';
import { defaultLimits } from '../limits.ts';
import { isPlain, type Plain, valueAt } from '../resolve/plain.ts';
import { describeValue } from './describe-value.ts';
import { entryOf } from './entries.ts';
import type { ShapeIssue } from './explain-shape.ts';

/** A value whose every node has the type that the language says, and what had to be taken out for it. */
export interface ShapedValue {
  readonly value: Plain;
  readonly diagnostics: readonly Diagnostic[];
  /** Entries (`pools.build`) or blocks (`registry`) that lost something: later stages stay silent about them. */
  readonly tainted: readonly Path[];
}

type Locate = (path: Path, part?: 'key' | 'value') => Span;

/** Keys by which a file of Rancher Fleet, which has the same name, gives itself away. */
const rancherKeys = [
  'defaultNamespace',
  'helm',
  'kustomize',
  'targetCustomizations',
  'targets',
  'diff',
];

/**
 * Checks a whole file against the schema. A generated validator says yes or no; only after a no is the schema itself
 * loaded, to say what is wrong. With more than so many findings nothing of the file is used.
 */
export async function checkFleetShape(
  value: unknown,
  locate: Locate,
  mostFindings: number = defaultLimits.findings,
): Promise<ShapedValue> {
  if (isFleet(value)) return { value: value as Plain, diagnostics: [], tainted: [] };
  if (!isPlain(value)) {
    const words = { subject: 'the fleet', expected: 'a map', got: describeValue(value) };
    const diagnostic = createDiagnostic(wrongType, words, { span: locate([]), path: [] });
    return { value: {}, diagnostics: [diagnostic], tainted: [[]] };
  }
  const rancher = rancherKeys.filter((key) => Object.hasOwn(value, key));
  if (rancher.length > 0 && !Object.hasOwn(value, 'apiVersion')) {
    const place = { span: locate([rancher[0]!], 'key'), path: [rancher[0]!] };
    const diagnostic = createDiagnostic(otherFleet, { keys: rancher }, place);
    return { value: {}, diagnostics: [diagnostic], tainted: [[]] };
  }
  const { explainFleetShape } = await import('./explain-shape.ts');
  const found = explainFleetShape(value, locate, mostFindings + 1);
  const issues = found.filter((issue) => !deferred(value, issue));
  if (found.length > mostFindings) {
    return { value: {}, diagnostics: issues.map(({ diagnostic }) => diagnostic), tainted: [[]] };
  }
  return {
    value: takeOut(value, issues),
    diagnostics: issues.map((issue) => adviseOnSecret(issue.diagnostic)),
    tainted: issues.map((issue) => entryOf(issue.path)),
  };
}

/** Checks a pool after merging, when nothing may be missing any more. */
export async function checkPoolShape(
  pool: Plain,
  base: Path,
  locate: Locate,
): Promise<readonly Diagnostic[]> {
  if (isEffectivePool(pool)) return [];
  const { explainPoolShape } = await import('./explain-shape.ts');
  return explainPoolShape(pool, base, locate).map((issue) => issue.diagnostic);
}

// Profiles and pools are layers: what one lacks another may give, and null deletes. That holds for keys that are known, not
// for a whole pool, which nothing lies below, and not inside of lists, which merge as a whole.
function deferred(value: Plain, { path, absent, diagnostic }: ShapeIssue): boolean {
  const layered = path[0] === 'pools' || path[0] === 'profiles';
  if (!layered || path.length < 2 || diagnostic.code === unknownKey.code) return false;
  const deletes = path.length > 2 && valueAt(value, path) === null;
  return (absent || deletes) && !path.some(Number.isInteger);
}

function takeOut(value: Plain, issues: readonly ShapeIssue[]): Plain {
  const copy = structuredClone(value);
  for (const { path, absent } of issues) {
    if (absent || path.length === 0) continue;
    const isEntry = path.length === 2 && entryOf(path).length === 2;
    const parentPath = path.findIndex((step) => typeof step === 'number');
    const target = parentPath > 0 ? path.slice(0, parentPath) : path;
    const parent = valueAt(copy, target.slice(0, -1));
    if (!isPlain(parent)) continue;
    // The name of an entry stays, so that a reference to it is no second error.
    if (isEntry) parent[String(target.at(-1))] = {};
    else delete parent[String(target.at(-1))];
  }
  return copy;
}
