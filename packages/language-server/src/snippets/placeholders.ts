/** A tab stop in the syntax of editors: `$1`, `${1:text}`, or `${1|one,other|}`; or a character that is escaped. */
const stop = /\\([$}\\])|\$(?:\d+|\{\d+(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|])*)\|)?\})/g;

/** A snippet as the text that it is when nobody visits its tab stops. */
export function toPlainText(snippet: string): string {
  return snippet.replaceAll(stop, (_all, escaped?: string, text?: string, choices?: string) => {
    if (escaped !== undefined) return escaped;
    return unescapeText(text ?? choices?.split(/(?<!\\),/)[0] ?? '');
  });
}

/** Whether a text has tab stops. */
export function hasStops(snippet: string): boolean {
  return [...snippet.matchAll(stop)].some(([, escaped]) => escaped === undefined);
}

/** A text as a snippet that inserts it as it is. */
export function escapeText(text: string): string {
  return text.replaceAll(/[$}\\]/g, '\\$&');
}

function unescapeText(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
