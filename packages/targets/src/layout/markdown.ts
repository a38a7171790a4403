/** Text as code, whatever it holds. */
export function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text.replaceAll(/\s+/g, ' ')}${pad}${fence}`;
}

/** Words of people as text, without a meaning in Markdown. */
export function plainText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`);
}

/** Markdown as one row of a table. */
export function tableRow(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

/** Commands as a block of code for a shell. */
export function shellBlock(commands: readonly string[]): string {
  return ['```sh', ...commands, '```'].join('\n');
}

/** A list item; goes on in the next line where it would grow wider than a page of text. */
export function listItem(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = `${indent}-`;
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > widest && line.trim() !== '-') {
      lines.push(line);
      line = `${indent} `;
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** `a, b and c`; of many only the first few, and how many more. */
export function enumerate(words: readonly string[], most = 5): string {
  const shown = words.length > most ? words.slice(0, most - 1) : words;
  const rest = words.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ');
}

const widest = 100;
