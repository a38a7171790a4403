import { formatPath, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { ReadFile } from '../../compilation.ts';
import type { Delivery } from './delivery.ts';
import { deliverExternal } from './external-secret.ts';
import { deliverSealed } from './sealed-secret.ts';
import { deliverSops } from './sops-secret.ts';
import { deliverVault } from './vault-secret.ts';
import type { DeliveringOrigin, WantedSecret } from './wanted-secret.ts';

/** The objects that bring Secrets into the cluster, and why one that is wanted is missing. */
export interface Deliveries {
  readonly delivered: readonly Delivery[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the sources may look at. */
export interface DeliveryInput {
  readonly fleet: Fleet;
  readonly readFile: ReadFile;
}

/** Brings one Secret into every namespace that wants it, so that a mistake in its source is told once. */
type Deliver<O extends DeliveringOrigin> = (
  input: DeliveryInput,
  wanted: readonly WantedSecret<O>[],
) => Deliveries | Promise<Deliveries>;

type Sources = {
  readonly [S in DeliveringOrigin['source']]: Deliver<Extract<DeliveringOrigin, { source: S }>>;
};

const sources: Sources = {
  externalSecret: ({ fleet }, wanted) => always(wanted.map((one) => deliverExternal(fleet, one))),
  vaultSecret: ({ fleet }, wanted) => always(wanted.map((one) => deliverVault(fleet, one))),
  sealedSecret: ({ fleet }, wanted) => deliverSealed(fleet, wanted),
  sops: deliverSops,
};

/** Makes the object of each wanted Secret. */
export async function deliverSecrets(
  input: DeliveryInput,
  wanted: readonly WantedSecret[],
): Promise<Deliveries> {
  const all: Deliveries[] = [];
  for (const group of groupBySource(wanted)) {
    const deliver = sources[group[0]!.from.source] as Deliver<DeliveringOrigin>;
    all.push(await deliver(input, group));
  }
  return {
    delivered: all.flatMap(({ delivered }) => delivered),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

function groupBySource(wanted: readonly WantedSecret[]): WantedSecret[][] {
  const groups = new Map<string, WantedSecret[]>();
  for (const secret of wanted) {
    const key = formatPath(secret.source.path);
    const group = groups.get(key);
    if (group) group.push(secret);
    else groups.set(key, [secret]);
  }
  return [...groups.values()];
}

function always(delivered: readonly Delivery[]): Deliveries {
  return { delivered, diagnostics: [] };
}
