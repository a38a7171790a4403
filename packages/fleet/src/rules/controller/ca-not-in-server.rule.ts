import type { Path } from '@fleetc/diagnostics';
import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleet = (server: string) =>
  exampleFleet(
    `github: { url: https://github.acme.example }\nnetwork: { ca: { configMap: { name: acme-ca } } }\ncontroller: { metrics: { ${server} } }`,
  );

export const caNotInServer = defineCheck<{ server: string }>({
  code: 'FLC4809',
  name: 'ca-not-in-server',
  severity: 'warning',
  title: 'A server asks a GitHub whose private CA it cannot be given',
  message: ({ server }) => `${server} asks GitHub, and does not trust the CA of "network.ca"`,
  label: () => 'asks GitHub',
  why: 'the chart mounts nothing into its servers, so each request to an enterprise server with a private certificate fails',
  fix: 'leave this out, or name a controller image with the CA built in under "controller.images" and silence this warning',
  source:
    'https://github.com/actions/actions-runner-controller/blob/actions-runner-controller-0.23.7/charts/actions-runner-controller/templates/githubwebhook.deployment.yaml',
  examples: { bad: fleet('server: {}'), good: fleet('proxy: true') },
  check(checked, report) {
    const { github, network } = checked;
    if (github.product !== 'server' || !network.ca) return;
    const related = [{ path: [...network.path, 'ca'], text: 'the private CA' }];
    for (const [server, path] of askingServers(checked)) {
      report({ server }, path, { part: 'key', related });
    }
  },
});

function askingServers({ controller: { webhookServer, metrics } }: Fleet): [string, Path][] {
  const found: [string, Path][] = [];
  if (webhookServer?.runnerGroupVisibility) {
    found.push(['the webhook server', [...webhookServer.path, 'runnerGroupVisibility']]);
  }
  if (metrics.server) found.push(['the metrics server', metrics.server.path]);
  return found;
}
