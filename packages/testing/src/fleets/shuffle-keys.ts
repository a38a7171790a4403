/** The same value with the keys of its maps in another order, which `seed` decides; lists stay as they are. */
export function shuffleKeys(value: unknown, seed: number): unknown {
  let state = seed + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const shuffle = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(shuffle);
    if (typeof inner !== 'object' || inner === null) return inner;
    const entries = Object.entries(inner).map(([key, child]) => ({ key, child, rank: next() }));
    entries.sort((a, b) => a.rank - b.rank);
    return Object.fromEntries(entries.map(({ key, child }) => [key, shuffle(child)]));
  };
  return shuffle(value);
}
