import type { WebhookServer } from '@fleetc/fleet';
import { itemsFrom } from '../emission/item.ts';
import { field, filled, list, type Table } from '../emission/table.ts';
import type { InstallContext } from './install-context.ts';
import { serverValues } from './server-values.ts';

const from = 'controller.webhookServer';

/** Values below `githubWebhookServer`: the server that scales on `workflow_job` events. */
export const webhookServerValues: Table<InstallContext> = [
  ...serverValues({
    from,
    suffix: 'github-webhook-server',
    serverOf: ({ controller }) => controller.webhookServer,
    asksGitHub: ({ controller }) => controller.webhookServer?.runnerGroupVisibility === true,
    askedFrom: `${from}.runnerGroupVisibility`,
  }),
  field('replicaCount', `${from}.replicas`, (c) => server(c)?.replicas),
  field('useRunnerGroupsVisibility', `${from}.runnerGroupVisibility`, (c) =>
    server(c)?.runnerGroupVisibility ? true : undefined,
  ),
  field('logLevel', `${from}.logLevel`, (c) => server(c)?.logLevel),
  field('service.type', `${from}.service.type`, (c) => server(c)?.service?.type),
  field('service.annotations', `${from}.service.annotations`, (c) =>
    filled(server(c)?.service?.annotations),
  ),
  list('service.ports', `${from}.service.nodePort`, (c) =>
    itemsFrom(`${from}.service.nodePort`, ports(c)),
  ),
];

// The list replaces the chart's, so the rest of its one entry has to be said again.
function ports(context: InstallContext): object[] {
  const nodePort = server(context)?.service?.nodePort;
  if (nodePort === undefined) return [];
  return [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP', nodePort }];
}

function server({ fleet }: InstallContext): WebhookServer | undefined {
  return fleet.controller.webhookServer;
}
