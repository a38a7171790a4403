import { warnWithoutUpstream } from '@fleetc/testing';

/** Runs before everything, so that a run which compares nothing says so. */
export function setup(): void {
  warnWithoutUpstream();
}
