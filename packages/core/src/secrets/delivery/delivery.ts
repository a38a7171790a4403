import type { Path } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { DeliveredSecret, ObjectItem } from '../../bundle.ts';
import { createObjectItem, type ObjectKind } from '../../emission/object-item.ts';
import { metadataTable, type ObjectContext } from '../../emission/object-metadata.ts';
import { valueAt } from '../../rules/value-at.ts';
import { typeOf } from '../secret-form.ts';
import type { WantedSecret } from './wanted-secret.ts';

/** What an object that brings a Secret is made from. */
export interface DeliveryContext extends ObjectContext {
  readonly namespace: string;
  readonly type: string;
  /** The keys of the Secret that a Go template makes, each with its text. */
  readonly templates: Readonly<Record<string, string>>;
}

/** An object and the Secret that it brings. */
export interface Delivery {
  readonly item: ObjectItem;
  readonly secret: DeliveredSecret;
}

/** The rows of the metadata of such an object. */
export const deliveryMetadata = metadataTable<DeliveryContext>('secret.name', 'user.namespace');

/** What the tables of all sources need to know about a wanted Secret. */
export function deliveryContext(
  fleet: Fleet,
  wanted: WantedSecret,
  templates: Readonly<Record<string, string>>,
): DeliveryContext {
  const { name, namespace, user, source, form } = wanted;
  const roots = {
    user,
    secret: source.path,
    credential: source.path.slice(0, -1),
    source: sourcePath(wanted),
  };
  const component = 'actions-runner-controller';
  return { fleet, component, name, namespace, type: typeOf(form), templates, roots, words: {} };
}

/** Where in the fleet the source of a Secret is described. */
export function sourcePath({ source, from }: WantedSecret): Path {
  return [...source.path, 'from', from.source];
}

/** The object of a wanted Secret, and what it brings. */
export function deliver<C extends DeliveryContext>(
  kind: ObjectKind<C>,
  context: C,
  { name, namespace, consumers, path, from }: WantedSecret,
  words: Pick<DeliveredSecret, 'keys' | 'origin' | 'values'>,
): Delivery {
  const item = createObjectItem(kind, { context, overlays: [], path });
  return { item, secret: { name, namespace, consumers, path, by: from.source, ...words } };
}

/** The place of a field: in the source itself, else among the defaults of all Secrets where they say it. */
export function writtenAt(fleet: Fleet, own: Path, ...others: readonly Path[]): Path {
  return [own, ...others].find((path) => valueAt(fleet.effective, path) !== undefined) ?? own;
}
