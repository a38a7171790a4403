import { createDiagnostic, type Diagnostic, formatPath } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import {
  type Chart,
  loadObjectValidator,
  loadValuesValidator,
  type Validator,
  type Violation,
} from '@fleetc/kubernetes';
import type { Bundle, BundleItem, ObjectItem } from './bundle.ts';
import { subjectOf } from './rules/emitted-items.ts';
import { isEscape } from './rules/escape.ts';
import { objectRefused } from './rules/object-refused.rule.ts';
import { unknownPatchedField } from './rules/unknown-patched-field.rule.ts';
import { valuesRefused } from './rules/values-refused.rule.ts';

/**
 * Validates every object and every values file of a bundle. Each violation becomes a finding at the line of fleet.yaml
 * that the field came from; one mistake in a profile is one finding, however many objects it spoils.
 */
export async function checkBundle(bundle: Bundle, fleet: Fleet): Promise<Diagnostic[]> {
  const validators = await loadValidators(bundle.items);
  const found = new Map<string, Diagnostic>();
  for (const item of bundle.items) {
    const value = item.type === 'object' ? readableParts(item) : item.release.values;
    for (const violation of validators.get(kindOf(item))!(value)) {
      const diagnostic = toDiagnostic(item, violation, fleet);
      const { primary, code } = diagnostic;
      const key = JSON.stringify([code, primary?.span, violation]);
      if (!found.has(key)) found.set(key, diagnostic);
    }
  }
  return [...found.values()];
}

// Ciphertext is in no form that a schema knows, and stays out of what is compared.
function readableParts({ object, encrypted }: ObjectItem): object {
  if (!encrypted) return object;
  const { data: _data, stringData: _stringData, sops: _sops, ...readable } = object;
  return readable;
}

async function loadValidators(items: readonly BundleItem[]): Promise<Map<string, Validator>> {
  const validators = new Map<string, Validator>();
  for (const item of items) {
    const kind = kindOf(item);
    if (!validators.has(kind)) validators.set(kind, await loadValidator(item));
  }
  return validators;
}

function loadValidator(item: BundleItem): Promise<Validator> {
  if (item.type === 'release') return loadValuesValidator(item.release.chart as Chart);
  return loadObjectValidator(item.object.apiVersion, item.object.kind);
}

function kindOf(item: BundleItem): string {
  if (item.type === 'release') return `chart ${item.release.chart}`;
  return `${item.object.apiVersion} ${item.object.kind}`;
}

function toDiagnostic(item: BundleItem, violation: Violation, fleet: Fleet): Diagnostic {
  const path = item.origin(violation.path);
  const isUnknown = violation.kind === 'unknown-field';
  const params = { subject: subjectOf(item), field: formatPath(violation.path), violation };
  const place = { span: fleet.origin(path, isUnknown ? 'key' : 'value').span, path };
  if (isUnknown && isEscape(path)) return createDiagnostic(unknownPatchedField, params, place);
  const rule = item.type === 'release' ? valuesRefused : objectRefused;
  return createDiagnostic(rule, params, place);
}
