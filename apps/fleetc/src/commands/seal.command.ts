import { hasErrors, type Diagnostic } from '@fleetc/diagnostics';
import { redactDiagnostic } from '@fleetc/fleet';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { writeDiagnostics } from '../report/write-report.ts';
import { fileNotReplaced } from '../rules/file-not-replaced.rule.ts';
import { sealingFileUnreadable } from '../rules/sealing-file-unreadable.rule.ts';
import { secretFileUnreadable } from '../rules/secret-file-unreadable.rule.ts';
import { loadSealing, type SealingInput } from '../seal/load-sealing.ts';
import { sealIntoFile } from '../seal/seal-into-file.ts';
import { type Sealed, sealIntoFleet } from '../seal/seal-into-fleet.ts';
import { readRequest, type SealRequest, wrong } from '../seal/seal-request.ts';
import { findSubject, type Subject } from '../seal/sealing-subject.ts';
import type { Shell } from '../shell.ts';

/** Encrypts one value and puts the ciphertext where `build` finds it. Prints nothing to standard output. */
export const run: Command = async (invocation, shell) => {
  const request = readRequest(invocation, shell);
  const load = await loadSealing(request, shell);
  const sealed = load.input ? await seal(request, load.input, shell) : load;
  if ('lines' in sealed) {
    for (const line of sealed.lines) shell.stderr.write(`${line}\n`);
    return exitCodes.clean;
  }
  const reporter = { format: 'text', stream: shell.stderr, invocation, shell } as const;
  const shown = sealed.diagnostics.map((found) => redactDiagnostic(found, load.redact));
  await writeDiagnostics(shown, load.texts, reporter);
  return load.isRead ? judge(sealed.diagnostics) : exitCodes.world;
};

async function seal(request: SealRequest, input: SealingInput, shell: Shell): Promise<Sealed> {
  const { value: subject, diagnostics } = findSubject(request.credential, input);
  if (!subject) return { diagnostics };
  const sealing = { request, input, subject, shell };
  if (request.sops || isSops(subject, request)) return sealIntoFile(sealing);
  if (request.recipients) throw wrong('--age-recipient is for SOPS files; add --sops');
  return sealIntoFleet(sealing);
}

/** Whether the fleet keeps the Secret in a SOPS file, and the command line does not speak against it. */
function isSops({ places }: Subject, { certificate, scope }: SealRequest): boolean {
  if (certificate !== undefined || scope !== undefined) return false;
  return places.every(({ source }) => source.from.source === 'sops');
}

const failuresOfTheWorld: ReadonlySet<string> = new Set([
  fileNotReplaced.code,
  sealingFileUnreadable.code,
  secretFileUnreadable.code,
]);

// What cannot be read or written is the world's fault, what is wrong with it the caller's.
function judge(diagnostics: readonly Diagnostic[]): ExitCode {
  if (!hasErrors(diagnostics)) return exitCodes.clean;
  const isWorld = diagnostics.some(({ code }) => failuresOfTheWorld.has(code));
  return isWorld ? exitCodes.world : exitCodes.findings;
}
