import { type Compilation, compile } from '@fleetc/core';
import type { ServerHost } from '../host.ts';
import { fileNameOf } from './file-uri.ts';

/** A text of a document with what the compiler makes of it. */
export interface Check {
  readonly uri: string;
  /** As the editor has it. Only places in it are told; `compilation.source` is what may be shown. */
  readonly text: string;
  readonly compilation: Compilation;
}

/** Compiles a text as `fleetc check` does in the folder of its file. */
export async function checkText(uri: string, text: string, host: ServerHost): Promise<Check> {
  const readFile = host.readFileOf(uri);
  const source = { path: fileNameOf(uri), text };
  return { uri, text, compilation: await compile(source, readFile ? { readFile } : {}) };
}
