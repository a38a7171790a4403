import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import { describeSystemError, readLimited } from '@fleetc/input';
import {
  ageInDays,
  readCertificate,
  type SealingCertificate,
  validityProblem,
} from '@fleetc/sealing';
import { resolve } from 'node:path';
import { toDisplayPath } from '../input/display-path.ts';
import { sealingCertificateExpired } from '../rules/sealing-certificate-expired.rule.ts';
import { sealingCertificateUnusable } from '../rules/sealing-certificate-unusable.rule.ts';
import { sealingFileUnreadable } from '../rules/sealing-file-unreadable.rule.ts';
import type { Shell } from '../shell.ts';
import type { SealingInput } from './load-sealing.ts';
import { type SealRequest, wrong } from './seal-request.ts';
import type { Subject } from './sealing-subject.ts';
import { shownWord } from './shown-word.ts';

const limitBytes = 1024 * 1024;
const oldDays = 90;

/** What says which certificate is meant. */
export interface CertificateQuery {
  readonly request: SealRequest;
  readonly input: SealingInput;
  readonly subject: Subject;
  readonly shell: Shell;
}

/** Reads the certificate that the command line or the fleet names, and refuses one that nobody should seal with. */
export function readCertificateFile({
  request,
  input,
  subject,
  shell,
}: CertificateQuery): Result<SealingCertificate> {
  const path = findCertificate({ request, input, subject, shell });
  const file = shownWord(toDisplayPath(path, shell.directory));
  const text = readText(path);
  if ('failure' in text) {
    const params = { what: 'the sealing certificate', file, reason: text.failure };
    return fail(createDiagnostic(sealingFileUnreadable, params));
  }
  const reading = readCertificate(text.text);
  if ('problem' in reading) {
    return fail(createDiagnostic(sealingCertificateUnusable, { file, problem: reading.problem }));
  }
  const { certificate } = reading;
  const now = new Date();
  const problem = validityProblem(certificate, now);
  if (problem !== undefined) {
    return fail(createDiagnostic(sealingCertificateExpired, { file, problem }));
  }
  noteAge(certificate, { file, now, shell });
  return { value: certificate, diagnostics: [] };
}

function findCertificate({ request, input, subject, shell }: CertificateQuery): string {
  if (request.certificate !== undefined) return resolve(shell.directory, request.certificate);
  const named = new Set(subject.places.map(({ fleet }) => fleet.secrets.sealing.certificate));
  if (named.size > 1) {
    throw wrong('environments seal with different certificates; choose one with --env NAME');
  }
  const [only] = named;
  if (only !== undefined) return resolve(input.folder, only);
  throw wrong(
    'no certificate to seal with: name one with --cert FILE or in secrets.sealing.certificate; ' +
      '"kubeseal --fetch-cert" prints that of a cluster',
  );
}

function readText(path: string): { readonly text: string } | { readonly failure: string } {
  try {
    const bytes = readLimited(path, limitBytes);
    return bytes ? { text: bytes.toString('latin1') } : { failure: 'it is larger than 1 MiB' };
  } catch (error) {
    const failure = describeSystemError(error);
    if (failure === undefined) throw error;
    return { failure };
  }
}

// An old key still opens, as long as the cluster keeps it.
function noteAge(
  certificate: SealingCertificate,
  { file, now, shell }: { readonly file: string; readonly now: Date; readonly shell: Shell },
): void {
  const days = ageInDays(certificate, now);
  if (days <= oldDays) return;
  shell.stderr.write(
    `note: certificate "${file}" is ${days} days old, and the controller makes a new key every 30 days; ` +
      '"kubeseal --fetch-cert" prints the current one\n',
  );
}

function fail(diagnostic: Diagnostic): Result<SealingCertificate> {
  return { diagnostics: [diagnostic] };
}
