import type { Fleet } from '@fleetc/fleet';
import { sourcePath } from './delivery.ts';
import { sealedName, type WantedSecret } from './wanted-secret.ts';

/** What `fleetc seal` is asked for beside the name. */
export interface SealOptions {
  readonly sops?: boolean;
  readonly reseal?: boolean;
  /** Where in the fleet that stands which an environment may have for itself, beside the source. */
  readonly also?: readonly (readonly (string | number)[])[];
}

/** The command that seals the value of a Secret, for the environment where that has a part of it for itself. */
export function sealCommand(
  fleet: Fleet,
  wanted: WantedSecret,
  { sops = false, reseal = false, also = [] }: SealOptions = {},
): string {
  const words = [`fleetc seal ${sealedName(wanted)}`];
  const isOwn = [sourcePath(wanted), ...also].some((path) => isOfEnvironment(fleet, path));
  if (sops) words.push('--sops');
  if (isOwn) words.push(`--env ${fleet.environment}`);
  if (sops && fleet.secrets.sops.recipients.length === 0) words.push('--age-recipient RECIPIENT');
  if (!sops && fleet.secrets.sealing.certificate === undefined) words.push('--cert FILE');
  if (reseal) words.push('--reseal');
  return words.join(' ');
}

/** Whether something stands in the override of the environment. */
export function isOfEnvironment(fleet: Fleet, path: readonly (string | number)[]): boolean {
  return fleet.origin(path, 'key').layer.startsWith('environment ');
}
