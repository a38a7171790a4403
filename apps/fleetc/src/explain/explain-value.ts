import { createLineIndex, type Diagnostic, formatPath, type Path } from '@fleetc/diagnostics';
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
  if (!loaded.compiled) return exitCodes.world;
  if (refusal !== undefined && loaded.diagnostics.some((found) => isInTheWay(found, path)))
    return refusal;
  const { source, environments, hasEnvironments, redact } = loaded.compiled.compilation;
  const lines = createLineIndex(source.text);
  const fleets = environments.map(({ name, fleet }) => ({
    name,
    fleet: explainFleet(fleet, redact),
  }));
  const place: FormatPlace = ({ file, start }) => {
    return `${file}:${lines.position(start).line}`;
  };
  const documents = explainInEach(fleets, path, hasEnvironments, place);
  if (documents.length > 0) shell.stdout.write(documents.join('---\n'));
  // Of a fleet with errors a part may be missing that is written in the file.
  else if (refusal === undefined)
    throw createFailure(exitCodes.findings, describeAbsence(fleets, path));
  return refusal ?? exitCodes.clean;
}

/** Blocks of entries that give nothing to each other, nor to anything that is explained elsewhere. */
const separateBlocks: readonly unknown[] = ['credentials', 'outputs', 'pools'];

/** Whether what is in effect at a path may be another value once an error is mended. */
function isInTheWay({ severity, path: place = [] }: Diagnostic, path: Path): boolean {
  const [block, entry] = place;
  if (severity !== 'error') return false;
  if (entry === undefined || !separateBlocks.includes(block)) return true;
  return path.length < 2
    ? path.length === 0 || path[0] === block
    : path[0] === block && path[1] === entry;
}

interface NamedFleet {
  readonly name: string;
  readonly fleet: ExplainedFleet;
}

/** A path that only some environments have is explained in those. */
function explainInEach(
  fleets: readonly NamedFleet[],
  path: Path,
  hasEnvironments: boolean,
  formatPlace: FormatPlace,
): string[] {
  return fleets.flatMap(({ name, fleet }) => {
    const lookup = findValue(fleet.effective, path);
    if ('problem' in lookup) return [];
    const heading = hasEnvironments ? `# environment ${name}\n` : '';
    return [heading + formatValue(fleet, path, lookup.value, formatPlace)];
  });
}

/** Of a path that no environment has, in the words of the first one. */
function describeAbsence([first]: readonly NamedFleet[], path: Path): string {
  const lookup = first && findValue(first.fleet.effective, path);
  return lookup && 'problem' in lookup ? lookup.problem : `the fleet has no "${formatPath(path)}"`;
}
