import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { secretOfOtherSource } from '../rules/secret-of-other-source.rule.ts';
import { isPlain, valueAt } from './edit/layout.ts';
import type { SealingInput } from './load-sealing.ts';
import type { Subject } from './sealing-subject.ts';

/** Where the source of a Secret is written, or is to be. */
export function sourcePath({ root }: SealingInput, { path }: Subject): readonly string[] {
  return [...root, ...path, 'from'];
}

/** Refuses to seal a value that, by the same part of the file, comes from somewhere else. */
export function checkSource(
  input: SealingInput,
  subject: Subject,
  wanted: 'sealedSecret' | 'sops',
): Diagnostic | undefined {
  const path = sourcePath(input, subject);
  const from = valueAt(input.document.value, path);
  const source = isPlain(from) ? Object.keys(from).find((key) => key !== wanted) : undefined;
  if (source === undefined) return undefined;
  const place = { span: input.document.span([...path, source], 'key'), path };
  return createDiagnostic(secretOfOtherSource, { user: subject.user, source, wanted }, place);
}
