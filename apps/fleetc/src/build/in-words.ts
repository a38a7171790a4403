/** A number with its noun: `1 file`, `2 files`. */
export function inWords(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
