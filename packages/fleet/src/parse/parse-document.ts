import { createDiagnostic, type Diagnostic, type Path, type Result } from '@fleetc/diagnostics';
import { constructFromEvents, type Event, EVENT_DOCUMENT, parseEvents } from 'js-yaml';
import {
  duplicateKey,
  emptyDocument,
  mergeKey,
  notFinite,
  reservedKey,
  severalDocuments,
  yamlLimit,
  yamlSyntax,
} from '../rules/text/text-rules.ts';
import type { Source } from '../source.ts';
import { findAliasKnot } from './check-aliases.ts';
import type { Document } from './document.ts';
import { findSecondDocument } from './find-second-document.ts';
import { indexSpans, type SpanIndex, toSpan } from './span-index.ts';

/**
 * Deepest nesting, most aliases and most values that aliases stand for in one file; beyond them the reader stops with
 * FLC1013.
 */
export const limits = { depth: 64, aliases: 100, aliasedValues: 100_000 } as const;

/**
 * Reads YAML text. A fast parser of events gives the value; places are worked out from the same events only when somebody
 * asks. The slower parser with the better messages is loaded when the text is broken.
 */
export async function parseDocument(source: Source): Promise<Result<Document>> {
  const events = readEvents(source.text);
  if (!events) return explain(source);
  const index = lazy(() => indexSpans(events, source.text));
  const documents = events.filter((event) => event.type === EVENT_DOCUMENT).length;
  if (documents === 0) return failure(createDiagnostic(emptyDocument, {}, atStart(source)));
  if (documents > 1) return failure(reportSecondDocument(source, documents));
  const knot = reportAliasKnot(source, events);
  if (knot) return failure(knot);
  const duplicates = { found: false };
  const values = construct(events, source.text, duplicates);
  if (!values) return explain(source);
  const document: Document = {
    source,
    value: values[0],
    span: (path, part = 'value') => toSpan(source.path, index().find(path, part)),
  };
  if (document.value === null) return failure(createDiagnostic(emptyDocument, {}, atStart(source)));
  const diagnostics = [
    ...(duplicates.found ? reportDuplicates(source, index()) : []),
    ...reportOddValues(document),
  ];
  return { value: document, diagnostics };
}

function readEvents(text: string): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: limits.depth });
  } catch {
    return undefined;
  }
}

function construct(
  events: readonly Event[],
  text: string,
  duplicates: { found: boolean },
): unknown[] | undefined {
  const options = { source: text, maxAliases: limits.aliases };
  try {
    return constructFromEvents([...events], options);
  } catch (error) {
    if (!String(error).includes('duplicated mapping key')) return undefined;
  }
  duplicates.found = true;
  try {
    return constructFromEvents([...events], { ...options, json: true });
  } catch {
    return undefined;
  }
}

async function explain(source: Source): Promise<Result<Document>> {
  const { explainSyntax } = await import('./explain-syntax.ts');
  return failure(explainSyntax(source, limits));
}

function failure(diagnostic: Diagnostic): Result<Document> {
  return { diagnostics: [diagnostic] };
}

function atStart(source: Source) {
  return { span: { file: source.path, start: 0, end: 0 } };
}

function reportAliasKnot(source: Source, events: readonly Event[]): Diagnostic | undefined {
  const knot = findAliasKnot(events, source.text, limits.aliasedValues);
  if (!knot) return undefined;
  const place = { span: toSpan(source.path, knot) };
  if (knot.kind === 'large') {
    const limit = `aliases that stand for ${limits.aliasedValues} values`;
    return createDiagnostic(yamlLimit, { limit }, place);
  }
  const problem = 'this alias stands inside of the value that it names';
  return createDiagnostic(yamlSyntax, { problem }, place);
}

function reportSecondDocument(source: Source, count: number): Diagnostic {
  const span = toSpan(source.path, findSecondDocument(source.text));
  return createDiagnostic(severalDocuments, { count }, { span });
}

function reportDuplicates(source: Source, index: SpanIndex): Diagnostic[] {
  return index.duplicates.map(({ key, first, second, path }) =>
    createDiagnostic(
      duplicateKey,
      { key },
      {
        span: toSpan(source.path, second),
        related: [{ span: toSpan(source.path, first), text: 'given first' }],
        path: [...path, key],
      },
    ),
  );
}

// A cheap look at the text spares every ordinary file the walk.
const oddText = /__proto__|<<|\.inf|\.nan/i;

function reportOddValues(document: Document): Diagnostic[] {
  if (!oddText.test(document.source.text)) return [];
  const found: Diagnostic[] = [];
  walk(document.value, [], (path, key, value) => {
    const here = { span: document.span(path, 'key'), path };
    if (key === '<<') found.push(createDiagnostic(mergeKey, {}, here));
    if (key === '__proto__') found.push(createDiagnostic(reservedKey, { key }, here));
    if (typeof value === 'number' && !Number.isFinite(value)) {
      found.push(createDiagnostic(notFinite, {}, { span: document.span(path), path }));
    }
  });
  return found;
}

function walk(
  value: unknown,
  path: Path,
  visit: (path: Path, key: string, value: unknown) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const next = [...path, Array.isArray(value) ? Number(key) : key];
    visit(next, key, child);
    walk(child, next, visit);
  }
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
