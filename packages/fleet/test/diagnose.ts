import { type Diagnostic, hasErrors, sortDiagnostics } from '@fleetc/diagnostics';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { resolveFleet } from '../src/resolve/resolve-fleet.ts';
import { checkFleet } from '../src/rules/fleet-rules.ts';
import type { Fleet } from '../src/model.ts';

export const path = 'fleet.yaml';

/** Everything that the language says about a text, sorted, each finding once; rules included. */
export async function diagnose(text: string): Promise<Diagnostic[]> {
  const { file, diagnostics } = await readFleet({ path, text });
  const found = [...diagnostics];
  for (const environment of file?.environments ?? []) {
    const resolution = await resolveFleet(file!, environment);
    found.push(...resolution.diagnostics);
    const isWhole = !hasErrors([...diagnostics, ...resolution.diagnostics]);
    if (resolution.value) found.push(...checkFleet(resolution.value, isWhole, resolution.silences));
  }
  return sortDiagnostics(found);
}

/** The fleet of an environment, the only one when it is not named; a text that is not clean is an error of the test. */
export async function resolve(text: string, environment?: string): Promise<Fleet> {
  const { file, diagnostics } = await readFleet({ path, text });
  const name = environment ?? file?.environments[0] ?? '';
  const resolution = file && (await resolveFleet(file, name));
  const messages = [...diagnostics, ...(resolution?.diagnostics ?? [])].map((d) => d.message);
  if (messages.length > 0 || !resolution?.value) throw new Error(messages.join('\n'));
  return resolution.value;
}
