import fc from 'fast-check';

/** How a text is written that a random fleet stands in. */
export interface Style {
  readonly indent: number;
  readonly lineBreak: string;
  /** Decides everything else, over and over. */
  readonly choices: readonly number[];
}

export const styles: fc.Arbitrary<Style> = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  choices: fc.array(fc.nat(1000), { minLength: 31, maxLength: 31 }),
});

/**
 * A fleet as text in a layout that nobody likes, with comments of which each names its place: `# above PATH`,
 * `# beside PATH` and, below the last key of a map, `# end PATH`.
 */
export function writeNoted(fleet: object, { indent, lineBreak, choices }: Style): string {
  let turn = 0;
  const isDue = (times: number) => choices[turn++ % choices.length]! % times === 0;
  const blanks = () => ' '.repeat(isDue(3) ? 3 : 1);
  const lines = isDue(2) ? ['# the head', '', ...writeMap(fleet, 0, [])] : writeMap(fleet, 0, []);
  return lines.join(lineBreak) + (isDue(2) ? lineBreak : '');

  function writeMap(map: object, column: number, path: readonly string[]): string[] {
    const pad = ' '.repeat(column);
    const entries = Object.entries(map).flatMap(([key, value]) => {
      const inner = [...path, key];
      const [first, ...others] = writeValue(`${writeScalar(key)}:`, value, column, inner);
      const above = isDue(4) ? [`${isDue(5) ? '' : pad}# above ${inner.join(' ')}`] : [];
      return [...(isDue(5) ? ['', ''] : []), ...above, pad + first!, ...others];
    });
    return isDue(4) && column > 0 ? [...entries, `${pad}# end ${path.join(' ')}`] : entries;
  }

  function writeValue(
    head: string,
    value: unknown,
    column: number,
    path: readonly string[] | undefined,
  ): string[] {
    const beside = path && isDue(4) ? `${blanks()}# beside ${path.join(' ')}` : '';
    const isInLines = typeof value === 'object' && value !== null && !isDue(5);
    if (isInLines && Object.keys(value).length > 0) {
      const deeper = column + indent;
      if (Array.isArray(value)) return [head + beside, ...writeList(value, column)];
      return [head + beside, ...writeMap(value, deeper, path ?? ['-'])];
    }
    if (
      typeof value === 'string' &&
      /^[a-z].*\n.*[a-z]/s.test(value) &&
      !/[\t\r]| \n/.test(value)
    ) {
      const text = value.replace(/\n$/, '').split('\n');
      const mark = value.endsWith('\n') ? '|' : '|-';
      return [`${head} ${mark}${beside}`, ...text.map((line) => ' '.repeat(column + 7) + line)];
    }
    return [head + blanks() + writeFlow(value) + beside];
  }

  function writeList(list: readonly unknown[], column: number): string[] {
    const deeper = column + (isDue(2) ? indent : 0);
    return list.flatMap((item) => {
      const [first, ...others] = writeValue('-', item, deeper, undefined);
      return [' '.repeat(deeper) + first!, ...others];
    });
  }

  function writeFlow(value: unknown): string {
    const gap = isDue(2) ? ' ' : '';
    if (Array.isArray(value)) return `[${gap}${value.map(writeFlow).join(`,${gap}`)}${gap}]`;
    if (typeof value !== 'object' || value === null) return writeScalar(value);
    const entries = Object.entries(value).map(([key, child]) => {
      return `${writeScalar(key)}:${blanks()}${writeFlow(child)}`;
    });
    return `{${gap}${entries.join(`,${gap}`)}${gap}}`;
  }

  function writeScalar(value: unknown): string {
    const text = JSON.stringify(value);
    if (typeof value !== 'string') return text;
    const isPlain = /^[A-Za-z_$][\w./-]*$/.test(value) && !/^(?:true|false|null)$/i.test(value);
    if (isPlain && !isDue(4)) return value;
    return isDue(2) && /^[\w .:/{}#-]+$/.test(value) ? `'${value}'` : text;
  }
}
