import { type Bundle, compile } from '@fleetc/core';

/** The bundles of a fleet.yaml; throws where it has an error. */
export async function compileText(text: string): Promise<Bundle[]> {
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return environments.map(({ bundle }) => bundle!);
}
