const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const checksumLength = 6;

/**
 * Whether a GitHub token of 40 characters, given without its prefix, ends in the checksum of what precedes: CRC-32 in
 * base 62, filled up with zeros.
 */
export function hasTokenChecksum(body: string): boolean {
  const random = body.slice(0, -checksumLength);
  return body.length === 36 && body.slice(-checksumLength) === tokenChecksum(random);
}

/** The last characters of a token that starts like this, the prefix left out. */
export function tokenChecksum(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (; rest > 0; rest = Math.floor(rest / digits.length)) {
    text = digits[rest % digits.length]! + text;
  }
  return text.padStart(checksumLength, '0');
}

/** CRC-32 of IEEE 802.3 over ASCII text; bit by bit, because a text has few tokens. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
