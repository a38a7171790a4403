const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Bech32 of BIP 173, the form of age's keys. */
export function toBech32(prefix: string, bytes: Uint8Array): string {
  const words = toWords(bytes);
  const letters = [...prefix].map((letter) => letter.charCodeAt(0));
  const head = [...letters.map((code) => code >> 5), 0, ...letters.map((code) => code & 31)];
  const sum = checksum([...head, ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = [0, 1, 2, 3, 4, 5].map((index) => (sum >>> (5 * (5 - index))) & 31);
  return `${prefix}1${[...words, ...tail].map((word) => alphabet[word]).join('')}`;
}

function toWords(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => Number.parseInt(group.padEnd(5, '0'), 2));
}

function checksum(words: readonly number[]): number {
  return words.reduce((sum, word) => {
    const shifted = ((sum & 0x1ffffff) << 5) ^ word;
    return generator.reduce(
      (mixed, term, bit) => ((sum >>> (25 + bit)) & 1 ? mixed ^ term : mixed),
      shifted,
    );
  }, 1);
}
