import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet, SealedSecretOrigin, SealingScope } from '@fleetc/fleet';
import type { ObjectKind } from '../../emission/object-item.ts';
import { objectLabels } from '../../emission/object-metadata.ts';
import { field, filled } from '../../emission/table.ts';
import { sealedSecretElsewhere } from '../../rules/sealed-secret-elsewhere.rule.ts';
import { sealedSecretKeys } from '../../rules/sealed-secret-keys.rule.ts';
import { sealedSecretTruncated } from '../../rules/sealed-secret-truncated.rule.ts';
import { pullSecretKey } from '../github-keys.ts';
import type { SecretForm } from '../secret-form.ts';
import type { Deliveries } from './deliver-secrets.ts';
import {
  type Delivery,
  deliver,
  type DeliveryContext,
  deliveryContext,
  deliveryMetadata,
  sourcePath,
} from './delivery.ts';
import { literalTemplate } from './go-template.ts';
import { lengthProblem } from './sealed-length.ts';
import { templateRows } from './template-rows.ts';
import { isOfEnvironment, sealCommand } from './seal-command.ts';
import { sealedFor } from './sealed-for.ts';
import { ownerOf, type WantedSecret } from './wanted-secret.ts';

type Wanted = WantedSecret<SealedSecretOrigin>;

interface SealedContext extends DeliveryContext {
  readonly from: SealedSecretOrigin;
  readonly sealed: Readonly<Record<string, string>>;
}

const scopeAnnotations: Readonly<Record<SealingScope, Readonly<Record<string, string>>>> = {
  strict: {},
  namespace: { 'sealedsecrets.bitnami.com/namespace-wide': 'true' },
  cluster: { 'sealedsecrets.bitnami.com/cluster-wide': 'true' },
};

const certificatePath = ['secrets', 'sealing', 'certificate'];

const scopes: readonly SealingScope[] = ['strict', 'namespace', 'cluster'];

/** Ciphertext for the controller of Sealed Secrets. */
export const sealedSecretKind: ObjectKind<SealedContext> = {
  apiVersion: 'bitnami.com/v1alpha1',
  kind: 'SealedSecret',
  stage: 'secrets',
  table: [
    ...deliveryMetadata.filter(({ to }) => to[1] !== 'annotations'),
    field('metadata.annotations', 'metadata.annotations', annotations),
    field('spec.encryptedData', 'sealed', ({ sealed }) => sealed),
    field('spec.template.type', 'credential', ({ type }) => type),
    field('spec.template.metadata.name', 'secret.name', ({ name }) => name),
    field('spec.template.metadata.namespace', 'user.namespace', ({ namespace }) => namespace),
    field('spec.template.metadata.labels', 'metadata.labels', objectLabels),
    // The controller compares the scope here with that of the object.
    field('spec.template.metadata.annotations', 'metadata.annotations', annotations),
    ...templateRows('spec.template.data'),
  ],
};

/** The SealedSecrets of one Secret, wherever it is wanted, as far as there is ciphertext for it. */
export function deliverSealed(fleet: Fleet, wanted: readonly Wanted[]): Deliveries {
  const isSealed = (one: Wanted) => Object.hasOwn(one.from.sealed, sealedFor(one));
  const [there, missing] = [wanted.filter(isSealed), wanted.filter((one) => !isSealed(one))];
  const wrong = distinctBy(there, (one) => sealedFor(one)).flatMap((one) => [
    ...checkKeys(fleet, one),
    ...checkLengths(fleet, one),
  ]);
  return {
    delivered: there.map((one) => deliverOne(fleet, one)),
    diagnostics: [...(missing.length > 0 ? [reportMissing(fleet, missing)] : []), ...wrong],
  };
}

function deliverOne(fleet: Fleet, wanted: Wanted): Delivery {
  const { from, form } = wanted;
  const label = sealedFor(wanted);
  const sealed = from.sealed[label]!;
  const literal = Object.entries(form.form === 'keys' ? form.literal : {})
    .filter(([key]) => !Object.hasOwn(sealed, key))
    .map(([key, text]) => [key, literalTemplate(text)] as const);
  const base = deliveryContext(fleet, wanted, Object.fromEntries(literal));
  const roots = { ...base.roots, sealed: [...sourcePath(wanted), 'sealed', label] };
  return deliver(sealedSecretKind, { ...base, roots, from, sealed }, wanted, {
    keys: [...literal.map(([key]) => key), ...Object.keys(sealed).sort()],
    origin: `sealed for "${label}"`,
  });
}

function annotations({ fleet, from }: SealedContext): object | undefined {
  return filled({ ...fleet.annotations, ...scopeAnnotations[from.scope] });
}

function checkKeys(fleet: Fleet, wanted: Wanted): Diagnostic[] {
  const label = sealedFor(wanted);
  const sealed = Object.keys(wanted.from.sealed[label]!);
  const { needed, allowed } = keysOf(wanted.form);
  const missing = sealed.includes(needed) ? [] : [needed];
  const unread = sealed.filter((key) => !allowed.includes(key)).sort();
  if (missing.length + unread.length === 0) return [];
  const path = [...sourcePath(wanted), 'sealed', label];
  const place = { span: fleet.origin(path, 'key').span, path };
  const params = { owner: ownerOf(wanted), label, missing, unread, allowed };
  return [createDiagnostic(sealedSecretKeys, params, place)];
}

function checkLengths(fleet: Fleet, wanted: Wanted): Diagnostic[] {
  const label = sealedFor(wanted);
  const { allowed } = keysOf(wanted.form);
  return Object.entries(wanted.from.sealed[label]!).flatMap(([key, ciphertext]) => {
    const problem = allowed.includes(key) ? lengthProblem(key, ciphertext) : undefined;
    if (problem === undefined) return [];
    const path = [...sourcePath(wanted), 'sealed', label, key];
    const origin = fleet.origin(path, 'key');
    const command = sealCommand(fleet, wanted, { reseal: true });
    const params = { owner: ownerOf(wanted), label, key, problem, command };
    return [createDiagnostic(sealedSecretTruncated, params, { span: origin.span, path })];
  });
}

function keysOf(form: SecretForm): { needed: string; allowed: readonly string[] } {
  if (form.form === 'dockerconfigjson') return { needed: pullSecretKey, allowed: [pullSecretKey] };
  return { needed: form.key, allowed: [...Object.keys(form.literal), form.key] };
}

function reportMissing(fleet: Fleet, missing: readonly Wanted[]): Diagnostic {
  const [first] = missing as [Wanted];
  const path = sourcePath(first);
  const origin = fleet.origin(path, 'key');
  const scope = scopes.find((other) =>
    missing.every((one) => Object.hasOwn(one.from.sealed, sealedFor(one, other))),
  );
  const params = {
    owner: ownerOf(first),
    name: first.name,
    labels: [...new Set(missing.map((one) => sealedFor(one)))],
    others: Object.keys(first.from.sealed).sort(),
    command: sealCommand(fleet, first, { also: [certificatePath] }),
    // What one environment has to seal for itself may be missing in others, too.
    ...(isOfEnvironment(fleet, certificatePath) && { environment: fleet.environment }),
    ...(scope !== undefined && { scope }),
  };
  return createDiagnostic(sealedSecretElsewhere, params, { span: origin.span, path });
}

function distinctBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
