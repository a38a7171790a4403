// More names than these say less than their number.
const maxNames = 8;

/** Names in double quotes, `"a", "b" and 3 more`. */
export function nameList(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
