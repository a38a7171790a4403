/** Gives a text its identifier, always the same one, as like as possible to `wanted` or else to the text itself. */
export type SafeIds = (text: string, wanted?: string) => string;

/**
 * Makes identifiers of letters, digits and underscores, no two alike. Words of Mermaid, such as `end`, are no danger where
 * every text begins with a kind.
 */
export function createSafeIds(): SafeIds {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  return (text, wanted = text) => {
    let id = ids.get(text);
    if (id === undefined) {
      id = firstFree(wanted.replace(/[^A-Za-z0-9]+/g, '_'), taken);
      ids.set(text, id);
      taken.add(id);
    }
    return id;
  };
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}_${count}`;
  return id;
}
