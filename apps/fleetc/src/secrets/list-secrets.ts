import { formatSecretsJson, formatSecretsTable, listSecrets } from '@fleetc/reports';
import { type Invocation, lastValue } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import type { Shell } from '../shell.ts';

/** Lists every Secret that the fleet needs, of each environment that was asked for; reads no value. */
export async function printSecretList(
  operand: string | undefined,
  invocation: Invocation,
  shell: Shell,
): Promise<ExitCode> {
  const loaded = await loadFleet(operand, invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { environments, hasEnvironments } = loaded.compiled.compilation;
  const lists = environments.flatMap(({ bundle, fleet }) =>
    bundle ? [listSecrets(bundle, fleet)] : [],
  );
  const asJson = lastValue(invocation, 'format') === 'json';
  shell.stdout.write(
    asJson ? formatSecretsJson(lists) : formatSecretsTable(lists, hasEnvironments),
  );
  return exitCodes.clean;
}
