import { createDiagnostic, type Diagnostic, type Span } from '@fleetc/diagnostics';
import { parseEvents, constructFromEvents } from 'js-yaml';
import { parseDocument, type YAMLParseError } from 'yaml';
import { tabIndentation, unknownTag, yamlLimit, yamlSyntax } from '../rules/text/text-rules.ts';
import type { Source } from '../source.ts';

/**
 * The one reason why a text is no YAML. Only the first mistake is told: what a parser says after it is mostly echo.
 */
export function explainSyntax(
  source: Source,
  limits: { readonly depth: number; readonly aliases: number },
): Diagnostic {
  const tab = findTabIndentation(source);
  const fast = fastReason(source.text, limits);
  if (/nesting|depth|aliases/i.test(fast.reason)) {
    return createDiagnostic(
      yamlLimit,
      { limit: limitName(fast.reason, limits) },
      at(source, fast.position),
    );
  }
  const tag = /unknown \w+ tag !<(?:tag:yaml\.org,2002:)?([^>]*)>/.exec(fast.reason);
  if (tag) return createDiagnostic(unknownTag, { tag: tag[1]! }, at(source, fast.position));
  if (tab && tab.start <= fast.position + 1)
    return createDiagnostic(tabIndentation, {}, { span: tab });
  const slow = slowReason(source.text);
  const problem = slow?.problem ?? fast.reason;
  return createDiagnostic(yamlSyntax, { problem }, at(source, slow?.position ?? fast.position));
}

interface Reason {
  readonly reason: string;
  readonly position: number;
}

function fastReason(text: string, limits: { depth: number; aliases: number }): Reason {
  try {
    const events = parseEvents(text, { maxDepth: limits.depth });
    constructFromEvents(events, { source: text, maxAliases: limits.aliases, json: true });
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position: number } };
    return { reason: reason ?? String(error), position: mark?.position ?? 0 };
  }
  return { reason: 'the text cannot be read', position: 0 };
}

function slowReason(text: string): { problem: string; position: number } | undefined {
  let error: YAMLParseError | undefined;
  try {
    error = parseDocument(text, { prettyErrors: false, uniqueKeys: false }).errors[0];
  } catch {
    return undefined;
  }
  if (!error) return undefined;
  const sentence = error.message.split('\n')[0]!.replace(/[.:]+$/, '');
  return { problem: sentence[0]!.toLowerCase() + sentence.slice(1), position: error.pos[0] };
}

function limitName(reason: string, limits: { depth: number; aliases: number }): string {
  return /alias/i.test(reason) ? `${limits.aliases} aliases` : `${limits.depth} levels of nesting`;
}

function findTabIndentation(source: Source): Span | undefined {
  const match = /^( *)\t[ \t]*[^\s#]/m.exec(source.text);
  if (!match) return undefined;
  const start = match.index + match[1]!.length;
  return { file: source.path, start, end: start + 1 };
}

// The parser's place is a point; a marker of one character shows it, also at the very end of the text.
function at(source: Source, position: number): { span: Span } {
  const start = Math.max(0, Math.min(position, source.text.length - 1));
  return { span: { file: source.path, start, end: Math.min(start + 1, source.text.length) } };
}
