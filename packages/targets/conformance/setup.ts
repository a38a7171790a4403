import { warnWithoutUpstream } from '@fleetc/testing';
import { installTools } from './tools/install-tools.ts';

/** Runs before everything, so that a run which compares nothing says so. */
export function setup(): void {
  warnWithoutUpstream();
  installTools();
}
