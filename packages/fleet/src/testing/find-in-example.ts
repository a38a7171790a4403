import { type AnyFleetCheck, runCheck } from '../rules/fleet-check.ts';
import { exampleFleet } from '../rules/example.ts';
import type { Fleet } from '../model.ts';
import { readFleet } from '../resolve/read-fleet.ts';
import { resolveFleet } from '../resolve/resolve-fleet.ts';

/** A finding by the texts under its markers. */
export interface FoundInExample {
  readonly code: string;
  readonly message: string;
  readonly at: string;
  readonly related: readonly string[];
}

/** What checks find in a fleet around these blocks, in the order of checks. */
export async function findInExample(
  checks: readonly AnyFleetCheck[],
  blocks: string,
): Promise<FoundInExample[]> {
  const text = exampleFleet(blocks);
  const fleet = await resolveExample(blocks);
  const textAt = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return checks
    .flatMap((check) => runCheck(check, fleet))
    .map(({ code, message, primary, related }) => ({
      code,
      message,
      at: textAt(primary!.span),
      related: related.map(({ span }) => textAt(span)),
    }));
}

/** The fleet around these blocks; one that does not resolve without a word is an error of the test. */
export async function resolveExample(blocks: string): Promise<Fleet> {
  const { file, diagnostics } = await readFleet({ path: 'fleet.yaml', text: exampleFleet(blocks) });
  const resolution = file && (await resolveFleet(file, file.environments[0]!));
  const messages = [...diagnostics, ...(resolution?.diagnostics ?? [])].map((d) => d.message);
  if (messages.length > 0 || !resolution?.value) throw new Error(messages.join('\n'));
  return resolution.value;
}
