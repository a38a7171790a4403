import {
  createLineIndexes,
  type Diagnostic as Finding,
  type Label,
  type LineIndex,
  type Span,
} from '@fleetc/diagnostics';
import type { Diagnostic, Location, Range } from 'vscode-languageserver';
import type { Check } from './check-text.ts';
import { uriBeside } from './file-uri.ts';

/** The findings of a check by the document that they are in; the fleet file is always among them. */
export function toProtocol(check: Check): Map<string, Diagnostic[]> {
  const locate = createLocator(check);
  const byUri = new Map<string, Diagnostic[]>([[check.uri, []]]);
  for (const finding of check.compilation.diagnostics) {
    const { uri, range } = locate(finding.primary?.span);
    const found = byUri.get(uri) ?? [];
    found.push(toDiagnostic(finding, range, locate));
    byUri.set(uri, found);
  }
  return byUri;
}

type Locate = (span: Span | undefined) => Location;

function toDiagnostic(finding: Finding, range: Range, locate: Locate): Diagnostic {
  const { code, severity, message, why, fix, related } = finding;
  const words = [message, why && `why: ${why}`, fix && `fix: ${fix}`];
  return {
    range,
    severity: severities[severity],
    source: 'fleetc',
    code,
    codeDescription: { href: `https://fleetc.dev/rules/${code}` },
    message: words.filter(Boolean).join('\n'),
    relatedInformation: related.map((label) => toRelated(label, locate)),
  };
}

const severities = { error: 1, warning: 2, info: 3 } as const;

function toRelated({ span, text }: Label, locate: Locate) {
  return { location: locate(span), message: text };
}

/** What has no place stands at the top of the fleet file. */
function createLocator({ uri, compilation: { source, lockSource } }: Check): Locate {
  const texts = [source, ...(lockSource ? [lockSource] : [])];
  const lines = createLineIndexes(new Map(texts.map(({ path, text }) => [path, text])));
  return (span) => {
    if (!span) return { uri, range: toRange(undefined, 0, 0) };
    const { file, start, end } = span;
    const range = toRange(lines(file), start, Math.max(start, end));
    return { uri: file === source.path ? uri : uriBeside(uri, file), range };
  };
}

function toRange(index: LineIndex | undefined, start: number, end: number): Range {
  return { start: toPosition(index, start), end: toPosition(index, end) };
}

function toPosition(index: LineIndex | undefined, offset: number) {
  const { line, column } = index?.position(offset) ?? { line: 1, column: 1 };
  return { line: line - 1, character: column - 1 };
}
