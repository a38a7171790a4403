import type { Diagnostic } from './diagnostic.ts';
import { createLineIndexes, type LineIndex } from './line-index.ts';
import type { RenderHost } from './render-host.ts';
import { formatPath, type Label } from './span.ts';
import { countFindings } from './summary.ts';

/**
 * For programs. Every key is always there, `null` where a finding has no such thing; lines and columns count from 1, `end`
 * is exclusive. A change that removes or redefines a key raises `version`.
 */
export function renderJson(diagnostics: readonly Diagnostic[], host: RenderHost): string {
  const lines = createLineIndexes(host.texts);
  const report = {
    version: 1,
    diagnostics: diagnostics.map((diagnostic) => toEntry(diagnostic, lines)),
    summary: countFindings(diagnostics),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

type Lines = (file: string) => LineIndex | undefined;

function toEntry(diagnostic: Diagnostic, lines: Lines): object {
  const { code, rule, severity, message, why, fix, primary, path, related } = diagnostic;
  return {
    code,
    rule,
    severity,
    message,
    why,
    fix,
    ...(primary ? toRange(primary, lines) : { file: null, start: null, end: null }),
    path: path ? formatPath(path) : null,
    related: related.map((label) => ({ text: label.text, ...toRange(label, lines) })),
  };
}

function toRange({ span: { file, start, end } }: Label, lines: Lines): object {
  const index = lines(file);
  const point = (offset: number) => ({
    offset,
    line: index?.position(offset).line ?? null,
    column: index?.position(offset).column ?? null,
  });
  return { file, start: point(start), end: point(end) };
}
