import { Writable } from 'node:stream';
import type { OutputStream } from '../shell.ts';

/** A stream whose pieces, each whole characters, go to an output of the shell. */
export function toWritable(output: OutputStream): Writable {
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      output.write(piece.toString('utf8'));
      done();
    },
  });
}
