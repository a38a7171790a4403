import type { Diagnostic, Path } from '@fleetc/diagnostics';
import { isFleet } from '../../generated/validators.js';
import type { Document } from '../../parse/document.ts';
import { isPlain } from '../../resolve/plain.ts';
import {
  badFormat,
  exclusiveKeys,
  missingKey,
  noneOfKeys,
  otherFleet,
  outOfRange,
  unknownKey,
} from '../../rules/shape/shape-rules.ts';
import { isSecretPlace } from './is-secret-place.ts';

/** Something that the language does not know where a secret is meant. */
export interface MisplacedValue {
  readonly path: Path;
  /** Whether the key was not known, so that it may be the secret itself. */
  readonly isUnknownKey: boolean;
}

// What is absent or is given once too often is no value of the wrong kind.
const withoutValue: readonly string[] = [missingKey.code, noneOfKeys.code, exclusiveKeys.code];

// Outside of the block of a Secret a known key may show what is wrong with its text, such as a host with a path.
const ofRightType: readonly string[] = [badFormat.code, outOfRange.code];

/** The places in which a file says something that cannot be meant, next to where its secrets are named. */
export async function findMisplaced(
  document: Document,
  shape: readonly Diagnostic[],
): Promise<MisplacedValue[]> {
  const found = [...shape, ...(await explainOverrides(document))];
  return found.flatMap(({ code, path }) =>
    path && isMisplaced({ code, path }) ? [{ path, isUnknownKey: code === unknownKey.code }] : [],
  );
}

/** Whether a finding about the shape points to something that may be a secret, as all of another file may be. */
export function isMisplaced({ code, path }: Pick<Diagnostic, 'code' | 'path'>): boolean {
  if (!path || withoutValue.includes(code)) return false;
  if (path.length === 0 || code === otherFleet.code) return true;
  if (!isSecretPlace(path)) return false;
  return !ofRightType.includes(code) || path.includes('secret') || path.includes('pullSecrets');
}

/** What breaks the schema in the override of an environment, which is checked after merging only, when texts are shown. */
async function explainOverrides({ value, span }: Document): Promise<Diagnostic[]> {
  const environments = isPlain(value) ? value['environments'] : undefined;
  if (!isPlain(environments)) return [];
  const found: Diagnostic[] = [];
  for (const [name, environment] of Object.entries(environments)) {
    const override = isPlain(environment) ? environment['override'] : undefined;
    if (!isPlain(override) || !mentionsSecret(override, []) || isFleet(wholeFleet(override))) {
      continue;
    }
    const { explainFleetShape } = await import('../../shape/explain-shape.ts');
    const above = ['environments', name, 'override'];
    const issues = explainFleetShape(override, (path, part) => span([...above, ...path], part));
    found.push(
      ...issues.map(({ diagnostic, path }) => ({ ...diagnostic, path: [...above, ...path] })),
    );
  }
  return found;
}

// A patch lacks what stands elsewhere in the file; what is left must be right by itself.
function wholeFleet(override: object): object {
  const head = { apiVersion: 'fleetc.dev/v1', kind: 'Fleet', metadata: { name: 'fleet' } };
  return { ...head, credentials: {}, ...override };
}

function mentionsSecret(value: unknown, path: Path): boolean {
  if (path.length > 0 && isSecretPlace(path)) return true;
  if (!isPlain(value)) return false;
  return Object.entries(value).some(([key, child]) => mentionsSecret(child, [...path, key]));
}
