import { hasErrors } from '@fleetc/diagnostics';
import { encryptedFiles } from '@fleetc/testing';
import fc from 'fast-check';
import type { Compilation, FileReading } from '../src/compilation.ts';
import { compile } from '../src/compile.ts';

/** Name of the file that a fleet at random stands in. */
export const path = 'fleet.yaml';

/** A compilation and the text that it was made from. */
export interface CompiledText extends Compilation {
  readonly text: string;
}

/** Compiles a fleet that is plain data. JSON is YAML. */
export async function compileFleet(fleet: unknown): Promise<CompiledText> {
  const text = JSON.stringify(fleet, null, 2);
  return { ...(await compile({ path, text }, { readFile })), text };
}

function readFile(name: string): FileReading {
  const text = encryptedFiles[name];
  return text === undefined ? { failure: 'no such file', isMissing: true } : { text };
}

/** Compiles a fleet of which a property is to hold; one with errors is passed over, and does not count as a run. */
export async function compileGood(fleet: unknown): Promise<CompiledText> {
  const compilation = await compileFleet(fleet);
  fc.pre(!hasErrors(compilation.diagnostics));
  return compilation;
}
