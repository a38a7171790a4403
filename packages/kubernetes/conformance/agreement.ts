import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Validator } from '../src/validate-object.ts';
import { sampleEachField, valuesOf } from '../test/samples.ts';

/** Ours and theirs, about the same schema of this repository. */
export interface Sides {
  readonly id: string;
  readonly validate: Validator;
  readonly accepts: ValidateFunction;
}

/** Holds that a value with each field in turn, valid by our schema, is valid by both validators. */
export function agreeOnEachField({ id, validate, accepts }: Sides): void {
  const refused = [];
  for (const { path, value } of sampleEachField(id)) {
    const ours = validate(value);
    const theirs = accepts(value) ? [] : accepts.errors;
    if (ours.length > 0 || theirs!.length > 0) refused.push({ path, ours, theirs });
  }
  expect(refused).toEqual([]);
}

/** Holds the same of values at random: 300, the same in each run. */
export function agreeOnAnything({ id, validate, accepts }: Sides): void {
  const property = fc.property(valuesOf(id), (value) => {
    expect(validate(value)).toEqual([]);
    expect(accepts(value) ? [] : accepts.errors).toEqual([]);
  });
  fc.assert(property, { seed: 1, numRuns: 300 });
}
