import { readBeside, type TextReading } from '@fleetc/input';
import type { Source } from '@fleetc/fleet';
import { createRefusal } from './refusal.ts';

/** The one name that `discover` in plugin.yaml looks for. */
export const fleetFile = 'fleet.yaml';

const limitMebibytes = 32;
const hint =
  'a file may be left out by the annotation "argocd.argoproj.io/manifest-generate-paths" or by exclusions of the repo server';

/** Reads the fleet in the application's folder; a link that leads out of it is refused. */
export function readFleetFile(folder: string): Source {
  const reading = tryFleetFile(folder);
  if ('text' in reading) return { path: fleetFile, text: reading.text };
  if (reading.isMissing) {
    throw createRefusal(`there is no ${fleetFile} in the folder of the application; ${hint}`);
  }
  throw createRefusal(`${fleetFile} cannot be read: ${reading.failure}`);
}

/** The same for whoever can do without. */
export function tryFleetFile(folder: string): TextReading {
  return readBeside(folder, limitMebibytes)(fleetFile);
}
