import type { Path } from '@fleetc/diagnostics';
import type { KubernetesObject } from '@fleetc/kubernetes';
import type { ObjectItem, Stage } from '../bundle.ts';
import { emitFields, type Fields } from './emit.ts';
import { locate } from './locate.ts';
import { applyOverlays, locateInOverlay, type Overlay } from './overlay.ts';
import type { Context, Located, Table } from './table.ts';

/** A kind of object and the table of its fields. */
export interface ObjectKind<C extends Context> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly stage: Stage;
  readonly table: Table<C>;
}

/** What one emitted value is made of. */
export interface Parts<C extends Context> {
  readonly table: Table<C>;
  readonly context: C;
  readonly overlays: readonly Overlay[];
  /** The block that answers where nothing better does. */
  readonly path: Path;
}

/** Emits one object; `finish` may still replace values, never move them. */
export function createObjectItem<C extends Context>(
  { apiVersion, kind, stage, table }: ObjectKind<C>,
  parts: Omit<Parts<C>, 'table'>,
  finish: (object: Fields) => Fields = (object) => object,
): ObjectItem {
  const emitted = emitFields(table, parts.context, { apiVersion, kind });
  const object = finish(applyOverlays(emitted, parts.overlays)) as KubernetesObject & Fields;
  const origin = (path: Path) => originOf({ ...parts, table }, path);
  return { type: 'object', stage, path: parts.path, object, origin };
}

/** Where in the fleet a path of the emitted value comes from: the answer that explains most of the path. */
export function originOf<C extends Context>(parts: Parts<C>, path: Path): Path {
  let best: Located = locate(parts.table, parts.context, path) ?? { path: parts.path, depth: 0 };
  for (const overlay of parts.overlays) {
    const found = locateInOverlay(overlay, path);
    // Of two overlays that claim a value outright the later one was merged last.
    if (found && (found.depth > best.depth || found.depth === Infinity)) best = found;
  }
  return best.path;
}
