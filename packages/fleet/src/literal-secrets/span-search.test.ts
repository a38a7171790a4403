import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchSpans } from './span-search.ts';

const range = fc
  .tuple(fc.integer({ min: -1, max: 30 }), fc.integer({ min: -1, max: 30 }))
  .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));

it('answers as a look at every place would', () => {
  fc.assert(
    fc.property(fc.array(range), range, (spans, asked) => {
      const { start, end } = asked;
      const search = searchSpans(spans);
      const holding = spans.filter((span) => span.start <= start && end <= span.end);
      const beginning = spans.filter((span) => start <= span.start && span.start <= end);
      expect({
        covers: search.covers(asked),
        beginsIn: search.beginsIn(asked),
        liesIn: search.liesIn(asked),
      }).toEqual({
        covers: holding.length > 0,
        beginsIn: beginning.length > 0,
        liesIn: beginning.some((span) => span.end <= end),
      });
    }),
  );
});
