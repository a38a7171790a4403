import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const entry = (path: string) =>
  exampleFleet(
    `secrets: { vault: { mount: kv } }\ncredentials:\n  github: { pat: { secret: { from: { vaultSecret: { entry: ${path}, field: token } } } } }`,
  );

export const vaultPathWithData = defineCheck<{ entry: string; mount: string }>({
  code: 'FLC4122',
  name: 'vault-path-with-data',
  severity: 'warning',
  title: 'A path of Vault has the segment of its API in front',
  message: ({ entry: path, mount }) =>
    `the entry "${path}" of mount "${mount}" begins with "data/"`,
  label: () => 'begins with "data/"',
  why: 'the operator puts "data/" before every path of a kv-v2 engine itself, so Vault is asked for another entry and says 403 or 404',
  fix: ({ entry: path }) => `write "${path.slice('data/'.length)}"`,
  source: 'https://developer.hashicorp.com/vault/docs/deploy/kubernetes/vso/api-reference',
  examples: { bad: entry('data/ci/github'), good: entry('ci/github') },
  check(fleet, report) {
    const { webhookServer, metrics } = fleet.controller;
    const credentials = [...fleet.credentials.values()].map(({ secret }) => secret);
    for (const secret of [...credentials, webhookServer?.secret, metrics.server?.secret]) {
      const from = secret?.from;
      if (from?.source !== 'vaultSecret' || from.type !== 'kv-v2') continue;
      if (!from.entry.startsWith('data/')) continue;
      const path = [...secret!.path, 'from', 'vaultSecret', 'entry'];
      report({ entry: from.entry, mount: from.mount }, path);
    }
  },
});
