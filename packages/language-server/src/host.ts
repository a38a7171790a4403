import type { ReadFile } from '@fleetc/core';

/** What the program around the server knows and can do. */
export interface ServerHost {
  readonly version: string;
  /** The text of `fleet.schema.json`. */
  readonly schema: string;
  /** The fleet.yaml that a new file begins with. */
  readonly starterFleet: string;
  /** Whether a file of this name is a fleet; others are left to other servers. */
  readonly isFleetFile: (name: string) => boolean;
  /** Reads files beside the document; `undefined` for a document that lies in no folder. */
  readonly readFileOf: (uri: string) => ReadFile | undefined;
  /** Milliseconds without a keystroke before a text is checked. */
  readonly delay: number;
}
