import { lastValue } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { formatImageJson } from '../images/format-image-json.ts';
import { formatImageTable } from '../images/format-image-table.ts';
import { loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';

/** Lists what a cluster pulls for the fleet, upstream and as it is pulled. */
export const run: Command = async (invocation, shell) => {
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { environments, hasEnvironments } = loaded.compiled.compilation;
  const lists = environments.map(({ name, bundle }) => ({
    environment: name,
    images: bundle?.images ?? [],
  }));
  const asJson = lastValue(invocation, 'format') === 'json';
  shell.stdout.write(asJson ? formatImageJson(lists) : formatImageTable(lists, hasEnvironments));
  return exitCodes.clean;
};
