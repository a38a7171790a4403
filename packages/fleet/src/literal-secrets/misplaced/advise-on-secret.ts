import type { Diagnostic } from '@fleetc/diagnostics';
import { isMisplaced } from './find-misplaced.ts';

/** Says beside what is wrong with the shape that a secret may not stand there, as whoever wrote it may have thought. */
export function adviseOnSecret(diagnostic: Diagnostic): Diagnostic {
  if (!isMisplaced(diagnostic)) return diagnostic;
  const advice =
    'no secret can be written here; if this is one, revoke it and name where it comes from in "secret: { from: … }"';
  return { ...diagnostic, fix: `${diagnostic.fix}; ${advice}` };
}
