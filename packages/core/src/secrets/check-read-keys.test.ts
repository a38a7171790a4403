import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { exampleFleet } from '@fleetc/fleet';

const missing = 'FLC5122 pools.ci.env.T';

async function found(from: string, key: string): Promise<string[]> {
  const codes = await findCodes(
    exampleFleet(`secrets: { store: vault, vault: { mount: kv } }
credentials:
  github: { app: { id: 1, installationId: 2, secret: { from: { ${from} } } } }
pools:
  ci: { env: { T: { secret: { name: github, key: ${key} } } } }`),
  );
  return codes.filter((code) => code.startsWith('FLC512'));
}

const sealed = `sealedSecret: { scope: cluster, sealed: { "*": { github_app_private_key: AQ${'A'.repeat(2498)} } } }`;

it.each<[string, string, string[]]>([
  ['env: KEY', 'github_app_id', []],
  ['env: KEY', 'token', [missing]],
  ['file: app.pem', 'github_app_private_key', []],
  ['externalSecret: {}', 'github_app_installation_id', []],
  ['externalSecret: {}', 'token', [missing]],
  ['vaultSecret: {}', 'github_app_id', []],
  ['vaultSecret: {}', 'token', [missing]],
  [sealed, 'github_app_id', []],
  [sealed, 'token', [missing]],
  ['existing: true', 'token', []],
])('compares what a pod reads with what the Secret holds: %s', async (from, key, codes) => {
  expect(await found(from, key)).toEqual(codes);
});
