import fc from 'fast-check';

type Place = { readonly parent: Record<string | number, unknown>; readonly key: string | number };

const strangers = [null, true, -1, 1.5, 10 ** 12, '', 'x y', 'a,b/c', [], {}, [{}], { a: 1 }];

/** Copies of a value with one thing in it replaced, removed or added; now and then the result is still valid. */
export function breakages(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .record({
      place: fc.nat(),
      change: fc.oneof(
        fc.constantFrom(...strangers).map((stranger) => ({ stranger })),
        fc.constantFrom('remove' as const, 'add' as const, 'repeat' as const),
      ),
    })
    .map(({ place, change }) => {
      const copy = { root: JSON.parse(JSON.stringify(value)) as unknown };
      const places = placesOf(copy, 'root');
      apply(places[place % places.length]!, change);
      return copy.root;
    });
}

function apply(
  { parent, key }: Place,
  change: 'remove' | 'add' | 'repeat' | { stranger: unknown },
): void {
  const inner = parent[key];
  if (typeof change === 'object') parent[key] = change.stranger;
  else if (change === 'remove' && !Array.isArray(parent)) delete parent[key];
  else if (change === 'repeat' && Array.isArray(inner)) inner.push(...inner);
  else if (typeof inner === 'object' && inner !== null) Object.assign(inner, { stranger: 1 });
}

function placesOf(parent: object, key: string | number): Place[] {
  const own = { parent: parent as Place['parent'], key };
  const inner = own.parent[key];
  if (typeof inner !== 'object' || inner === null) return [own];
  return [own, ...Object.keys(inner).flatMap((next) => placesOf(inner, next))];
}
