import { textWidth } from './text-width.ts';

/**
 * Breaks a text between words into lines of at most `width` columns; a longer word stands alone on a longer line.
 *
 * Line breaks in the text stay, and a line that fits keeps its spaces. `lead` is the room that is taken on the first line.
 */
export function wrapText(text: string, width: number, lead = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    const taken = lines.length === 0 ? lead : 0;
    if (taken + textWidth(paragraph) <= width) lines.push(paragraph);
    else lines.push(...wrapWords(paragraph, width, taken));
  }
  return lines;
}

function wrapWords(paragraph: string, width: number, taken: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - taken;
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer) <= room) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
    room = width;
  }
  return [...lines, line];
}
