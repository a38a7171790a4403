import type { Path } from '@fleetc/diagnostics';
import type { Fleet, HttpProxy } from '@fleetc/fleet';

/** One variable of an HTTP proxy, and where in the fleet it was written. */
export interface ProxyVariable {
  readonly name: string;
  readonly value: string;
  readonly from: Path;
}

/**
 * What no pod reaches by the proxy: itself and the cluster. Clients in a pod call the API server by its address, which
 * Kubernetes puts in place of the last.
 */
const inCluster = [
  'localhost',
  '127.0.0.1',
  'kubernetes.default.svc',
  '.svc',
  '.cluster.local',
  '$(KUBERNETES_SERVICE_HOST)',
];

/** Variables of the fleet's proxy in capitals, as programs in Go read them; none without a proxy. */
export function proxyVariables({ network }: Pick<Fleet, 'network'>): ProxyVariable[] {
  const { proxy, path } = network;
  if (!proxy || (proxy.http === undefined && proxy.https === undefined)) return [];
  const values = { http: proxy.http, https: proxy.https, no: notProxied(proxy) };
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ name: `${key.toUpperCase()}_PROXY`, value, from: [...path, 'proxy', key] }],
  );
}

/** The same in both cases: curl reads `http_proxy` in small letters only, and some tools capitals only. */
export function proxyVariablesInBothCases(fleet: Pick<Fleet, 'network'>): ProxyVariable[] {
  return proxyVariables(fleet).flatMap((variable) => [
    variable,
    { ...variable, name: variable.name.toLowerCase() },
  ]);
}

function notProxied({ no }: HttpProxy): string {
  return [...new Set([...inCluster, ...no])].join(',');
}
