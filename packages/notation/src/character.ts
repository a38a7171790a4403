/**
 * Names the first character (code point) of `text` that `allowed`, a pattern for one character, does not match; `subject`
 * is what has it and `words` what is allowed.
 */
export function characterProblem(
  subject: string,
  text: string,
  allowed: RegExp,
  words: string,
): string | undefined {
  for (const character of text) {
    if (allowed.test(character)) continue;
    if (/[A-Z]/.test(character)) return `${subject} has the upper-case letter "${character}"`;
    return `${subject} has ${nameCharacter(character)}, allowed are ${words}`;
  }
  return undefined;
}

/** Names one character so that a message can show it: in quotes when it can be seen, by its name or number when not. */
export function nameCharacter(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '\t') return 'a tab';
  if (character === '\n' || character === '\r') return 'a line break';
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return `"${character}"`;
  const digits = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${digits}`;
}
