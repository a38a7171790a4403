import type { JsonObject } from '../model.ts';
import { fleetShape, mergePatch } from './merge-patch.ts';
import { isPlain, type Plain, valueAt } from './plain.ts';
import type { FleetFile } from './read-fleet.ts';

/** What whoever deploys a file asks for on top of it. */
export interface Adjustments {
  /** The pools that are wanted, instead of those that the environment names. */
  readonly only?: readonly string[];
  /** A JSON Merge Patch in long form, on top of the environment's own. */
  readonly override?: JsonObject;
  /** Whether the file counts as one that says nothing of outputs, because its objects are handed over at once. */
  readonly withoutOutputs?: boolean;
}

/** The file as if one of its environments said what is asked for. Places stay those of the text, as near as it has them. */
export function adjustFile(
  given: FleetFile,
  environment: string,
  { only, override, withoutOutputs = false }: Adjustments = {},
): FleetFile {
  const file = withoutOutputs ? dropOutputs(given) : given;
  if (!only && !override) return file;
  const input = asPlain(valueAt(file.value, ['environments', environment]));
  const adjusted = {
    ...input,
    ...(only && { only }),
    ...(override && { override: mergePatch(input['override'], override, fleetShape) }),
  };
  const environments = { ...asPlain(file.value['environments']), [environment]: adjusted };
  return { ...file, value: { ...file.value, environments } };
}

function dropOutputs(file: FleetFile): FleetFile {
  const { outputs: _, ...value } = file.value;
  return { ...file, value };
}

function asPlain(value: unknown): Plain {
  return isPlain(value) ? value : {};
}
