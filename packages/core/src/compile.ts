import {
  applyIgnores,
  createDiagnostic,
  type Diagnostic,
  hasErrors,
  nearest,
  shortenDiagnostic,
  sortDiagnostics,
  unusedIgnore,
} from '@fleetc/diagnostics';
import {
  adjustFile,
  checkFleet,
  type FleetFile,
  fleetName,
  type FleetReading,
  readFleet,
  redactDiagnostic,
  redactThrown,
  resolveFleet,
  resolveOutputs,
  type Source,
  unknownEnvironment,
} from '@fleetc/fleet';
import type {
  Compilation,
  CompiledEnvironment,
  CompileOptions,
  FileReading,
} from './compilation.ts';
import { type BundleInputs, compileBundle } from './compile-bundle.ts';
import { readLock } from './lock/read-lock.ts';
import { checkEmitted } from './rules/check-emitted.ts';
import { checkSharedClusters } from './rules/shared-cluster.rule.ts';
import { checkSharedSecrets } from './secrets/check-shared-secrets.ts';
import { checkBundle } from './validate-bundle.ts';

/**
 * The whole way from the text of a fleet.yaml to one bundle per environment. Pure: reads nothing but its arguments, and
 * `source` in the result is masked, so that a secret which stood in the text can appear nowhere.
 */
export async function compile(raw: Source, options: CompileOptions = {}): Promise<Compilation> {
  const reading = await readFleet(raw, options.limits);
  try {
    return await compileReading(reading, options);
  } catch (error) {
    throw redactThrown(error, reading.redact);
  }
}

async function compileReading(
  { source, redact, file, diagnostics: reading }: FleetReading,
  options: CompileOptions,
): Promise<Compilation> {
  const diagnostics: Diagnostic[] = [...reading];
  const environments: CompiledEnvironment[] = [];
  const { lock, source: lockSource, diagnostics: locking } = await readLock(source.path, options);
  diagnostics.push(...locking);
  const inputs: BundleInputs = { ...rememberFiles(options), ...(lock && { lock }) };
  for (const name of file ? chosenEnvironments(file, options, diagnostics) : []) {
    const adjusted = adjustFile(file!, name, options.adjustments);
    const compiled = await compileEnvironment(adjusted, name, reading, inputs);
    diagnostics.push(...compiled.diagnostics);
    if (compiled.environment) environments.push(compiled.environment);
  }
  diagnostics.push(...checkSharedClusters(environments.map(({ fleet }) => fleet)));
  diagnostics.push(...(await checkSharedSecrets(environments, inputs.readFile)));
  const texts = new Map([[source.path, source.text]]);
  const applied = applyIgnores(sortDiagnostics(diagnostics), texts);
  // A comment may be meant for an environment that was not asked for.
  const shown = options.environments
    ? applied.filter(({ code }) => code !== unusedIgnore.code)
    : applied;
  return {
    source,
    name: file ? fleetName(file) : '',
    hasEnvironments: file?.hasEnvironments ?? false,
    environments,
    ...(lockSource && { lockSource }),
    outputs: file ? resolveOutputs(file) : [],
    redact,
    diagnostics: sortDiagnostics(shown).map((finding) =>
      shortenDiagnostic(redactDiagnostic(finding, redact)),
    ),
  };
}

function chosenEnvironments(
  file: FleetFile,
  { environments }: CompileOptions,
  diagnostics: Diagnostic[],
): readonly string[] {
  if (!environments) return file.environments;
  const known = file.environments;
  for (const name of environments) {
    if (known.includes(name)) continue;
    const params = { user: '', name, suggestion: nearest(name, known), known };
    const path = ['environments'];
    const place = file.hasEnvironments ? { span: file.document.span(path, 'key'), path } : {};
    diagnostics.push(createDiagnostic(unknownEnvironment, params, place));
  }
  return known.filter((name) => environments.includes(name));
}

async function compileEnvironment(
  file: FleetFile,
  name: string,
  reading: readonly Diagnostic[],
  inputs: BundleInputs,
): Promise<{ environment?: CompiledEnvironment; diagnostics: readonly Diagnostic[] }> {
  const { value: fleet, diagnostics: resolving, silences } = await resolveFleet(file, name);
  if (!fleet) return { diagnostics: resolving };
  const isWhole = !hasErrors([...reading, ...resolving]);
  const diagnostics = [...resolving, ...checkFleet(fleet, isWhole, silences)];
  if (!isWhole || hasErrors(diagnostics)) return { environment: { name, fleet }, diagnostics };
  const { bundle, diagnostics: compiling } = await compileBundle(fleet, inputs);
  const validating = await checkBundle(bundle, fleet);
  const checking = await checkEmitted(bundle, fleet, validating, inputs);
  const all = [...diagnostics, ...compiling, ...validating, ...checking];
  const environment = hasErrors(all) ? { name, fleet } : { name, fleet, bundle };
  return { environment, diagnostics: all };
}

type FileOptions = Pick<CompileOptions, 'readFile'>;

/** Environments share files, and what is read twice may differ. */
function rememberFiles({ readFile }: FileOptions): FileOptions {
  if (!readFile) return {};
  const known = new Map<string, FileReading | Promise<FileReading>>();
  return {
    readFile(path) {
      const reading = known.get(path) ?? readFile(path);
      known.set(path, reading);
      return reading;
    },
  };
}
