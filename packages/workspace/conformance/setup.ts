import { installGoTools } from '@fleetc/testing';

/** Runs before everything: the linter of workflows. */
export function setup(): void {
  installGoTools('actionlint');
}
