import type { Fleet } from '@fleetc/fleet';
import { type Context, filled } from '../emission/table.ts';
import { pullSecretNames } from '../registry/pull-secrets.ts';

/** What chart values are made from. */
export interface InstallContext extends Context {
  readonly fleet: Fleet;
}

/** Pull secrets in the form of a pod's list. */
export function pullSecretObjects({ fleet }: InstallContext): { name: string }[] | undefined {
  return filled(pullSecretNames(fleet.registry).map((name) => ({ name })));
}
