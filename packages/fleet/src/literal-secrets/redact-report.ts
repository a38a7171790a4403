import type { Diagnostic, Label } from '@fleetc/diagnostics';
import type { Redact } from './suspicious/create-redaction.ts';

/** A diagnostic whose words hold nothing that may not be shown, whatever part of the file they quote. */
export function redactDiagnostic(diagnostic: Diagnostic, redact: Redact): Diagnostic {
  const { message, why, fix, primary, path, related } = diagnostic;
  const redactLabel = (label: Label): Label => ({ ...label, text: redact(label.text) });
  return {
    ...diagnostic,
    message: redact(message),
    why: redact(why),
    fix: redact(fix),
    ...(primary && { primary: redactLabel(primary) }),
    ...(path && { path: path.map((step) => (typeof step === 'string' ? redact(step) : step)) }),
    related: related.map(redactLabel),
  };
}

/** The same for whatever was thrown while a file with such values was at hand; the error stays the one that it is. */
export function redactThrown(thrown: unknown, redact: Redact): unknown {
  if (!(thrown instanceof Error)) return typeof thrown === 'string' ? redact(thrown) : thrown;
  thrown.message = redact(thrown.message);
  if (thrown.stack !== undefined) thrown.stack = redact(thrown.stack);
  return thrown;
}
