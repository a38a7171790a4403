import {
  applyIgnores,
  createDiagnostic,
  type Diagnostic,
  hasErrors,
  nearest,
  sortDiagnostics,
  unusedIgnore,
} from '@fleetc/diagnostics';
import {
  checkFleet,
  type FleetFile,
  readFleet,
  resolveFleet,
  type Source,
  unknownEnvironment,
} from '@fleetc/fleet';
import type { Compilation, CompiledEnvironment, CompileOptions } from './compilation.ts';
import { compileBundle } from './compile-bundle.ts';
import { checkEmitted } from './rules/check-emitted.ts';
import { checkSharedClusters } from './rules/shared-cluster.rule.ts';
import { checkBundle } from './validate-bundle.ts';

/**
 * The whole way from the text of a fleet.yaml to one bundle per environment. Pure: reads nothing but its arguments, and
 * `source` in the result is masked, so that a secret which stood in the text can appear nowhere.
 */
export async function compile(raw: Source, options: CompileOptions = {}): Promise<Compilation> {
  const { source, file, diagnostics: reading } = await readFleet(raw);
  const diagnostics: Diagnostic[] = [...reading];
  const environments: CompiledEnvironment[] = [];
  for (const name of file ? chosenEnvironments(file, options, diagnostics) : []) {
    const compiled = await compileEnvironment(file!, name, reading);
    diagnostics.push(...compiled.diagnostics);
    if (compiled.environment) environments.push(compiled.environment);
  }
  diagnostics.push(...checkSharedClusters(environments.map(({ fleet }) => fleet)));
  const texts = new Map([[source.path, source.text]]);
  const applied = applyIgnores(sortDiagnostics(diagnostics), texts);
  // A comment may be meant for an environment that was not asked for.
  const shown = options.environments
    ? applied.filter(({ code }) => code !== unusedIgnore.code)
    : applied;
  return {
    source,
    hasEnvironments: file?.hasEnvironments ?? false,
    environments,
    diagnostics: sortDiagnostics(shown),
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
): Promise<{ environment?: CompiledEnvironment; diagnostics: readonly Diagnostic[] }> {
  const { value: fleet, diagnostics: resolving, silences } = await resolveFleet(file, name);
  if (!fleet) return { diagnostics: resolving };
  const isWhole = !hasErrors([...reading, ...resolving]);
  const diagnostics = [...resolving, ...checkFleet(fleet, isWhole, silences)];
  if (!isWhole || hasErrors(diagnostics)) return { environment: { name, fleet }, diagnostics };
  const { bundle, diagnostics: compiling } = await compileBundle(fleet);
  const validating = await checkBundle(bundle, fleet);
  const checking = await checkEmitted(bundle, fleet, validating);
  const all = [...diagnostics, ...compiling, ...validating, ...checking];
  const environment = hasErrors(all) ? { name, fleet } : { name, fleet, bundle };
  return { environment, diagnostics: all };
}
