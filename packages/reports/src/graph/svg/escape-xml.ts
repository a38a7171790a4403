/** Text for an element or a quoted attribute; what XML 1.0 cannot hold becomes the replacement character. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(impossible, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character]!);
}

const impossible = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
