/**
 * Text for a quoted label of Mermaid: entities for what Mermaid or its HTML would read as more than a character, spaces
 * for line breaks and other control characters.
 */
export function escapeLabel(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(magic, '$&\u200B')
    .replace(special, toEntity);
}

// A formula (`$$`), an icon (`fa:fa-car`) and a line break (`\n`), which Mermaid looks for after it has read entities, so
// that only a space without width breaks them up.
const magic = /\$(?=\$)|:(?=fa-)|\\(?=n)/g;

const special = /["#<>&%`*]/g;

function toEntity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
