/**
 * The anchor that a forge gives to a heading: letters of any script, digits, `-` and `_`; a repeated one gets a number.
 * `taken` counts those of one page.
 */
export function toSlug(text: string, taken: Map<string, number>): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
  const count = taken.get(slug) ?? 0;
  taken.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}
