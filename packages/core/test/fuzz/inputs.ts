import fc from 'fast-check';
import { seeds } from './corpus.ts';
import { type Edit, mutate, mutationKinds } from './mutations.ts';
import { openings, words } from './words.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

const edit = fc
  .record({
    kind: fc.constantFrom(...mutationKinds),
    from: share,
    to: share,
    count: fc.oneof({ weight: 9, arbitrary: fc.nat(90) }, fc.nat(5000)),
    word: fc.constantFrom(...words),
    opening: fc.constantFrom(...openings),
    other: fc.nat(seeds.length - 1),
  })
  .map(({ opening, other, word, ...rest }): Edit => ({
    ...rest,
    word: rest.kind === 'nest' ? opening : word,
    other: seeds[other]!,
  }));

/** Files of the corpus with one to six changes each. */
export const mutatedFiles: fc.Arbitrary<Buffer> = fc
  .record({
    seed: fc.nat(seeds.length - 1),
    edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
  })
  .map(({ seed, edits }) => mutate(seeds[seed]!, edits));
