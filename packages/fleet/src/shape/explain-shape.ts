import {
  createDiagnostic,
  type Diagnostic,
  nearest,
  type Path,
  type Rule,
  type Span,
} from '@fleetc/diagnostics';
import type { z } from 'zod';
import { alternativeNames } from '../exclusive.ts';
import {
  badFormat,
  exclusiveKeys,
  missingKey,
  noneOfKeys,
  notAllowed,
  outOfRange,
  unknownKey,
  wrongType,
} from '../rules/shape/shape-rules.ts';
import { fleetSchema, poolSchema } from '../schema/fleet.schema.ts';
import type { ExclusiveIssue } from '../schema/strict-map.ts';
import { boundOf } from './bound-words.ts';
import { describeKey, describePlace } from './describe-place.ts';
import { describeValue, expectedWords } from './describe-value.ts';
import { exampleMap } from './example-map.ts';
import { knownKeys } from './known-keys.ts';

/** One way in which a value breaks the schema, with the place to take out so that the rest can be read on. */
export interface ShapeIssue {
  readonly diagnostic: Diagnostic;
  /** The offending node itself; for a missing key, the map that lacks it. */
  readonly path: Path;
  /** Whether something is absent that a later layer may still give. */
  readonly absent: boolean;
}

type Locate = (path: Path, part?: 'key' | 'value') => Span;

interface Context {
  readonly root: unknown;
  readonly base: Path;
  readonly locate: Locate;
  readonly schema: z.ZodType;
}

/** Says in the user's words what breaks the schema of a whole file, `most` times at the most. */
export function explainFleetShape(
  value: unknown,
  locate: Locate,
  most = Number.POSITIVE_INFINITY,
): ShapeIssue[] {
  return explain({ root: value, base: [], locate, schema: fleetSchema }, most);
}

/** The same for a pool after merging, whose place is `base`. */
export function explainPoolShape(value: unknown, base: Path, locate: Locate): ShapeIssue[] {
  return explain({ root: value, base, locate, schema: poolSchema });
}

function explain(context: Context, most = Number.POSITIVE_INFINITY): ShapeIssue[] {
  const result = context.schema.safeParse(context.root);
  const found: ShapeIssue[] = [];
  for (const issue of result.error?.issues ?? []) {
    found.push(...explainIssue(context, withFewerKeys(issue, most), []));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

function withFewerKeys(issue: z.core.$ZodIssue, most: number): z.core.$ZodIssue {
  return issue.code === 'unrecognized_keys' ? { ...issue, keys: issue.keys.slice(0, most) } : issue;
}

function explainIssue(context: Context, issue: z.core.$ZodIssue, above: Path): ShapeIssue[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknownKey(context, [...path, key]));
    case 'invalid_union':
      return explainUnion(context, issue, path);
    case 'invalid_key':
      return [
        report(
          context,
          badFormat,
          { expected: issue.issues[0]?.message ?? 'a valid key' },
          path,
          'key',
        ),
      ];
    case 'custom':
      return [explainExclusive(context, issue.params as unknown as ExclusiveIssue, path)];
    case 'invalid_type':
      return [explainType(context, issue.expected, path)];
    case 'invalid_value':
      return [explainValue(context, issue.values, path)];
    case 'too_small':
    case 'too_big':
      return [explainRange(context, issue, path)];
    default:
      return [report(context, badFormat, { expected: issue.message }, path)];
  }
}

function report<P>(
  { base, locate }: Context,
  rule: Rule<P & { readonly subject: string }>,
  params: P,
  path: Path,
  part: 'key' | 'value' = 'value',
): ShapeIssue {
  const full = [...base, ...path];
  const subject = part === 'key' ? describeKey(full) : describePlace(full);
  const place = { span: locate(full, part), path: full };
  const diagnostic = createDiagnostic(rule, { ...params, subject }, place);
  return { diagnostic, path: full, absent: false };
}

function explainUnknownKey(context: Context, path: Path): ShapeIssue {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const known = knownKeys(context.schema, parent, context.root);
  const inside = describePlace([...context.base, ...parent]);
  const params = { key, inside, suggestion: nearest(key, known), known };
  return report(context, unknownKey, params, path, 'key');
}

function explainType(context: Context, expected: string, path: Path): ShapeIssue {
  const value = at(context.root, path);
  if (value !== undefined) {
    const words = expectedWords(expected);
    const example = words === 'a map' ? exampleMap(context.schema, path, context.root) : undefined;
    const params = { expected: words, got: describeValue(value), example };
    return report(context, wrongType, params, path);
  }
  const parent = path.slice(0, -1);
  const inside = describePlace([...context.base, ...parent]);
  const issue = report(context, missingKey, { key: String(path.at(-1)), inside }, parent, 'key');
  const diagnostic = { ...issue.diagnostic, path: [...context.base, ...path] };
  return { ...issue, diagnostic, absent: true };
}

function explainValue(context: Context, values: readonly unknown[], path: Path): ShapeIssue {
  const value = at(context.root, path);
  if (value === undefined) return explainType(context, 'string', path);
  const allowed = values.map(String);
  const suggestion = typeof value === 'string' ? nearest(value, allowed) : undefined;
  return report(context, notAllowed, { allowed, suggestion }, path);
}

function explainRange(
  context: Context,
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  path: Path,
): ShapeIssue {
  if (issue.origin === 'string' && issue.code === 'too_big') {
    return report(context, badFormat, { expected: issue.message }, path);
  }
  return report(context, outOfRange, boundOf(issue), path);
}

function explainExclusive(context: Context, issue: ExclusiveIssue, path: Path): ShapeIssue {
  const { exclusive: group, chosen } = issue;
  const inside = describePlace([...context.base, ...path]);
  if (chosen.length > 1) return explainChosen(context, issue, path);
  const names = alternativeNames(group);
  const keys = chosen.length === 1 ? names.slice(0, 1) : names;
  const found = report(context, noneOfKeys, { keys, inside, reason: group.why }, path, 'key');
  return { ...found, absent: true };
}

// The one that was written last is the mistake; the others are shown beside it.
function explainChosen(context: Context, issue: ExclusiveIssue, path: Path): ShapeIssue {
  const { base, locate } = context;
  const given = issue.chosen
    .map((key) => ({ key, span: locate([...base, ...path, key], 'key') }))
    .sort((a, b) => a.span.start - b.span.start);
  const keys = given.map(({ key }) => key);
  const params = { keys, inside: describePlace([...base, ...path]), reason: issue.exclusive.why };
  const found = report(context, exclusiveKeys, params, [...path, keys.at(-1)!], 'key');
  const related = given.slice(0, -1).map(({ span }) => ({ span, text: 'given here' }));
  return { ...found, diagnostic: { ...found.diagnostic, related } };
}

/** Of a union, the branch that the user meant is the one of the same type; the others would only be noise. */
function explainUnion(
  context: Context,
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
): ShapeIssue[] {
  const value = at(context.root, path);
  if (value === undefined) return [explainType(context, 'string', path)];
  // No branch has the discriminator's value, so the branches' names are what is allowed.
  if (issue.errors.length === 0) return [explainValue(context, branchNames(issue), path)];
  const meant = issue.errors.find((errors) => !errors.some((error) => isOfOtherType(error, value)));
  if (meant) return meant.flatMap((inner) => explainIssue(context, inner, path));
  const expected = issue.errors.flatMap((errors) => errors.filter(isOfRoot).map(rootWords));
  const words = { expected: [...new Set(expected)].join(' or '), got: describeValue(value) };
  return [report(context, wrongType, words, path)];
}

function branchNames(issue: z.core.$ZodIssueInvalidUnion): readonly unknown[] {
  return 'options' in issue ? (issue.options as readonly unknown[]) : [];
}

// Words that are allowed are no type: a number in their place is a wrong word, a map is not.
function isOfOtherType(issue: z.core.$ZodIssue, value: unknown): boolean {
  if (!isOfRoot(issue)) return false;
  return issue.code === 'invalid_type' || (typeof value === 'object' && value !== null);
}

function isOfRoot({ path, code }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function rootWords(issue: z.core.$ZodIssue): string {
  const { expected = 'string' } = issue as Partial<z.core.$ZodIssueInvalidType>;
  return expectedWords(expected);
}

function at(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}
