import type { Diagnostic } from '@fleetc/diagnostics';
import type { CompiledEnvironment, ReadFile } from '../compilation.ts';
import { checkSealedCertificates } from './check-sealed-certificates.ts';
import { checkSopsRecipients } from './check-sops-recipients.ts';

/** Finds ciphertext that is not for all environments that use it. */
export async function checkSharedSecrets(
  environments: readonly CompiledEnvironment[],
  readFile: ReadFile | undefined,
): Promise<Diagnostic[]> {
  return [
    ...checkSealedCertificates(environments.map(({ fleet }) => fleet)),
    ...(await checkSopsRecipients(environments, readFile)),
  ];
}
