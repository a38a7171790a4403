const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Whether a text is Bech32 (BIP 173) in lower case with the right checksum; age has no limit for its length. */
export function isIntactBech32(text: string): boolean {
  const end = text.lastIndexOf('1');
  const prefix = Array.from(text.slice(0, end), (character) => character.charCodeAt(0));
  const digits = Array.from(text.slice(end + 1), (character) => alphabet.indexOf(character));
  if (prefix.length === 0 || digits.length < 6 || digits.includes(-1)) return false;
  const expanded = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31)];
  return polymod([...expanded, ...digits]) === 1;
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, part] of generator.entries()) if ((top >> bit) & 1) sum ^= part;
  }
  return sum;
}
