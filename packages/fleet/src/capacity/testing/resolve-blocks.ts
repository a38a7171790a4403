import type { Fleet } from '../../model.ts';
import { readFleet } from '../../resolve/read-fleet.ts';
import { resolveFleet } from '../../resolve/resolve-fleet.ts';
import { exampleFleet } from '../../rules/example.ts';

/** The fleet that some blocks, filled up as in the examples of rules, stand for. */
export async function resolveBlocks(blocks: string): Promise<Fleet> {
  const { file } = await readFleet({ path: 'fleet.yaml', text: exampleFleet(blocks) });
  const resolution = await resolveFleet(file!, 'default');
  const messages = resolution.diagnostics.map(({ message }) => message);
  if (messages.length > 0 || !resolution.value) throw new Error(messages.join('\n'));
  return resolution.value;
}
