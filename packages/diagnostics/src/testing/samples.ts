import type { Diagnostic } from '../diagnostic.ts';
import type { RenderHost } from '../render-host.ts';
import { defineRule } from '../rule.ts';
import type { Label } from '../span.ts';

/** A finding with nothing special about it, to vary in tests. */
export function sampleDiagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'FLC3102',
    rule: 'unknown-credential',
    severity: 'error',
    message: 'pool "arm" uses credential "acme-app", which is not defined',
    why: 'without a credential the runners cannot register',
    fix: 'write "acme-gh-app"',
    related: [],
    ...changes,
  };
}

/** A host of 80 columns without colours. */
export function sampleHost(
  files: Record<string, string>,
  changes: Partial<RenderHost> = {},
): RenderHost {
  return {
    texts: new Map(Object.entries(files)),
    colour: false,
    width: 80,
    rules: [sampleRule],
    toolVersion: '0.1.0',
    ...changes,
  };
}

/** The rule of `sampleDiagnostic`. */
export const sampleRule = defineRule({
  code: 'FLC3102',
  name: 'unknown-credential',
  severity: 'error',
  title: 'A credential is referred to and not defined',
  message: () => '',
  why: 'without a credential the runners cannot register',
  fix: () => '',
  source: 'https://docs.example.com/credentials',
});

/** Labels the first place of `words` in a text. */
export function labelAt(file: string, text: string, words: string, label = ''): Label {
  const start = text.indexOf(words);
  return { span: { file, start, end: start + words.length }, text: label };
}
