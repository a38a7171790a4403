import { createLineIndexes, type Diagnostic, summarize } from '@fleetc/diagnostics';

// Argo CD shows all of standard error in one message.
const most = 10;

/** The errors of a fleet, one a line with its place, and how many there are at the end. */
export function describeErrors(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  subject: string,
): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const indexes = createLineIndexes(texts);
  const lines = errors
    .slice(0, most)
    .map((error) => `${placeOf(error, indexes)}${describe(error)}`);
  return [...lines, `fleetc-argocd: ${subject}: ${summarize(errors)}`];
}

function placeOf({ primary }: Diagnostic, indexes: ReturnType<typeof createLineIndexes>): string {
  if (!primary) return '';
  const { file, start } = primary.span;
  const position = indexes(file)?.position(start);
  return position ? `${file}:${position.line}:${position.column}: ` : `${file}: `;
}

function describe({ code, message, fix }: Diagnostic): string {
  return `error[${code}]: ${message}${fix === '' ? '' : `; ${fix.replaceAll(/\s*\n\s*/g, ' ')}`}`;
}
