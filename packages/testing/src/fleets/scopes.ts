import fc from 'fast-check';
import { one, type Plain, some } from './plain.ts';
import { someText, word } from './words.ts';

/** A scope without its credential; an App can serve none at an enterprise. */
export const scopeFields: fc.Arbitrary<Plain> = one(
  some({ organization: word, runnerGroup: someText }, 'organization'),
  fc.tuple(word, word).map(([owner, name]) => ({ repository: `${owner}/${name}` })),
  some({ enterprise: word, runnerGroup: someText }, 'enterprise'),
);
