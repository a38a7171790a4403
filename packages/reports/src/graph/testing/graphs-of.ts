import { compile } from '@fleetc/core';
import { hasErrors } from '@fleetc/diagnostics';
import { createGraph } from '../model/create-graph.ts';
import type { FleetGraph } from '../model/fleet-graph.ts';

/** The graphs of a fleet file, which must be without errors. */
export async function graphsOf(text: string): Promise<FleetGraph[]> {
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text });
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return environments.map(({ fleet, bundle }) => createGraph(fleet, bundle!));
}
