import { createDiagnostic, type Diagnostic, hasErrors } from './diagnostic.ts';
import { ignoredError, ignoreWithoutReason, unusedIgnore } from './ignore-rules.ts';
import { createLineIndex, createLineIndexes, type LineIndex } from './line-index.ts';
import type { Span } from './span.ts';

/** One `# fleetc-ignore CODE: reason`. */
interface IgnoreComment {
  readonly span: Span;
  /** Empty when the comment names none. */
  readonly code: string;
  readonly reason: string;
  /** The line below the block of comments that this one stands in. */
  readonly target: number;
}

const word = 'fleetc-ignore';

/**
 * Drops the warnings and infos that a comment on the line above silences, and adds what is wrong with such comments.
 *
 * A comment line is one whose first character other than blanks is `#`; several may stand above one line. An error stays
 * whatever a comment says. While there are errors no comment is called unused, because later stages have not looked yet.
 * What stays keeps its order; what is added comes after it.
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): Diagnostic[] {
  const comments = [...texts].flatMap(([file, text]) => findComments(file, text));
  if (comments.length === 0) return [...diagnostics];
  const findings = groupByLine(diagnostics, texts);
  const silenced = new Set<Diagnostic>();
  const added: Diagnostic[] = [];
  const mayBeUnused = !hasErrors(diagnostics);
  for (const comment of comments) {
    const below = findings.get(lineKey(comment.span.file, comment.target)) ?? [];
    const aimedAt = below.filter(({ code }) => code === comment.code);
    const rule = complaintAbout(comment, aimedAt, mayBeUnused);
    if (rule) added.push(createDiagnostic(rule, { code: comment.code }, { span: comment.span }));
    if (comment.reason === '') continue;
    for (const finding of aimedAt) if (finding.severity !== 'error') silenced.add(finding);
  }
  return [...diagnostics.filter((diagnostic) => !silenced.has(diagnostic)), ...added];
}

function complaintAbout(
  { reason }: IgnoreComment,
  aimedAt: readonly Diagnostic[],
  mayBeUnused: boolean,
): typeof unusedIgnore | undefined {
  if (reason === '') return ignoreWithoutReason;
  if (hasErrors(aimedAt)) return ignoredError;
  return mayBeUnused && aimedAt.length === 0 ? unusedIgnore : undefined;
}

function findComments(file: string, text: string): IgnoreComment[] {
  let at = text.indexOf(word);
  if (at < 0) return [];
  const index = createLineIndex(text);
  const comments: IgnoreComment[] = [];
  while (at >= 0) {
    const { line } = index.position(at);
    // A line of a block of comments that was followed to its end already is aimed where the others are.
    const known = comments.at(-1)?.target ?? 0;
    const comment = readComment(file, index, line, Math.max(line + 1, known));
    if (comment) comments.push(comment);
    at = text.indexOf(word, index.lineStart(line + 1));
  }
  return comments;
}

function readComment(
  file: string,
  index: LineIndex,
  line: number,
  nextLine: number,
): IgnoreComment | undefined {
  const text = index.lineText(line).trimEnd();
  const match = /^([ \t]*)#[ \t]*fleetc-ignore(?![^\s:])\s*([^\s:]*)\s*(.*)$/s.exec(text);
  if (!match) return undefined;
  const [, indent, code, rest] = match as unknown as [string, string, string, string];
  const lineStart = index.lineStart(line);
  let target = nextLine;
  while (/^[ \t]*#/.test(index.lineText(target))) target++;
  return {
    span: { file, start: lineStart + indent.length, end: lineStart + text.length },
    code,
    reason: rest.startsWith(':') ? rest.slice(1).trim() : '',
    target,
  };
}

/** Findings by file and first line. */
function groupByLine(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): Map<string, Diagnostic[]> {
  const lines = createLineIndexes(texts);
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const span = diagnostic.primary?.span;
    const index = span && lines(span.file);
    if (!index) continue;
    const key = lineKey(span.file, index.position(span.start).line);
    const group = groups.get(key);
    if (group) group.push(diagnostic);
    else groups.set(key, [diagnostic]);
  }
  return groups;
}

function lineKey(file: string, line: number): string {
  return `${line} ${file}`;
}
