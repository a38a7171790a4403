import { coreRules } from '@fleetc/core';
import { type AnyRule, ignoreRules } from '@fleetc/diagnostics';
import { fleetRules } from '@fleetc/fleet';
import { outputRules } from '@fleetc/output';
import { labelRules } from '@fleetc/reports';
import { commandLineRules } from './index.ts';

/** Every rule of the tool in the order of codes: what `explain` knows and what SARIF describes. */
export const allRules: readonly AnyRule[] = [
  ...ignoreRules,
  ...fleetRules,
  ...coreRules,
  ...outputRules,
  ...labelRules,
  ...commandLineRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));
