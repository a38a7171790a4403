import { toPrintable } from '@fleetc/diagnostics';

/**
 * Text of others without a meaning in Markdown, HTML or a table: all but letters, digits and a few marks becomes a
 * character reference, which CommonMark takes for nothing but the character.
 */
export function escapeMarkdown(text: string): string {
  const line = toPrintable(text.replaceAll(/[\r\n\t]+/g, ' '));
  return line.replaceAll(
    /[^A-Za-z0-9 .,;?"'/()+=-]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
}

/** The same as code, where GitHub notifies nobody whose name stands in it. */
export function codeOf(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
