import { createLineIndex, type Path } from '@fleetc/diagnostics';
import type { Invocation } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import type { Shell } from '../shell.ts';
import { type ExplainedFleet, explainFleet } from './explained-fleet.ts';
import { findValue } from './find-value.ts';
import { type FormatPlace, formatValue } from './format-value.ts';
import { parsePath } from './parse-path.ts';

/** Prints what is in effect at a path, once for each environment that was asked for, as a YAML stream. */
export async function explainValue(
  topic: string,
  invocation: Invocation,
  shell: Shell,
): Promise<ExitCode> {
  const path = parsePath(topic);
  if (!path) {
    const message = `"${topic}" is no path; write one such as pools.build.image`;
    throw createFailure(exitCodes.usage, message);
  }
  const loaded = await loadFleet(invocation.operands[1], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { source, environments, hasEnvironments, redact } = loaded.compiled.compilation;
  const lines = createLineIndex(source.text);
  const fleets = environments.map(({ name, fleet }) => ({
    name,
    fleet: explainFleet(fleet, redact),
  }));
  const documents = explainInEach(fleets, path, hasEnvironments, ({ file, start }) => {
    return `${file}:${lines.position(start).line}`;
  });
  shell.stdout.write(documents.join('---\n'));
  return exitCodes.clean;
}

/** A path that only some environments have is explained in those; one that none has is a mistake. */
function explainInEach(
  fleets: readonly { readonly name: string; readonly fleet: ExplainedFleet }[],
  path: Path,
  hasEnvironments: boolean,
  formatPlace: FormatPlace,
): string[] {
  const found = fleets.map(({ name, fleet }) => ({
    name,
    fleet,
    lookup: findValue(fleet.effective, path),
  }));
  const documents = found.flatMap(({ name, fleet, lookup }) => {
    if ('problem' in lookup) return [];
    const heading = hasEnvironments ? `# environment ${name}\n` : '';
    return [heading + formatValue(fleet, path, lookup.value, formatPlace)];
  });
  const [first] = found;
  if (documents.length === 0 && first && 'problem' in first.lookup) {
    throw createFailure(exitCodes.findings, first.lookup.problem);
  }
  return documents;
}
