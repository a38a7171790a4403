import { type Diagnostic, formatPath, type Path } from '@fleetc/diagnostics';
import { type Document, parseDocument, type Source } from '@fleetc/fleet';
import type { FunctionConfig } from './function-config.ts';
import type { FunctionResult } from './function-result.ts';

/** Turns findings into results: the place is a path in words, because lines of the written text are nobody's. */
export async function toResults(
  diagnostics: readonly Diagnostic[],
  config: FunctionConfig,
  source: Source,
): Promise<FunctionResult[]> {
  const isPlaceless = diagnostics.some(({ path, primary }) => !path && primary);
  const document = isPlaceless ? (await parseDocument(source)).value : undefined;
  return diagnostics.map((diagnostic) => toResult(diagnostic, config, document));
}

function toResult(
  { code, rule, severity, message, fix, path, primary }: Diagnostic,
  { source, name, file }: FunctionConfig,
  document: Document | undefined,
): FunctionResult {
  const isElsewhere = primary !== undefined && primary.span.file !== source.path;
  const place = path ?? (document && primary && pathAt(document, primary.span.start));
  const field = isElsewhere || !place || place.length === 0 ? undefined : formatPath(place);
  const shown = isElsewhere ? primary.span.file : file;
  return {
    message: fix === '' ? message : `${message}; ${inWordsOfAnnotations(fix)}`,
    severity,
    resourceRef: { apiVersion: 'fleetc.dev/v1', kind: 'Fleet', name },
    ...(field !== undefined && { field: { path: field } }),
    ...(shown !== undefined && { file: { path: shown } }),
    tags: { code, rule },
  };
}

// A rule speaks of the option of the command line, which a function does not have.
function inWordsOfAnnotations(fix: string): string {
  return fix
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace('leave --env out', 'leave the annotation "fleetc.dev/environment" out');
}

/** The deepest path whose key or value holds an offset of the text. */
function pathAt(document: Document, offset: number, value = document.value, path: Path = []): Path {
  if (typeof value !== 'object' || value === null) return path;
  for (const [key, child] of Object.entries(value)) {
    const next = [...path, Array.isArray(value) ? Number(key) : key];
    const { start } = document.span(next, 'key');
    const { end } = document.span(next);
    if (start <= offset && offset < end) return pathAt(document, offset, child, next);
  }
  return path;
}
