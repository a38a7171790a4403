import type { Ingress, WebhookServer } from '@fleetc/fleet';
import { field, filled, type Table } from '../emission/table.ts';
import { credentialEnvironment } from './credential-environment.ts';
import { type InstallContext, pullSecretObjects } from './install-context.ts';

/** Values below `githubWebhookServer`: the server that scales on `workflow_job` events. */
export const webhookServerValues: Table<InstallContext> = [
  field('enabled', 'controller.webhookServer', (c) => (server(c) ? true : undefined)),
  field('replicaCount', 'controller.webhookServer.replicas', (c) => server(c)?.replicas),
  field('useRunnerGroupsVisibility', 'controller.webhookServer.runnerGroupVisibility', (c) =>
    server(c)?.runnerGroupVisibility ? true : undefined,
  ),
  field('logLevel', 'controller.webhookServer.logLevel', (c) => server(c)?.logLevel),
  field('secret', 'controller.webhookServer.secret', (c) => webhookSecret(server(c))),
  // The chart reads a token from the webhook's own Secret only; this uses the controller's where it is.
  field('env', 'controller.webhookServer.runnerGroupVisibility', (c) =>
    server(c)?.runnerGroupVisibility
      ? credentialEnvironment(c.fleet.controller.credential)
      : undefined,
  ),
  field('imagePullSecrets', 'registry.pullSecrets', (c) =>
    server(c) ? pullSecretObjects(c) : undefined,
  ),
  field('service.type', 'controller.webhookServer.service.type', (c) => server(c)?.service?.type),
  field('service.annotations', 'controller.webhookServer.service.annotations', (c) =>
    filled(server(c)?.service?.annotations),
  ),
  field('ingress', 'controller.webhookServer.ingress', (c) => ingressValues(server(c)?.ingress)),
  field('resources', 'controller.webhookServer.resources', (c) => filled(server(c)?.resources)),
];

/** Values of the Secret with the webhook's HMAC secret, which is always made outside the chart. */
export function webhookSecret(
  server: Pick<WebhookServer, 'secret'> | undefined,
): object | undefined {
  return server?.secret && { create: false, name: server.secret.name };
}

/** Ingress in the words of the chart; an empty list of paths would give an Ingress that is refused. */
export function ingressValues(ingress: Ingress | undefined): object | undefined {
  if (!ingress) return undefined;
  const { host, urlPath, className, annotations, tlsSecret } = ingress;
  return {
    enabled: true,
    ...(className !== undefined && { ingressClassName: className }),
    ...(filled(annotations) && { annotations }),
    hosts: [{ host, paths: [{ path: urlPath, pathType: 'Prefix' }] }],
    ...(tlsSecret !== undefined && { tls: [{ hosts: [host], secretName: tlsSecret }] }),
  };
}

function server({ fleet }: InstallContext): WebhookServer | undefined {
  return fleet.controller.webhookServer;
}
