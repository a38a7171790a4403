import { type Compilation, compile, type CompileOptions } from '@fleetc/core';
import { countFindings, hasErrors, nearest } from '@fleetc/diagnostics';
import { type FleetFile, readFleet, redactThrown, resolveFleet, type Source } from '@fleetc/fleet';
import { readBeside } from '@fleetc/input';
import { formatYamlStream } from '@fleetc/kubernetes';
import { toAdjustments } from './adjustments.ts';
import type { Answer, Call } from './call.ts';
import { describeErrors } from './describe-findings.ts';
import { readFleetFile } from './fleet-file.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { createRefusal } from './refusal.ts';
import { takeObjects } from './take-objects.ts';

/** The objects of one environment as a stream of YAML in install order; throws where there is an error. */
export async function generate(call: Call): Promise<Answer> {
  const parameters = readParameters(call);
  const source = readFleetFile(call.folder);
  const request = await plan(source, parameters);
  const compilation = await compile(source, { ...request, readFile: readBeside(call.folder) });
  refuseErrors(compilation, parameters);
  const [{ name, bundle }] = compilation.environments as [Compilation['environments'][number]];
  const { objects, notes } = takeObjects(bundle!, parameters);
  const { warnings } = countFindings(compilation.diagnostics);
  const further = warnings === 0 ? '' : `; warnings: ${warnings}, "fleetc check" shows them`;
  return {
    result: formatYamlStream(objects),
    notes: [...notes, `${source.path} (${name}): objects: ${objects.length}${further}`],
  };
}

type Request = Pick<CompileOptions, 'environments' | 'adjustments'>;

/** What to compile. Where the file has errors, they are what counts, and not what somebody asks of it. */
async function plan(source: Source, parameters: Parameters): Promise<Request> {
  const { file, redact, diagnostics } = await readFleet(source);
  if (!file) return {};
  const environment = chooseEnvironment(file, parameters);
  const resolution = await resolveFleet(file, environment).catch((error: unknown) => {
    throw redactThrown(error, redact);
  });
  const { value: fleet } = resolution;
  const isBroken = !fleet || hasErrors([...diagnostics, ...resolution.diagnostics]);
  const adjustments = isBroken ? {} : toAdjustments(parameters, fleet);
  return { environments: [environment], adjustments: { ...adjustments, withoutOutputs: true } };
}

function chooseEnvironment(
  { environments }: Pick<FleetFile, 'environments'>,
  { environment }: Parameters,
): string {
  const names = environments.join(', ');
  if (environment === undefined) {
    if (environments.length === 1) return environments[0]!;
    throw createRefusal(
      `the fleet has several environments (${names}); name one in the parameter "environment"`,
    );
  }
  if (environments.includes(environment)) return environment;
  const close = nearest(environment, environments);
  const hint = close === undefined ? '' : `; did you mean "${close}"?`;
  throw createRefusal(`there is no environment "${environment}", only ${names}${hint}`);
}

function refuseErrors(compilation: Compilation, { overrides }: Parameters): void {
  const { source, lockSource, environments, diagnostics } = compilation;
  if (!hasErrors(diagnostics)) return;
  const sources = lockSource ? [source, lockSource] : [source];
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const names = environments.map(({ name }) => name).join(', ');
  const subject = names === '' ? source.path : `${source.path} (${names})`;
  const origin = Object.keys(overrides).length > 0 ? ', with the overrides of the Application' : '';
  throw createRefusal(describeErrors(diagnostics, texts, subject + origin).join('\n'));
}
