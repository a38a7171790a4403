import { parseAllDocuments, parseDocument } from 'yaml';

/** What the `yaml` package makes of a text: a value, or why not. */
export type SlowReading =
  { readonly value: unknown } | { readonly error: string } | { readonly documents: number };

/** Reads a text by the `yaml` package, the independent judge of the fast parser. */
export function readSlowly(text: string): SlowReading {
  const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;
  const stream = parseAllDocuments(text, options);
  const isEmpty = 'empty' in stream;
  // Errors of a text without a document are told only when a document is asked for.
  const documents = isEmpty ? [parseDocument(text, options)] : stream;
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) return { error: error.code };
  if (isEmpty) return { documents: 0 };
  if (documents.length > 1) return { documents: documents.length };
  try {
    return { value: documents[0]!.toJS({ maxAliasCount: -1 }) };
  } catch (thrown) {
    return { error: String(thrown) };
  }
}
