import type { Redact } from '@fleetc/fleet';
import type { Readable } from 'node:stream';

/** What the operating system hands to a command: the only way to the world outside of files. */
export interface Shell {
  /** Absolute path of the working directory. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Takes out of the words of a fault what a fleet holds and nobody may see; set once a fleet is loaded. */
  redact?: Redact;
}

/** The part of a stream that commands write to. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}
