/** How `createOverwrite` treats what it finds. */
export interface OverwriteOptions {
  /** Whether a form that stands at a place counts there; everywhere when absent. */
  readonly counts?: (text: string, at: number, form: string) => boolean;
  readonly keepsBlanks: boolean;
}

/**
 * So much of a longer form is overwritten even where the rest of it does not follow, and no place in it is looked at again:
 * a file of one letter, and a form of the same, would take hours otherwise.
 */
const tellingLength = 64;

/**
 * Overwrites every occurrence of the forms with as many `x`, each letter of those that overlap. A place is looked at more
 * closely only when a form begins with the two letters that stand there, so that a file full of such forms takes no longer
 * than its length; as one regular expression they could be larger than any engine takes.
 */
export function createOverwrite(
  forms: readonly string[],
  { counts = () => true, keepsBlanks }: OverwriteOptions,
): (text: string) => string {
  const byHead = groupByHead(forms.filter((form) => form !== ''));
  return (text) => {
    const pieces: string[] = [];
    const passed = new Map<string, number>();
    let shown = 0;
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      for (const form of byHead.get(headAt(text, at)) ?? []) {
        if ((passed.get(form) ?? 0) > at) continue;
        const length = lengthShared(text, at, form);
        if (length < form.length ? length < tellingLength : !counts(text, at, form)) continue;
        end = Math.max(end, at + length);
        if (form.length > tellingLength) passed.set(form, at + length);
      }
      if (at >= end || (keepsBlanks && /\s/.test(text[at]!))) continue;
      if (shown < at) pieces.push(text.slice(shown, at));
      pieces.push('x');
      shown = at + 1;
    }
    return shown === 0 ? text : pieces.join('') + text.slice(shown);
  };
}

function lengthShared(text: string, at: number, form: string): number {
  if (form.length <= tellingLength) return text.startsWith(form, at) ? form.length : 0;
  let length = 0;
  while (length < form.length && text.charCodeAt(at + length) === form.charCodeAt(length)) length++;
  return length;
}

function groupByHead(forms: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const form of new Set(forms)) {
    const group = groups.get(headAt(form, 0));
    if (group) group.push(form);
    else groups.set(headAt(form, 0), [form]);
  }
  return groups;
}

function headAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** A value as it is, and as JSON writes it. */
export function formsOf(value: string): readonly string[] {
  return [value, JSON.stringify(value).slice(1, -1)];
}
