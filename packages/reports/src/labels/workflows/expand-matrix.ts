import type { Combination } from './evaluate-expression.ts';
import { evaluateText } from './evaluate-text.ts';
import { isList, isMap, isSame, type Located } from './located.ts';

/** One job of a matrix. */
export interface MatrixJob {
  /** Absent when nothing of it is known before the workflow runs. */
  readonly combination?: Combination;
  /** Whether an `exclude` that is only known then may leave it out. */
  readonly mayBeExcluded: boolean;
}

/** The largest matrix that GitHub accepts. */
export const maxCombinations = 256;

/** Every job that a matrix makes, in GitHub's order; `undefined` when they are more than GitHub accepts. */
export function expandMatrix(matrix: Located): readonly MatrixJob[] | undefined {
  const known = evaluateText(matrix, undefined);
  if (!known || !isMap(known.value)) return [unknownJob];
  const axes = [...known.value].filter(([key]) => key !== 'include' && key !== 'exclude');
  const rows = axes.map(([key, axis]) => [key.toLowerCase(), valuesOf(axis)] as const);
  const include = entriesOf(known.value.get('include'));
  const exclude = entriesOf(known.value.get('exclude'));
  const size = rows.reduce((count, [, values]) => count * values.length, 1);
  if (size + (include?.length ?? 0) > maxCombinations) return undefined;
  const product = axes.length === 0 ? [] : multiply(rows);
  const original = product.flatMap((combination) => applyExclude(combination, exclude));
  return applyInclude(original, include, new Set(rows.map(([key]) => key)));
}

const unknownJob: MatrixJob = { mayBeExcluded: false };

type Values = readonly (Located | undefined)[];

// An axis that is an expression has values that nobody knows yet: one stands for all of them.
function valuesOf(axis: Located): Values {
  const known = evaluateText(axis, undefined);
  if (!known || !isList(known.value)) return [undefined];
  return known.value.map((item) => evaluateText(item, undefined));
}

/** The entries of `include` or `exclude`; `undefined` when they are only known when the workflow runs. */
function entriesOf(located: Located | undefined): readonly Combination[] | undefined {
  if (!located) return [];
  const known = evaluateText(located, undefined);
  if (!known || !isList(known.value)) return undefined;
  return known.value.map(
    ({ value }) =>
      new Map(
        [...(isMap(value) ? value : [])].map(([key, item]) => [
          key.toLowerCase(),
          evaluateText(item, undefined),
        ]),
      ),
  );
}

function multiply(rows: readonly (readonly [key: string, values: Values])[]): Combination[] {
  return rows.reduce<Combination[]>(
    (combinations, [key, values]) =>
      combinations.flatMap((one) => values.map((value) => new Map(one).set(key, value))),
    [new Map()],
  );
}

function applyExclude(
  combination: Combination,
  exclude: readonly Combination[] | undefined,
): MatrixJob[] {
  const matches = exclude?.map((entry) => match(entry, combination)) ?? [undefined];
  if (matches.includes(true)) return [];
  return [{ combination, mayBeExcluded: matches.includes(undefined) }];
}

/** Whether every value of an entry is that of the combination; `undefined` when one of them is not known. */
function match(entry: Combination, combination: Combination): boolean | undefined {
  let isKnown = true;
  for (const [key, value] of entry) {
    const own = combination.get(key);
    if (!combination.has(key) || (value && own && !isSame(value, own))) return false;
    isKnown &&= Boolean(value && own);
  }
  return isKnown ? true : undefined;
}

/**
 * Adds what an entry says to every original combination that it does not contradict, and makes a new one out of it where
 * there is none; a new one takes no further entries.
 */
function applyInclude(
  original: readonly MatrixJob[],
  include: readonly Combination[] | undefined,
  axes: ReadonlySet<string>,
): MatrixJob[] {
  const added: MatrixJob[] = include ? [] : [unknownJob];
  let jobs = [...original];
  for (const entry of include ?? []) {
    const onAxes = new Map([...entry].filter(([key]) => axes.has(key)));
    const fits = jobs.map(({ combination }) => match(onAxes, combination!) === true);
    if (!fits.includes(true)) added.push({ combination: entry, mayBeExcluded: false });
    jobs = jobs.map((job, index) =>
      fits[index] ? { ...job, combination: new Map([...job.combination!, ...entry]) } : job,
    );
  }
  return [...jobs, ...added];
}
