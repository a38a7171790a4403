import {
  environmentCapacity,
  formatCapacityJson,
  formatCapacityMermaid,
  formatCapacitySvg,
  formatCapacityTable,
} from '@fleetc/reports';
import { lastValue } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import { takeSingleEnvironment } from '../single-environment.ts';

const pictures = { mermaid: formatCapacityMermaid, svg: formatCapacitySvg };

/** Adds up what the fleet can grow to, and what that costs at GitHub and Docker Hub. */
export const run: Command = async (invocation, shell) => {
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { compilation } = loaded.compiled;
  const format = lastValue(invocation, 'format') ?? 'table';
  if (format === 'mermaid' || format === 'svg') {
    const { fleet } = takeSingleEnvironment(compilation);
    shell.stdout.write(pictures[format](environmentCapacity(fleet)));
    return exitCodes.clean;
  }
  const { environments, hasEnvironments } = compilation;
  const measured = environments.map(({ fleet }) => environmentCapacity(fleet));
  const asJson = format === 'json';
  shell.stdout.write(
    asJson ? formatCapacityJson(measured) : formatCapacityTable(measured, hasEnvironments),
  );
  return exitCodes.clean;
};
