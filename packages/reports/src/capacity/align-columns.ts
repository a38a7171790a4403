/** Lines of a table: the first column to the left, figures to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(([first, ...figures]) =>
    [
      first!.padEnd(widths[0]!),
      ...figures.map((cell, index) => cell.padStart(widths[index + 1]!)),
    ].join('  '),
  );
}

/** Lines of a sum: each figure with the words that it comes from. */
export function alignTerms(terms: readonly (readonly [figure: string, words: string])[]): string[] {
  const width = Math.max(...terms.map(([figure]) => figure.length));
  return terms.map(([figure, words]) => `  ${figure.padStart(width)}  ${words}`);
}
