import { createGraph, foldPools, type FleetGraph } from '@fleetc/reports';
import { formatGraphJson, formatGraphMermaid, formatGraphSvg } from '@fleetc/reports';
import { hasFlag, lastValue } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';

/** Draws how scopes, pools, credentials, images and namespaces hang together. */
export const run: Command = async (invocation, shell) => {
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { environments, hasEnvironments } = loaded.compiled.compilation;
  const graphs = environments.flatMap(({ fleet, bundle }) =>
    bundle ? [createGraph(fleet, bundle)] : [],
  );
  const form = lastValue(invocation, 'format') ?? 'mermaid';
  const shown = hasFlag(invocation, 'all') || form === 'json' ? graphs : graphs.map(foldPools);
  shell.stdout.write(await format(form, shown, hasEnvironments));
  return exitCodes.clean;
};

function format(
  form: string,
  graphs: readonly FleetGraph[],
  hasEnvironments: boolean,
): string | Promise<string> {
  if (form === 'json') return formatGraphJson(graphs);
  if (form === 'svg') return formatGraphSvg(graphs, hasEnvironments);
  return formatGraphMermaid(graphs, hasEnvironments);
}
