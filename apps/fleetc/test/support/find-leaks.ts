import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Anything in which a secret may have left a trace, by a name to tell it by. */
export type Traces = Readonly<Record<string, string>>;

const shortestPiece = 8;

/**
 * Where a secret, or eight characters in a row of it, can be read: as it is, reversed, in base64 at any of the three
 * places that it may have in its surroundings, or in hexadecimal digits.
 */
export function findLeaks(secret: string, traces: Traces): string[] {
  const pieces = listPieces(secret);
  return Object.entries(traces).flatMap(([name, text]) => {
    const lower = text.toLowerCase();
    const found = pieces.filter((piece) =>
      piece.isLowerCase ? lower.includes(piece.text) : text.includes(piece.text),
    );
    return found.length > 0 ? [`${name}: ${found[0]!.text}`] : [];
  });
}

/** Every file below a folder, byte for byte, by its path. */
export function readTree(folder: string): Traces {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(folder, file), readFileSync(file, 'latin1')];
    }),
  );
}

interface Piece {
  readonly text: string;
  readonly isLowerCase?: boolean;
}

function listPieces(secret: string): Piece[] {
  const encoded = [0, 1, 2].flatMap((offset) => windows(alignedBase64(secret, offset), 11));
  const hex = windows(Buffer.from(secret).toString('hex'), 2 * shortestPiece, 2);
  return [
    ...windows(secret, shortestPiece).map((text) => ({ text })),
    ...windows([...secret].reverse().join(''), shortestPiece).map((text) => ({ text })),
    ...encoded.map((text) => ({ text })),
    ...hex.map((text) => ({ text, isLowerCase: true })),
  ];
}

/** The part of the base64 form that depends on nothing before and after the secret. */
function alignedBase64(secret: string, offset: number): string {
  const text = Buffer.from('\0'.repeat(offset) + secret)
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(Math.ceil((offset * 4) / 3), -1);
}

function windows(text: string, size: number, step = 1): string[] {
  const found: string[] = [];
  for (let at = 0; at + size <= text.length; at += step) found.push(text.slice(at, at + size));
  return found;
}
