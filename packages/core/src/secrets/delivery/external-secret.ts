import type { Path } from '@fleetc/diagnostics';
import type { ExternalSecretOrigin, Fleet, RemoteEntry } from '@fleetc/fleet';
import { formatDuration, parseDuration } from '@fleetc/notation';
import { itemOf } from '../../emission/item.ts';
import type { ObjectKind } from '../../emission/object-item.ts';
import { objectLabels } from '../../emission/object-metadata.ts';
import { type Context, field, filled, type Item, list, type Table } from '../../emission/table.ts';
import {
  type Delivery,
  deliver,
  type DeliveryContext,
  deliveryContext,
  deliveryMetadata,
  sourcePath,
  writtenAt,
} from './delivery.ts';
import { goString, literalTemplate } from './go-template.ts';
import { partWords, remoteValues, secretTemplates } from './remote-values.ts';
import { templateRows } from './template-rows.ts';
import type { WantedSecret } from './wanted-secret.ts';

interface ExternalContext extends DeliveryContext {
  readonly from: ExternalSecretOrigin;
  readonly remote: ReadonlyMap<string, PlacedEntry>;
}

/** An entry of the store, and where in the fleet it is described. */
interface PlacedEntry {
  readonly entry: RemoteEntry;
  readonly path: Path;
}

interface EntryContext extends Context {
  readonly key: string;
  readonly entry: RemoteEntry;
}

// What the API server would fill in is written, because Argo CD would see a difference in every list item without it.
const entryTable: Table<EntryContext> = [
  field('secretKey', 'entry', ({ key }) => key),
  field('remoteRef.key', 'key', ({ entry }) => entry.key),
  field('remoteRef.property', 'property', ({ entry }) => entry.property),
  field('remoteRef.version', 'entry.version', ({ entry }) => entry.version),
  field('remoteRef.conversionStrategy', 'entry', () => 'Default'),
  field('remoteRef.decodingStrategy', 'entry.decoding', ({ entry }) => entry.decoding),
  field('remoteRef.metadataPolicy', 'entry', () => 'None'),
];

/** What External Secrets Operator makes a Secret from. */
export const externalSecretKind: ObjectKind<ExternalContext> = {
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  stage: 'secrets',
  table: [
    ...deliveryMetadata,
    field('spec.refreshPolicy', 'source.refreshPolicy', ({ from }) => from.refreshPolicy),
    field('spec.refreshInterval', 'refresh', ({ from }) => refreshInterval(from)),
    field('spec.secretStoreRef', 'store', ({ from: { store } }) => store),
    field('spec.target.name', 'secret.name', ({ name }) => name),
    field('spec.target.creationPolicy', 'source', () => 'Owner'),
    field('spec.target.deletionPolicy', 'source', () => 'Retain'),
    field('spec.target.template.engineVersion', 'source', () => 'v2'),
    field(
      'spec.target.template.mergePolicy',
      'source',
      ({ templates }) => filled(templates) && 'Replace',
    ),
    field('spec.target.template.type', 'credential', ({ type }) => type),
    // Without them the operator copies the labels of the ExternalSecret, those that a GitOps tool put there too.
    field('spec.target.template.metadata.labels', 'metadata.labels', objectLabels),
    field(
      'spec.target.template.metadata.annotations',
      'metadata.annotations',
      templatedAnnotations,
    ),
    ...templateRows('spec.target.template.data'),
    list('spec.data', 'source', remoteItems, [entryTable]),
  ],
};

/** The ExternalSecret of a wanted Secret. */
export function deliverExternal(
  fleet: Fleet,
  wanted: WantedSecret<ExternalSecretOrigin>,
): Delivery {
  const { from, form } = wanted;
  const remote = placedEntries(wanted);
  const templates = secretTemplates(form, new Set(remote.keys()), { read: readKey });
  const keys = Object.keys(templates);
  // Keys that all come from the store by their own names need no template.
  const isPlain = keys.every((key) => remote.has(key));
  const base = deliveryContext(fleet, wanted, isPlain ? {} : templates);
  const own = sourcePath(wanted);
  const roots = {
    ...base.roots,
    store: writtenAt(fleet, [...own, 'store'], ['secrets', 'store']),
    refresh: writtenAt(fleet, [...own, 'refresh'], ['secrets', 'refresh']),
  };
  const context: ExternalContext = { ...base, roots, from, remote };
  return deliver(externalSecretKind, context, wanted, {
    keys,
    values: [...remote.keys()],
    origin: `${from.store.kind} "${from.store.name}", ${entryWords(remote)}`,
  });
}

// Only the key of a pull secret begins with a dot, and no key of the language has a dash.
function readKey(key: string): string {
  return key.startsWith('.') ? `index . ${goString(key)}` : `.${key}`;
}

function placedEntries(wanted: WantedSecret<ExternalSecretOrigin>): Map<string, PlacedEntry> {
  const { form, from } = wanted;
  const path = sourcePath(wanted);
  const fields = Object.entries(from.fields).map(
    ([key, entry]) => [key, { entry, path: [...path, 'fields', key] }] as const,
  );
  return remoteValues<PlacedEntry>(form, Object.fromEntries(fields), () => ({ entry: from, path }));
}

function refreshInterval({ refreshPolicy, refresh }: ExternalSecretOrigin): string | undefined {
  // Whoever reads once, or when something changes, has no use for an interval.
  if (refreshPolicy !== 'Periodic') return undefined;
  const seconds = parseDuration(refresh);
  return seconds === undefined ? refresh : formatDuration(seconds);
}

// The operator evaluates annotations, too.
function templatedAnnotations({ fleet }: ExternalContext): object | undefined {
  const entries = Object.entries(fleet.annotations);
  return filled(Object.fromEntries(entries.map(([key, text]) => [key, literalTemplate(text)])));
}

function remoteItems({ fleet, remote }: ExternalContext): Item[] {
  return [...remote].map(([key, { entry, path }]) => {
    const roots = {
      entry: path,
      key: writtenAt(fleet, [...path, 'key'], ['secrets', 'keyPrefix']),
      property: writtenAt(fleet, [...path, 'property'], ['secrets', 'property']),
    };
    return itemOf(entryTable, { key, entry, roots, words: {} }, path);
  });
}

function entryWords(remote: ReadonlyMap<string, PlacedEntry>): string {
  const parts = new Map<string, string[]>();
  for (const { entry } of remote.values()) {
    const known = parts.get(entry.key) ?? [];
    parts.set(entry.key, entry.property === undefined ? known : [...known, entry.property]);
  }
  return [...parts]
    .map(([key, names]) => {
      const properties = names.length === 0 ? '' : `, ${partWords('part', names)}`;
      return `entry "${key}"${properties}`;
    })
    .join(', ');
}
