import type { Diagnostic } from './diagnostic.ts';
import { createLineIndexes, type LineIndex } from './line-index.ts';
import { toPrintable } from './printable.ts';
import type { RenderHost } from './render-host.ts';
import { toRepositoryPath } from './repository-path.ts';
import type { Severity } from './rule.ts';
import type { Span } from './span.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

// GitHub shows ten annotations of each kind for one step and drops the rest without a word.
const maxPerKind = 10;

/** Workflow commands, which GitHub shows as annotations; what goes beyond its limit is counted in one notice. */
export function renderGitHub(diagnostics: readonly Diagnostic[], host: RenderHost): string {
  const shown = chooseShown(diagnostics);
  const lines = createLineIndexes(host.texts);
  const rows = shown.map((diagnostic) => formatCommand(diagnostic, host, lines));
  const rest = diagnostics.length - shown.length;
  const noun = rest === 1 ? 'finding' : 'findings';
  if (rest > 0) rows.push(`::notice::${rest} more ${noun}; "fleetc check" shows all of them`);
  return rows.map((row) => `${row}\n`).join('');
}

function chooseShown(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const shown = takePerKind(diagnostics, maxPerKind);
  // The notice with the count needs a place among the ten notices.
  return shown.length < diagnostics.length ? takePerKind(diagnostics, maxPerKind - 1) : shown;
}

function takePerKind(diagnostics: readonly Diagnostic[], notices: number): Diagnostic[] {
  const left: Record<Severity, number> = { error: maxPerKind, warning: maxPerKind, info: notices };
  return diagnostics.filter(({ severity }) => left[severity]-- > 0);
}

function formatCommand(
  diagnostic: Diagnostic,
  host: RenderHost,
  lines: (file: string) => LineIndex | undefined,
): string {
  const { severity, code, rule, message, why, fix, primary } = diagnostic;
  const place = primary ? placeOf(primary.span, lines(primary.span.file), host) : [];
  const properties = [...place, ['title', `${code} ${rule}`] as const]
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const words = [message, why && `why: ${why}`, fix && `fix: ${fix}`].filter(Boolean);
  return `::${commands[severity]} ${properties}::${escapeData(words.join('\n'))}`;
}

type Property = readonly [name: string, value: string | number];

function placeOf(span: Span, index: LineIndex | undefined, host: RenderHost): Property[] {
  const file: Property = ['file', toRepositoryPath(span.file, host.rootPrefix)];
  if (!index) return [file];
  const start = index.position(span.start);
  // GitHub's ends are inclusive.
  const end = index.position(Math.max(span.start, span.end - 1));
  const range: Property[] = [file, ['line', start.line], ['endLine', end.line]];
  // The runner drops columns of a range over several lines and logs a complaint.
  if (start.line !== end.line) return range;
  return [...range, ['col', start.column], ['endColumn', end.column]];
}

function escapeData(text: string): string {
  const lines = text.split(/\r?\n/).map(toPrintable).join('\n');
  return lines.replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
