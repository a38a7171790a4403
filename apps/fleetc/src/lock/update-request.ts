import { nameInLock } from '@fleetc/core';
import { nearest } from '@fleetc/diagnostics';
import { formatImageReference, parseImageReference } from '@fleetc/notation';
import { allValues, hasFlag, type Invocation } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';

/** Which locked images are to be asked for again. Throws for an image that the fleet does not pull. */
export function readUpdateRequest(
  invocation: Invocation,
  names: readonly string[],
): (name: string) => boolean {
  if (hasFlag(invocation, 'update-all')) return () => true;
  const chosen = (allValues(invocation, 'update') ?? []).flatMap((text) => choose(text, names));
  const known = new Set(chosen);
  return (name) => known.has(name);
}

/** One image by its full reference, or every tag of one that is given without a tag. */
function choose(text: string, names: readonly string[]): readonly string[] {
  const image = parseImageReference(text);
  const chosen =
    image && image.tag === undefined
      ? names.filter((name) => name.startsWith(`${formatImageReference(image)}:`))
      : names.filter((name) => name === nameInLock(text));
  if (chosen.length > 0) return chosen;
  const similar = nearest(text, names);
  const hint = similar === undefined ? '' : `; did you mean "${similar}"?`;
  const message = `the fleet pulls no image "${text}"${hint}`;
  throw createFailure(exitCodes.usage, message);
}
