import type { Fleet, SecretOrigin } from '../../model.ts';
import { isPlain } from '../../resolve/plain.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

type Source = SecretOrigin['source'];

/** What the sources read of the block with the defaults. */
const readBy: Readonly<Record<string, readonly Source[]>> = {
  store: ['externalSecret'],
  property: ['externalSecret'],
  vault: ['vaultSecret'],
  keyPrefix: ['externalSecret', 'vaultSecret'],
  refresh: ['externalSecret', 'vaultSecret'],
};

const defaults = (text: string) =>
  exampleFleet(
    `secrets: { default: vaultSecret, vault: { mount: kv }${text} }\ncredentials:\n  github: { pat: {} }`,
  );

export const secretDefaultUnused = defineCheck<{ key: string; source: string; reads: string }>({
  code: 'FLC4128',
  name: 'secret-default-unused',
  severity: 'warning',
  title: 'A default for Secrets is one that their source does not read',
  message: ({ key, source }) => `"secrets.${key}" has no effect beside "default: ${source}"`,
  label: () => 'read by no Secret',
  why: 'it looks as if it chose what is fetched, and another entry or field may be fetched instead',
  fix: ({ reads }) => `remove it; it is for ${reads}`,
  source: 'the fleet language',
  needsWholeFleet: true,
  examples: { bad: defaults(', store: corp'), good: defaults(', keyPrefix: ci/') },
  check(fleet, report) {
    const { secrets } = fleet.effective;
    const { source } = fleet.secrets;
    if (source === undefined || !isPlain(secrets)) return;
    const used = usedSources(fleet);
    for (const [key, sources] of Object.entries(readBy)) {
      if (secrets[key] === undefined || sources.includes(source)) continue;
      if (sources.some((reader) => used.has(reader)) || !isBesideDefault(fleet, key)) continue;
      const reads = sources.map((reader) => `"${reader}"`).join(' and ');
      report({ key, source, reads }, ['secrets', key], { part: 'key' });
    }
  },
});

// An environment that takes its Secrets from elsewhere leaves what the others need where it is.
function isBesideDefault(fleet: Fleet, key: string): boolean {
  const [own, chosen] = [key, 'default'].map((name) => fleet.origin(['secrets', name]).layer);
  return own === chosen;
}

function usedSources({ credentials, controller }: Fleet): Set<Source> {
  const secrets = [
    ...[...credentials.values()].map(({ secret }) => secret),
    controller.webhookServer?.secret,
    controller.metrics.server?.secret,
  ];
  return new Set(secrets.flatMap((secret) => secret?.from.source ?? []));
}
