import type { Network, PrivateCa } from '../model.ts';
import type { NetworkInput } from '../schema/input.ts';
import { defined } from './defined.ts';

/** Key under which tools that hand certificates around put them. */
const defaultKey = 'ca.crt';

/** Puts the `network` block into the model's words. */
export function resolveNetwork({ proxy, ca }: NetworkInput = {}): Network {
  return {
    path: ['network'],
    ...defined({
      proxy: proxy && { no: proxy.no ?? [], ...defined({ http: proxy.http, https: proxy.https }) },
      ca: ca && resolveCa(ca),
    }),
  };
}

function resolveCa({ configMap, secret }: NonNullable<NetworkInput['ca']>): PrivateCa | undefined {
  const kind = configMap ? 'configMap' : 'secret';
  const holder = configMap ?? secret;
  return holder && { kind, name: holder.name, key: holder.key ?? defaultKey };
}
