import type { Span } from '@fleetc/diagnostics';

/** Overwrites places. Line breaks and quotes stay, so that the text is still the same YAML with other letters. */
export function maskSpans(text: string, spans: readonly Pick<Span, 'start' | 'end'>[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    pieces.push(text.slice(done, from), text.slice(from, end).replaceAll(/[^\s"']/g, 'x'));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}
