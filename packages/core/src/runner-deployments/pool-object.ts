import type { Fleet, Pool } from '@fleetc/fleet';
import type { ObjectItem } from '../bundle.ts';
import { createObjectItem, type ObjectKind } from '../emission/object-item.ts';
import type { ObjectContext } from '../emission/object-metadata.ts';

/** What an object that the runners of one pool share is made from. */
export interface PoolObjectContext extends ObjectContext {
  readonly pool: Pool;
  readonly namespace: string;
}

/** Emits an object that the runners of one pool share. */
export function createPoolObject(
  kind: ObjectKind<PoolObjectContext>,
  name: string,
  { fleet, pool }: { readonly fleet: Fleet; readonly pool: Pool },
): ObjectItem {
  const context: PoolObjectContext = {
    fleet,
    pool,
    component: 'actions-runner',
    name,
    namespace: pool.namespace,
    roots: { pool: pool.path },
    words: { mode: pool.docker.mode },
  };
  return createObjectItem(kind, { context, overlays: [], path: pool.path });
}
