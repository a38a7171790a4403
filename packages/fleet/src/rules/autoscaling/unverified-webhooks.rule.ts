import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const server = (fields: string) =>
  exampleFleet(`controller: { webhookServer: { ${fields}ingress: { host: arc.example.com } } }`);

export const unverifiedWebhooks = defineCheck({
  code: 'FLC4308',
  name: 'unverified-webhooks',
  severity: 'warning',
  title: 'A webhook server does not verify what it receives',
  message: () => 'the server has no secret, so it believes every request',
  label: () => 'anybody can send events',
  why: 'whoever reaches the server can scale the pools up and down at will',
  fix: 'add "secret" with the HMAC secret of the GitHub webhook',
  source: 'https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries',
  examples: { bad: server(''), good: server('secret: { from: { existing: true } }, ') },
  check(fleet, report) {
    const { webhookServer, metrics } = fleet.controller;
    for (const server of [webhookServer, metrics.server]) {
      if (server && !server.secret) report({}, server.path, { part: 'key' });
    }
  },
});
