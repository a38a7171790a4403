import type { Diagnostic } from './diagnostic.ts';
import type { Label } from './span.ts';

/** Characters after which nobody reads on. A list of a few hundred names fits. */
const longest = 8000;

/** A diagnostic of bounded length, whatever it quotes: a file may hold a name of ten megabytes. */
export function shortenDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { message, why, fix, primary, path, related } = diagnostic;
  return {
    ...diagnostic,
    message: shorten(message),
    why: shorten(why),
    fix: shorten(fix),
    ...(primary && { primary: shortenLabel(primary) }),
    ...(path && { path: path.map((step) => (typeof step === 'string' ? shorten(step) : step)) }),
    related: related.map(shortenLabel),
  };
}

function shortenLabel(label: Label): Label {
  return { ...label, text: shorten(label.text) };
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
