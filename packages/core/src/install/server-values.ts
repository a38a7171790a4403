import type { Fleet, Ingress, JsonObject, Node, SecretSource } from '@fleetc/fleet';
import { itemsFrom } from '../emission/item.ts';
import { field, filled, type Item, list, type Table, within } from '../emission/table.ts';
import { proxyVariables } from '../network/proxy-variables.ts';
import { credentialEnvironment } from './credential-environment.ts';
import { type InstallContext, pullSecretObjects } from './install-context.ts';
import { placementValues } from './placement-values.ts';

/** What the chart's two servers have in common. */
interface Server {
  readonly secret?: SecretSource;
  readonly ingress?: Ingress;
  readonly resources?: JsonObject;
  readonly node?: Node;
}

/** One of the chart's two servers: where the fleet describes it, and what tells it from the other. */
export interface ServerKind {
  readonly from: string;
  /** What the chart appends to the release in the names of the server's objects. */
  readonly suffix: string;
  readonly serverOf: (fleet: Fleet) => Server | undefined;
  /** Whether it asks GitHub, and so needs a credential; and the field that makes it ask. */
  readonly asksGitHub: (fleet: Fleet) => boolean;
  readonly askedFrom: string;
}

/** Values that both servers have. */
export function serverValues(kind: ServerKind): Table<InstallContext> {
  const { from, suffix } = kind;
  const server = ({ fleet }: InstallContext) => kind.serverOf(fleet);
  return [
    field('enabled', from, (c) => (server(c) ? true : undefined)),
    // Without it the chart cuts names off at the end, and those of the two servers would become one.
    field('fullnameOverride', 'controller.release', (c) =>
      server(c) ? `${c.fleet.controller.release}-${suffix}` : undefined,
    ),
    field('logFormat', 'controller.logFormat', (c) =>
      server(c) ? c.fleet.controller.logFormat : undefined,
    ),
    // Never made by the chart: the value would sit in Helm's values and release history.
    field('secret.create', `${from}.secret`, (c) => (server(c)?.secret ? false : undefined)),
    field('secret.name', `${from}.secret.name`, (c) => server(c)?.secret?.name),
    list('env', kind.askedFrom, ({ fleet }) => environment(kind, fleet)),
    field('imagePullSecrets', 'registry.pullSecrets', (c) =>
      server(c) ? pullSecretObjects(c) : undefined,
    ),
    ...within(
      'ingress',
      ingressValues(`${from}.ingress`, (c) => server(c)?.ingress),
    ),
    field('resources', `${from}.resources`, (c) => filled(server(c)?.resources)),
    ...placementValues(`${from}.node`, (c) => server(c)?.node),
  ];
}

// The chart reads a token from the server's own Secret only; this uses the controller's where it is.
function environment({ serverOf, asksGitHub, askedFrom }: ServerKind, fleet: Fleet): Item[] {
  if (!serverOf(fleet)) return [];
  const credential = asksGitHub(fleet) ? credentialEnvironment(fleet.controller.credential) : [];
  const proxy = proxyVariables(fleet).map(({ name, value, from: place }) => ({
    value: { name, value },
    from: place,
  }));
  return [...itemsFrom(askedFrom, credential), ...proxy];
}

// An empty list of paths would give an Ingress that is refused.
function ingressValues(
  from: string,
  ingressOf: (context: InstallContext) => Ingress | undefined,
): Table<InstallContext> {
  return [
    field('enabled', from, (c) => (ingressOf(c) ? true : undefined)),
    field('ingressClassName', `${from}.className`, (c) => ingressOf(c)?.className),
    field('annotations', `${from}.annotations`, (c) => filled(ingressOf(c)?.annotations)),
    list('hosts', `${from}.host`, (c) => itemsFrom(`${from}.host`, hosts(ingressOf(c)))),
    list('tls', `${from}.tlsSecret`, (c) => itemsFrom(`${from}.tlsSecret`, tls(ingressOf(c)))),
  ];
}

function hosts(ingress: Ingress | undefined): object[] {
  if (!ingress) return [];
  const { host, urlPath } = ingress;
  return [{ host, paths: [{ path: urlPath, pathType: 'Prefix' }] }];
}

function tls(ingress: Ingress | undefined): object[] {
  if (ingress?.tlsSecret === undefined) return [];
  return [{ hosts: [ingress.host], secretName: ingress.tlsSecret }];
}
