import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect } from 'vitest';
import { unseal } from '../../../../packages/sealing/test/decoders/unseal.ts';
import { makeCertificate } from '../../../../packages/sealing/test/support/make-certificate.ts';
import { plainFleet } from './fleets.ts';
import { makeFolder, type Run, type RunOptions, runFleetc } from './run-fleetc.ts';

const { pem, privateKey: sealingKey } = makeCertificate({
  from: new Date(Date.now() - 86_400_000),
});

/** The certificate that the fleets of these tests are sealed with. */
export const certificate = pem;

/** A value that may be found nowhere but in ciphertext. */
export const token = `ghp_${'c4n4ry'.repeat(6)}`;

/** The key of a GitHub App. */
export const appKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

/** What a Secret of `unsealed` is bound to. */
export const label = 'actions-runner-system/controller-manager';

/** As `plainFleet`, but nothing is said about the source. */
export const unsealed = plainFleet.replace(', from: { env: ACME_TOKEN }', '');

/** Secrets of every kind, in several namespaces. */
export const severalPlaces = `# The fleet of acme
apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
secrets:
  default: sealedSecret
  sealing: { certificate: sealing.pem } # public

controller:
  credentials: github
  watch: cluster
  webhookServer: { secret: {} }
  metrics: { server: { secret: { name: metrics } } }

registry:
  pullSecrets: [hub]

credentials:
  github:
    pat: {}
  # installed on acme
  web-app:
    app:
      id: 12345
      installationId: 67890
      secret:
        name: web
  hub: { registry: { server: docker.io, username: 'ac"me' } }

scopes:
  web: { repository: acme/web, credentials: web-app }
pools:
  ci: { namespace: one, replicas: 1, resources: { requests: { cpu: 500m, memory: 1Gi } } }
  cd: { namespace: two, replicas: 1, resources: { requests: { cpu: 500m, memory: 1Gi } } }
`;

/** A folder with a fleet and the certificate. */
export function makeFleet(
  fleet: string,
  files: Readonly<Record<string, string | Buffer>> = {},
): string {
  return makeFolder({ 'fleet.yaml': fleet, 'sealing.pem': certificate, ...files });
}

/** Runs `fleetc seal` and looks for the value in everything that it printed or left in the folder. */
export function seal(folder: string, args: readonly string[], options: RunOptions = {}): Run {
  const run = runFleetc(folder, ['seal', ...args], { input: `${token}\n`, ...options });
  expect(run.stdout).toBe('');
  for (const form of [token, 'c4n4ryc4n4ry', ...encodings(token), appKey.split('\n')[3]!]) {
    expect(run.stderr).not.toContain(form);
    const options = ['-rlF', '--exclude=*.value', form, folder];
    expect(spawnSync('grep', options, { encoding: 'utf8' }).stdout).toBe('');
  }
  return run;
}

/** Base64 of a text, whatever stands in front of it. */
function encodings(text: string): string[] {
  return ['', 'x', 'xx'].map((before) =>
    Buffer.from(before + text)
      .toString('base64')
      .slice(4, 40),
  );
}

/** Ciphertext as it stands at a place of a fleet file, by label and key. */
export function sealedAt(folder: string, path: string): Record<string, Record<string, string>> {
  const fleet: unknown = load(readFileSync(join(folder, 'fleet.yaml'), 'utf8'));
  const from = path.split('.').reduce<unknown>((value, key) => (value as never)?.[key], fleet);
  const { sealedSecret } = from as {
    sealedSecret: { sealed: Record<string, Record<string, string>> };
  };
  return sealedSecret.sealed;
}

/** The values behind such ciphertext, opened by an independent reader. */
export function openedAt(folder: string, path: string): Record<string, Record<string, string>> {
  const opened = Object.entries(sealedAt(folder, path)).map(([label, keys]) => {
    const values = Object.entries(keys).map(([key, text]) => {
      const value = unseal(text, label === '*' ? '' : label, sealingKey);
      return [key, value.toString()] as const;
    });
    return [label, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(opened);
}

/** Ciphertext, whichever it is, as `…`. */
export function hideSealed(text: string): string {
  return text.replaceAll(/A[QYg][A-Za-z0-9+/]{254,}={0,2}/g, '…');
}
