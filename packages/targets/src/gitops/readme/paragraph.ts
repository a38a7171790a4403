/** Words as lines of a paragraph, none wider than a page of text unless a word is. */
export function paragraph(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > widest && line !== '') lines.push(line);
    line = longer.length > widest && line !== '' ? word : longer;
  }
  return [...lines, line].join('\n');
}

const widest = 100;
