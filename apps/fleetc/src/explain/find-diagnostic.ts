import { compile } from '@fleetc/core';
import type { FindDiagnostic } from './format-rule-page.ts';

/** Compiles a whole fleet.yaml and picks the first finding with the code. */
export const findDiagnostic: FindDiagnostic = async (fleet, code) => {
  const { diagnostics } = await compile({ path: 'fleet.yaml', text: fleet }, {});
  return diagnostics.find((diagnostic) => diagnostic.code === code);
};
