import { type Compilation, compile } from '@fleetc/core';
import type { ServerHost } from '../host.ts';
import { fileNameOf } from './file-uri.ts';

/** What the compiler makes of the text of a document. */
export interface Check {
  readonly uri: string;
  readonly compilation: Compilation;
}

/** Compiles a text as `fleetc check` does in the folder of its file. */
export async function checkText(uri: string, text: string, host: ServerHost): Promise<Check> {
  const readFile = host.readFileOf(uri);
  const source = { path: fileNameOf(uri), text };
  return { uri, compilation: await compile(source, readFile ? { readFile } : {}) };
}
