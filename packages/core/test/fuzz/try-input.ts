import { type Diagnostic, renderers } from '@fleetc/diagnostics';
import { encryptedFiles } from '@fleetc/testing';
import { compile } from '../../src/compile.ts';
import type { Compilation, FileReading } from '../../src/compilation.ts';
import { printBundle } from '../print-bundle.ts';

/** What an input did that no input may do; empty when it behaved. */
export interface Trial {
  readonly wrong: readonly string[];
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

const path = 'fleet.yaml';

/** The whole way of a file: bytes to text, text to bundles, bundles to text and findings to each format. */
export async function tryInput(bytes: Uint8Array): Promise<Trial> {
  // What is no UTF-8 never gets here; read loosely it is a text like any other.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const start = performance.now();
  const compilation = await compile({ path, text }, { readFile });
  for (const { bundle } of compilation.environments) if (bundle) printBundle(bundle);
  const { source, diagnostics } = compilation;
  const host = { texts: new Map([[path, source.text]]), colour: true, width: 80, rules: [] };
  for (const render of Object.values(renderers)) render(diagnostics, { ...host, toolVersion: '0' });
  return {
    wrong: [
      ...diagnostics.flatMap((finding) => faultsOf(finding, source.text)),
      ...silence(compilation),
    ],
    codes: diagnostics.map(({ code }) => code),
    milliseconds: performance.now() - start,
  };
}

function faultsOf({ code, message, primary, related }: Diagnostic, text: string): string[] {
  const wrong: string[] = [];
  if (!/^FLC[1-8]\d{3}$/.test(code)) wrong.push(`code ${code}: ${message}`);
  if (/undefined|\[object/.test(message) && !/undefined|\[object/.test(text)) {
    wrong.push(`words of ${code}: ${message}`);
  }
  for (const { span } of [...(primary ? [primary] : []), ...related]) {
    const { file, start, end } = span;
    const fits = file === path && 0 <= start && start <= end && end <= text.length;
    if (!fits) wrong.push(`span of ${code}: ${start} to ${end} of ${text.length} in ${file}`);
  }
  return wrong;
}

// Whoever gets no bundle is told why.
function silence({ environments, diagnostics }: Compilation): string[] {
  const isWhole = environments.length > 0 && environments.every(({ bundle }) => bundle);
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  return isWhole || hasError ? [] : ['there is no bundle, and no error says why'];
}

function readFile(name: string): FileReading {
  const text = Object.hasOwn(encryptedFiles, name) ? encryptedFiles[name] : undefined;
  return text === undefined ? { failure: 'no such file', isMissing: true } : { text };
}
