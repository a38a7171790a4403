/** A font by what its width depends on. */
export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly isBold: boolean;
}

/**
 * An estimate of the width in pixels. A picture is drawn with whatever sans-serif its viewer has, so the classes lie
 * above Arial and Segoe UI, and under DejaVu Sans by no more than the padding of a box.
 */
export function measureText(text: string, { size, isBold }: Font): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size * (isBold ? 1.15 : 1);
}

/** The text, cut with an ellipsis where it is wider than `width`. */
export function fitText(text: string, width: number, font: Font): string {
  if (measureText(text, font) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && measureText(`${characters.join('')}…`, font) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** In parts of the font size. */
function widthOf(character: string): number {
  return classes.find(([pattern]) => pattern.test(character))?.[1] ?? 0.6;
}

const classes: readonly (readonly [RegExp, number])[] = [
  [/\p{Mn}/u, 0],
  [/[ijlI.,:;'|!`]/, 0.3],
  [/[frt()[\]/\\\- ]/, 0.36],
  [/[csvxyzkJL?"*_]/, 0.54],
  [/[mMwW@%#+<=>~—…]/, 0.88],
  [/\p{Lu}/u, 0.72],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}]/u, 1],
];
