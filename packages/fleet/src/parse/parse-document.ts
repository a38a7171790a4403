import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import { constructFromEvents, type Event, EVENT_DOCUMENT, parseEvents } from 'js-yaml';
import {
  duplicateKey,
  emptyDocument,
  severalDocuments,
  yamlSyntax,
} from '../rules/text/text-rules.ts';
import type { Source } from '../source.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { findAliasKnot } from './check-aliases.ts';
import type { Document } from './document.ts';
import { findSecondDocument } from './find-second-document.ts';
import { firstAbove, reportLimit } from './report-limit.ts';
import { reportOddValues } from './odd-values.ts';
import { indexSpans, type SpanIndex, toSpan } from './span-index.ts';

/**
 * Reads YAML text. A fast parser of events gives the value; places are worked out from the same events only when somebody
 * asks. The slower parser with the better messages is loaded when the text is broken.
 */
export async function parseDocument(
  source: Source,
  limits: Limits = defaultLimits,
): Promise<Result<Document>> {
  const events = readEvents(source.text, limits);
  if (!events) return explain(source, limits);
  const extra = firstAbove(events, limits.values);
  if (extra) return failure(reportLimit('values', limits, toSpan(source.path, extra)));
  const documents = events.filter((event) => event.type === EVENT_DOCUMENT).length;
  if (documents === 0) return failure(createDiagnostic(emptyDocument, {}, atStart(source)));
  if (documents > 1) return failure(reportSecondDocument(source, documents));
  const knot = reportAliasKnot(source, events, limits);
  if (knot) return failure(knot);
  const duplicates = { found: false };
  const values = construct(events, source.text, limits, duplicates);
  if (!values) return explain(source, limits);
  // The index is made at once, so that nobody needs to keep the events.
  const index = indexSpans(events, source.text);
  const document: Document = {
    source,
    value: values[0],
    span: (path, part = 'value') => toSpan(source.path, index.find(path, part)),
  };
  if (document.value === null) return failure(createDiagnostic(emptyDocument, {}, atStart(source)));
  const diagnostics = [
    ...(duplicates.found ? reportDuplicates(source, index, limits) : []),
    ...reportOddValues(document, limits.findings + 1),
  ];
  return { value: document, diagnostics };
}

function readEvents(text: string, limits: Limits): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: limits.depth });
  } catch {
    return undefined;
  }
}

function construct(
  events: readonly Event[],
  text: string,
  limits: Limits,
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

async function explain(source: Source, limits: Limits): Promise<Result<Document>> {
  const { explainSyntax } = await import('./explain-syntax.ts');
  return failure(explainSyntax(source, limits));
}

function failure(diagnostic: Diagnostic): Result<Document> {
  return { diagnostics: [diagnostic] };
}

function atStart(source: Source) {
  return { span: { file: source.path, start: 0, end: 0 } };
}

function reportAliasKnot(
  source: Source,
  events: readonly Event[],
  limits: Limits,
): Diagnostic | undefined {
  const knot = findAliasKnot(events, source.text, limits.aliasedValues);
  if (!knot) return undefined;
  const span = toSpan(source.path, knot);
  if (knot.kind === 'large') return reportLimit('aliasedValues', limits, span);
  const problem = 'this alias stands inside of the value that it names';
  return createDiagnostic(yamlSyntax, { problem }, { span });
}

function reportSecondDocument(source: Source, count: number): Diagnostic {
  const span = toSpan(source.path, findSecondDocument(source.text));
  return createDiagnostic(severalDocuments, { count }, { span });
}

function reportDuplicates(source: Source, index: SpanIndex, { findings }: Limits): Diagnostic[] {
  return index
    .duplicates()
    .slice(0, findings + 1)
    .map(({ key, first, second, path }) =>
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
