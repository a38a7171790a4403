import { expect, it } from 'vitest';
import type { z } from 'zod';
import { boundOf } from './bound-words.ts';

const small = (origin: 'array' | 'string' | 'number', minimum: number, inclusive = true) =>
  boundOf({ code: 'too_small', origin, minimum, inclusive } as z.core.$ZodIssueTooSmall);
const big = (origin: 'array' | 'string' | 'number', maximum: number, inclusive = true) =>
  boundOf({ code: 'too_big', origin, maximum, inclusive } as z.core.$ZodIssueTooBig);

it('says what a number must be and how much a list or a text must have', () => {
  expect([
    small('array', 1),
    small('array', 2),
    small('string', 1),
    big('array', 0),
    big('string', 5),
    small('number', 0, false),
    big('number', 1, false),
  ]).toEqual([
    { verb: 'have', bound: 'at least 1 entry' },
    { verb: 'have', bound: 'at least 2 entries' },
    { verb: 'have', bound: 'at least 1 character' },
    { verb: 'have', bound: 'at most 0 entries' },
    { verb: 'have', bound: 'at most 5 characters' },
    { verb: 'be', bound: 'more than 0' },
    { verb: 'be', bound: 'less than 1' },
  ]);
});
