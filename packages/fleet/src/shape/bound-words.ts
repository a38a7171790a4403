import type { z } from 'zod';

type RangeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

/** A limit in words, with the verb that it goes with: a number must `be` "at least 0", a list must `have` "at least 1 entry". */
export interface Bound {
  readonly verb: 'be' | 'have';
  readonly bound: string;
}

const units: Readonly<Record<string, readonly [one: string, several: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

/** The limit that a value breaks. */
export function boundOf(issue: RangeIssue): Bound {
  const [limit, amount] = limitOf(issue);
  const unit = units[issue.origin];
  if (!unit) return { verb: 'be', bound: `${limit} ${amount}` };
  return { verb: 'have', bound: `${limit} ${amount} ${unit[Number(amount) === 1 ? 0 : 1]}` };
}

function limitOf(issue: RangeIssue): readonly [string, number | bigint] {
  if (issue.code === 'too_small') {
    return [issue.inclusive ? 'at least' : 'more than', issue.minimum];
  }
  return [issue.inclusive ? 'at most' : 'less than', issue.maximum];
}
