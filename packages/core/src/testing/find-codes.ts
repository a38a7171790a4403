import { formatPath } from '@fleetc/diagnostics';
import { compile } from '../compile.ts';

/** Code and place of everything that is found in a fleet.yaml, in the order of codes. */
export async function findCodes(text: string): Promise<string[]> {
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  return diagnostics.map(({ code, path }) => `${code} ${formatPath(path ?? [])}`).sort();
}
