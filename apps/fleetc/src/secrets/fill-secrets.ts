import type { PendingSecret, ValueSource } from '@fleetc/core';
import {
  createDiagnostic,
  sortDiagnostics,
  type Diagnostic,
  type Place,
} from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { secretFileUnreadable } from '../rules/secret-file-unreadable.rule.ts';
import { secretValueEmpty } from '../rules/secret-value-empty.rule.ts';
import { secretValueMalformed } from '../rules/secret-value-malformed.rule.ts';
import { secretVariableUnset } from '../rules/secret-variable-unset.rule.ts';
import { normalizeSecretValue, readerOf } from './normalize-value.ts';
import type { Reading } from './read-value.ts';
import { toSecretObject } from './to-secret-object.ts';

/** Every Secret with its value, and what keeps one from having it. */
export interface FilledSecrets {
  readonly objects: readonly KubernetesObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Fills all Secrets, so that one run tells everything that is missing; `read` is asked once for each source. */
export function fillSecrets(
  secrets: readonly PendingSecret[],
  fleet: Fleet,
  read: (source: ValueSource) => Reading,
): FilledSecrets {
  const readOnce = rememberReadings(read);
  const objects: KubernetesObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const secret of secrets) {
    const outcome = fillSecret(secret, readOnce(toValueSource(secret)), locate(secret, fleet));
    if (outcome.object) objects.push(outcome.object);
    else diagnostics.push(outcome.diagnostic);
  }
  return { objects, diagnostics: sortDiagnostics(diagnostics) };
}

type Outcome =
  | { readonly object: KubernetesObject }
  | { readonly object?: undefined; readonly diagnostic: Diagnostic };

function fillSecret(secret: PendingSecret, reading: Reading, place: Place): Outcome {
  const { name, content } = secret;
  const source = toValueSource(secret);
  if ('failure' in reading) return { diagnostic: reportFailure(name, source, reading, place) };
  const described = describeSource(source);
  if (reading.text.trim() === '') {
    return {
      diagnostic: createDiagnostic(secretValueEmpty, { origin: described, secret: name }, place),
    };
  }
  const reader = readerOf(content);
  const normalized = normalizeSecretValue(reader, reading.text);
  if ('value' in normalized) return { object: toSecretObject(secret, normalized.value) };
  const params = { origin: described, key: reader.key, problem: normalized.problem };
  return { diagnostic: createDiagnostic(secretValueMalformed, params, place) };
}

function reportFailure(
  secret: string,
  source: ValueSource,
  { failure }: Exclude<Reading, { text: string }>,
  place: Place,
): Diagnostic {
  return source.source === 'env'
    ? createDiagnostic(secretVariableUnset, { variable: source.variable, secret }, place)
    : createDiagnostic(
        secretFileUnreadable,
        {
          origin: describeSource(source),
          secret,
          reason: failure,
          folder: 'the folder of the fleet.yaml',
        },
        place,
      );
}

/** The line that names the variable or file, where it is that of a credential; else the block that it is for. */
function locate({ path }: PendingSecret, { credentials, origin }: Fleet): Place {
  const [block, name] = path;
  const credential = block === 'credentials' ? credentials.get(String(name)) : undefined;
  const exact = credential
    ? [...credential.secret.path, 'from', credential.secret.from.source]
    : path;
  return { span: origin(exact).span, path: exact };
}

// A pipe such as /dev/fd/63 can be read only once, though one credential fills Secrets in several namespaces.
function rememberReadings(
  read: (source: ValueSource) => Reading,
): (source: ValueSource) => Reading {
  const readings = new Map<string, Reading>();
  return (source) => {
    const key = JSON.stringify(source);
    const reading = readings.get(key) ?? read(source);
    readings.set(key, reading);
    return reading;
  };
}

function toValueSource({ content }: PendingSecret): ValueSource {
  return content.form === 'keys' ? content.value : content.password;
}

function describeSource(source: ValueSource): string {
  return source.source === 'env'
    ? `environment variable "${source.variable}"`
    : `file "${source.file}"`;
}
