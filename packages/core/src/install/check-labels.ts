import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import { labelLeftOut } from '../rules/label-left-out.rule.ts';
import { unprintableLabels } from './chart-labels.ts';

/** Tells of labels that the chart's objects do not get. */
export function checkLabels(fleet: Fleet): Diagnostic[] {
  return unprintableLabels(fleet.labels).map((label) => {
    const path = ['metadata', 'labels', label];
    return createDiagnostic(labelLeftOut, { label }, { span: fleet.origin(path).span, path });
  });
}
