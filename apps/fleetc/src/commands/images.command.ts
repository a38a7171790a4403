import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { formatCopyCommands } from '../images/copy-commands.ts';
import { formatImageJson } from '../images/format-image-json.ts';
import { type EnvironmentImages, formatImageTable } from '../images/format-image-table.ts';
import { noteOnCaches } from '../images/note-on-caches.ts';
import { noteOnSolver } from '../images/note-on-solver.ts';
import { type ImageOutput, readImageOutput } from '../images/read-image-options.ts';
import { formatRenovateAliases } from '../images/renovate-aliases.ts';
import { loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';

/** Lists what a cluster pulls for the fleet, upstream and as it is pulled, or prints what is made from that list. */
export const run: Command = async (invocation, shell) => {
  const output = readImageOutput(invocation);
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { environments, hasEnvironments } = loaded.compiled.compilation;
  const lists = environments.map(({ name, bundle }) => ({
    environment: name,
    images: bundle?.images ?? [],
  }));
  shell.stdout.write(format(lists, hasEnvironments, output));
  if (output.form === 'copy') shell.stderr.write(noteOnCaches(environments, output.request));
  if (output.form === 'table') shell.stderr.write(noteOnSolver(environments));
  return exitCodes.clean;
};

function format(
  lists: readonly EnvironmentImages[],
  hasEnvironments: boolean,
  output: ImageOutput,
): string {
  if (output.form === 'copy') return formatCopyCommands(lists, output.request);
  if (output.form === 'aliases') return formatRenovateAliases(lists);
  return output.form === 'json' ? formatImageJson(lists) : formatImageTable(lists, hasEnvironments);
}
