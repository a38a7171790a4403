/** A string on one line, as every reader of YAML 1.1 and 1.2 takes it for a string: plain where that is safe, else quoted. */
export function formatString(text: string): string {
  return isPlain(text) ? text : quote(text);
}

/**
 * A number that every reader takes for that number. YAML 1.1 knows no exponent without a decimal point, so `1e21` is
 * written `1.0e+21`.
 */
export function formatNumber(value: number): string {
  const text = JSON.stringify(value);
  return text.includes('.') ? text : text.replace('e', '.0e');
}

/**
 * Whether a literal block (`|`) keeps a string byte for byte, in any editor too: several lines, none of which begins the
 * block with a blank, ends in one, or holds a character that needs an escape. More than one newline at the end is left to
 * quotes, because tools that tidy up text files remove them.
 */
export function fitsLiteralBlock(text: string): boolean {
  return (
    text.includes('\n') &&
    !/^[ \n]|[ ]$|[ ]\n|\n\n$|\t/.test(text) &&
    !mustEscape.test(text) &&
    !loneSurrogate.test(text)
  );
}

// Words that some reader resolves to null or a boolean. They never start with a digit, a sign or a dot: such strings are
// quoted anyway.
const reservedWords = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
const plainText = /^[A-Za-z_/][A-Za-z0-9_./-]*(?::[A-Za-z0-9_./-]+)*$/;

// What YAML counts as unprintable or (1.1) as a line break, and the byte order mark; newline is not among them.
// oxlint-disable-next-line no-control-regex -- control characters are the subject
const mustEscape = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const leftByJson = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const loneSurrogate = /\p{Surrogate}/u;

function isPlain(text: string): boolean {
  return plainText.test(text) && !reservedWords.test(text);
}

// A JSON string is a double-quoted YAML scalar, save for characters that JSON may leave bare and YAML may not.
function quote(text: string): string {
  return JSON.stringify(text).replace(leftByJson, escapeCodeUnit);
}

function escapeCodeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
