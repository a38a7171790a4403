import { createDiagnostic, type Diagnostic, type Span } from '@fleetc/diagnostics';
import { constructFromEvents, parseEvents } from 'js-yaml';
import { tabIndentation, unknownTag, yamlSyntax } from '../rules/text/text-rules.ts';
import type { Limits } from '../limits.ts';
import type { Source } from '../source.ts';
import { reportLimit } from './report-limit.ts';
import { findSyntaxProblem, type ParserError } from './syntax-problem.ts';

/** Characters up to which the slow parser is asked. It takes a thousand times as long as the fast one on some texts. */
const largestExplained = 1024 * 1024;

/**
 * The one reason why a text is no YAML. Only the first mistake is told: what a parser says after it is mostly echo.
 */
export function explainSyntax(source: Source, limits: Limits): Diagnostic {
  const { text } = source;
  const fast = readFast(text, limits);
  if (/^nesting exceeded|^aliases exceeded/.test(fast.reason)) {
    const name = fast.reason.startsWith('aliases') ? 'aliases' : 'depth';
    return reportLimit(name, limits, at(source, fast.position).span);
  }
  const tag = /^unknown \w+ tag !<(?:tag:yaml\.org,2002:)?(.*)>$/.exec(fast.reason);
  if (tag) {
    const written = /[^\s,[\]{}]+/y;
    written.lastIndex = fast.position;
    return createDiagnostic(
      unknownTag,
      { tag: tag[1]! },
      at(source, fast.position, written.exec(text)?.[0]),
    );
  }
  const tab = findTabIndentation(text, fast.position);
  if (tab !== undefined) return createDiagnostic(tabIndentation, {}, at(source, tab));
  const { problem, start } =
    text.length > largestExplained
      ? { problem: fast.reason, start: fast.position }
      : findSyntaxProblem(text, fast);
  return createDiagnostic(yamlSyntax, { problem }, at(source, start));
}

function readFast(text: string, limits: Limits): ParserError {
  try {
    const events = parseEvents(text, { maxDepth: limits.depth });
    constructFromEvents(events, { source: text, maxAliases: limits.aliases, json: true });
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position: number } };
    return { reason: reason ?? String(error), position: mark?.position ?? 0 };
  }
  return { reason: 'the text cannot be read', position: 0 };
}

/** The tab before the first word of the line at `position`, which is where a parser stumbles over it. */
function findTabIndentation(text: string, position: number): number | undefined {
  const indent = /( *)\t[ \t]*[^\s#]/y;
  indent.lastIndex = text.lastIndexOf('\n', position - 1) + 1;
  const start = indent.lastIndex;
  const spaces = indent.exec(text)?.[1];
  return spaces === undefined ? undefined : start + spaces.length;
}

// A marker of one character shows the place, also at the very end of the text.
function at({ path, text }: Source, position: number, marked = ' '): { span: Span } {
  const start = Math.max(0, Math.min(position, text.length - 1));
  return { span: { file: path, start, end: Math.min(start + marked.length, text.length) } };
}
