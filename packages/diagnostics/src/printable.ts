// Controls, formats (bidirectional overrides among them), lone surrogates and the two separators: whatever can move the
// cursor, recolour the screen or reorder a line.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const everyUnprintable = new RegExp(unprintable, 'gu');

/** Replaces every character that could steer a terminal by one that shows it: `␛` for escape, `<U+202E>` for others. */
export function toPrintable(text: string): string {
  return unprintable.test(text) ? text.replace(everyUnprintable, showCharacter) : text;
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
