import type { Diagnostic, Label, Span } from '@fleetc/diagnostics';

/** The part in which two texts differ: it ends at `oldEnd` in the one and at `newEnd` in the other. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The smallest change between two texts; where lines are added or taken away, whole ones if it can be seen so. */
export function changeBetween(before: string, after: string): Change {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < limit - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const change = { start, oldEnd: before.length - tail, newEnd: after.length - tail };
  return slideToLine(change, before.length > after.length ? before : after);
}

/** `  b: 1\n` before `  c: 2` may as well be seen as `b: 1\n  `, which would reach into another line. */
function slideToLine(change: Change, longer: string): Change {
  const { start, oldEnd, newEnd } = change;
  if (Math.min(oldEnd, newEnd) !== start) return change;
  const end = Math.max(oldEnd, newEnd);
  for (let back = 0; start - back >= 0; back++) {
    const isAtLine = start === back || longer[start - back - 1] === '\n';
    if (isAtLine) return { start: start - back, oldEnd: oldEnd - back, newEnd: newEnd - back };
    if (longer[start - back - 1] !== longer[end - back - 1]) return change;
  }
  return change;
}

/** A finding about the older text as one about the newer text; places in other files stay. */
export function moveFinding(finding: Diagnostic, change: Change, file: string): Diagnostic {
  const moveSpan = (span: Span) =>
    span.file === file
      ? { ...span, start: move(span.start, change), end: move(span.end, change) }
      : span;
  const moveLabel = (label: Label) => ({ ...label, span: moveSpan(label.span) });
  return {
    ...finding,
    ...(finding.primary && { primary: moveLabel(finding.primary) }),
    related: finding.related.map(moveLabel),
  };
}

function move(offset: number, { start, oldEnd, newEnd }: Change): number {
  if (offset <= start) return offset;
  return offset >= oldEnd ? offset + newEnd - oldEnd : Math.min(offset, newEnd);
}
