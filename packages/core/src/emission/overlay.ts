import type { Path } from '@fleetc/diagnostics';
import type { JsonObject } from '@fleetc/fleet';
import type { Fields } from './emit.ts';
import { startsWith } from './locate.ts';
import { isMap, mergePatch } from './merge-patch.ts';
import type { Located } from './table.ts';

/** A part of the fleet that is merged into an emitted object as it stands. */
export interface Overlay {
  /** Where in the object it is merged. */
  readonly at: Path;
  readonly patch: JsonObject;
  /** Where in the fleet it is written. */
  readonly from: Path;
}

/** Merges each overlay in turn; what comes later wins. */
export function applyOverlays(object: Fields, overlays: readonly Overlay[]): Fields {
  let result = object;
  for (const { at, patch } of overlays) {
    if (Object.keys(patch).length === 0) continue;
    const nested = at.reduceRight<unknown>((inner, step) => ({ [step]: inner }), patch);
    result = mergePatch(result, nested) as Fields;
  }
  return result;
}

/** The place in the overlay that decided a path of the object; `undefined` when it says nothing on the way there. */
export function locateInOverlay({ at, patch, from }: Overlay, path: Path): Located | undefined {
  if (!startsWith(path, at)) return undefined;
  const rest = path.slice(at.length);
  let inner: unknown = patch;
  for (let steps = 0; ; steps++) {
    const matched = [...from, ...rest.slice(0, steps)];
    // A scalar or a list replaced all that was there, so everything below is the overlay's.
    if (!isMap(inner)) return { path: [...from, ...rest], depth: Infinity };
    const step = rest[steps];
    if (step === undefined || !Object.hasOwn(inner, step)) {
      return steps === 0 ? undefined : { path: matched, depth: at.length + steps };
    }
    inner = inner[step];
  }
}
