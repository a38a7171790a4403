/** Clauses for what Handlebars says in its own words, which name its tokens and never the template's author. */
const clauses: readonly [RegExp, (...groups: string[]) => string][] = [
  [/^"(.+)" not defined in/, (name) => `it uses the unknown name "${name}"`],
  [/^Missing decorator: "(.+)"/, (name) => `it uses the unknown name "${name}"`],
  [/^The partial (.+) could not be found/, (name) => `it uses the unknown name "${name}"`],
  [/^(\S+) doesn't match (\S+)/, (open, close) => `it opens "${open}" and closes "${close}"`],
  [/^Parse error[^]*got '(EOF|INVALID)'$/, () => 'it ends before everything in it is closed'],
  [/^Parse error on line (\d+)/, (line) => `its line ${line} is not what Handlebars can read`],
];

/** What is wrong with a template that Handlebars could not render, as one clause. */
export function templateProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  for (const [pattern, clause] of clauses) {
    const match = pattern.exec(message);
    if (match) return clause(...match.slice(1));
  }
  return 'it asks for something that a text does not have';
}
