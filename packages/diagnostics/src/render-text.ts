import { formatFrames, lineNumberWidth, type Mark } from './code-frame.ts';
import type { Diagnostic } from './diagnostic.ts';
import { createLineIndexes, type LineIndex } from './line-index.ts';
import { createPaint, type Paint } from './paint.ts';
import { toPrintable } from './printable.ts';
import type { RenderHost } from './render-host.ts';
import { wrapText } from './wrap-text.ts';

// Beyond this a reader mends the first ones and runs again; the machine formats give all.
const maxFindings = 50;
const minWidth = 40;
const minGutter = 2;

interface TextStyle {
  readonly lines: (file: string) => LineIndex | undefined;
  readonly paint: Paint;
  readonly width: number;
}

/** For people: message, code frames, why and fix of each finding, with the count of those beyond the fiftieth. */
export function renderText(diagnostics: readonly Diagnostic[], host: RenderHost): string {
  if (diagnostics.length === 0) return '';
  const style = {
    lines: createLineIndexes(host.texts),
    paint: createPaint(host.colour),
    width: Math.max(host.width, minWidth),
  };
  const blocks = diagnostics
    .slice(0, maxFindings)
    .map((diagnostic) => formatDiagnostic(diagnostic, style).join('\n'));
  const rest = diagnostics.length - maxFindings;
  if (rest > 0) blocks.push(`… and ${rest} more ${rest === 1 ? 'finding' : 'findings'}`);
  return `${blocks.join('\n\n')}\n`;
}

function formatDiagnostic(diagnostic: Diagnostic, style: TextStyle): string[] {
  const marks = collectMarks(diagnostic);
  const gutter = Math.max(minGutter, lineNumberWidth(marks, style.lines));
  return [
    ...formatHeader(diagnostic, style),
    ...formatFrames(marks, { ...style, gutter }),
    ...formatNote('why', diagnostic.why, gutter, style),
    ...formatNote('fix', diagnostic.fix, gutter, style),
  ];
}

function collectMarks({ primary, related, severity }: Diagnostic): Mark[] {
  const others = related.map((label): Mark => ({ label, ink: 'related', sign: '-' }));
  return primary ? [{ label: primary, ink: severity, sign: '^' }, ...others] : others;
}

function formatHeader({ severity, code, message }: Diagnostic, style: TextStyle): string[] {
  const { paint, width } = style;
  const tag = `${severity}[${code}]`;
  const indent = 2;
  const words = wrapText(toPrintable(message), width - indent, tag.length + 2 - indent);
  return words.map((line, row) =>
    row === 0
      ? `${paint(severity, tag)}: ${paint('heading', line)}`
      : ' '.repeat(indent) + paint('heading', line),
  );
}

function formatNote(name: string, text: string, gutter: number, style: TextStyle): string[] {
  if (text === '') return [];
  const lead = `${' '.repeat(gutter)}= ${name}: `;
  const words = wrapText(toPrintableLines(text), style.width - lead.length);
  return words.map((line, row) => {
    if (row > 0) return (' '.repeat(lead.length) + line).trimEnd();
    return `${' '.repeat(gutter)}${style.paint('frame', '=')} ${name}: ${line}`;
  });
}

/** As `toPrintable`, but line breaks stay: a fix may show several lines. */
function toPrintableLines(text: string): string {
  return text.split(/\r?\n/).map(toPrintable).join('\n');
}
