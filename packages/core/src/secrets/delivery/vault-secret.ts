import type { Fleet, VaultSecretOrigin } from '@fleetc/fleet';
import type { ObjectKind } from '../../emission/object-item.ts';
import { objectLabels } from '../../emission/object-metadata.ts';
import { field, filled } from '../../emission/table.ts';
import {
  type Delivery,
  deliver,
  type DeliveryContext,
  deliveryContext,
  deliveryMetadata,
  sourcePath,
  writtenAt,
} from './delivery.ts';
import { goString } from './go-template.ts';
import { partWords, remoteValues, secretTemplates } from './remote-values.ts';
import { templateRows } from './template-rows.ts';
import type { WantedSecret } from './wanted-secret.ts';

interface VaultContext extends DeliveryContext {
  readonly from: VaultSecretOrigin;
}

/** What Vault Secrets Operator makes a Secret from. */
export const vaultSecretKind: ObjectKind<VaultContext> = {
  apiVersion: 'secrets.hashicorp.com/v1beta1',
  kind: 'VaultStaticSecret',
  stage: 'secrets',
  table: [
    ...deliveryMetadata,
    field('spec.vaultAuthRef', 'auth', ({ from }) => from.auth),
    field('spec.mount', 'mount', ({ from }) => from.mount),
    field('spec.type', 'engine', ({ from }) => from.type),
    field('spec.path', 'entry', ({ from }) => from.entry),
    field('spec.refreshAfter', 'refresh', ({ from }) => from.refresh),
    // Without it the operator only fills a Secret that somebody else made.
    field('spec.destination.create', 'source', () => true),
    field('spec.destination.name', 'secret.name', ({ name }) => name),
    field('spec.destination.type', 'credential', ({ type }) => type),
    field('spec.destination.labels', 'metadata.labels', objectLabels),
    field('spec.destination.annotations', 'metadata.annotations', ({ fleet }) =>
      filled(fleet.annotations),
    ),
    // The whole answer of Vault, and every field by its own name, would reach the Secret beside the keys that are read.
    field('spec.destination.transformation.excludeRaw', 'source', () => true),
    field('spec.destination.transformation.excludes', 'source', () => ['.*']),
    ...templateRows('spec.destination.transformation.templates', ['text']),
  ],
};

/** The VaultStaticSecret of a wanted Secret. */
export function deliverVault(fleet: Fleet, wanted: WantedSecret<VaultSecretOrigin>): Delivery {
  const { from, form } = wanted;
  const remote = remoteValues(form, from.fields, (key) => from.field ?? key);
  const templates = secretTemplates(form, new Set(remote.keys()), {
    read: (key) => `get .Secrets ${goString(remote.get(key)!)}`,
    before: (keys) =>
      distinct(keys.map((key) => remote.get(key)!))
        .map(checkField)
        .join(''),
  });
  const base = deliveryContext(fleet, wanted, templates);
  const context: VaultContext = {
    ...base,
    from,
    roots: { ...base.roots, ...placesOf(fleet, wanted) },
  };
  return deliver(vaultSecretKind, context, wanted, {
    keys: Object.keys(templates),
    values: [...remote.keys()],
    origin: `Vault, mount "${from.mount}", entry "${from.entry}", ${partWords('field', remote.values())}`,
  });
}

// A field that Vault has not would silently become an empty text.
function checkField(name: string): string {
  const words = goString(`the entry has no field ${name}`);
  return `{{ if not (hasKey .Secrets ${goString(name)}) }}{{ fail ${words} }}{{ end }}`;
}

function placesOf(fleet: Fleet, wanted: WantedSecret<VaultSecretOrigin>) {
  const own = sourcePath(wanted);
  const at = (key: string, ...rest: string[]) =>
    writtenAt(fleet, [...own, key], ['secrets', ...rest]);
  return {
    auth: at('auth', 'vault', 'auth'),
    mount: at('mount', 'vault', 'mount'),
    engine: at('type', 'vault', 'type'),
    entry: at('entry', 'keyPrefix'),
    refresh: at('refresh', 'refresh'),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
