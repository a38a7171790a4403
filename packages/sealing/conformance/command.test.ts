import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { makeAgeKey } from '../test/support/make-age-key.ts';
import { makeCertificate } from '../test/support/make-certificate.ts';
import { needsTool, run } from './run-tool.ts';

const bin = resolve(import.meta.dirname, '../../../apps/fleetc/bin/fleetc.mjs');
const { pem, privateKey: sealingKey } = makeCertificate();
const token = 'c4n4ry-token-of-usual-length';

const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme, labels: { team: ci } }
controller: { credentials: github, watch: cluster }
registry: { direct: [docker.io], pullSecrets: [hub] }
credentials:
  github: { pat: {} } # the controller's
  web:
    app: { id: 12345, installationId: 67890 }
  hub: { registry: { server: docker.io, username: 'acme"\\' } }
scopes:
  web: { repository: acme/web, credentials: web }
pools:
  ci: { namespace: one, replicas: 2, resources: { requests: { cpu: 500m, memory: 1Gi } } }
  cd: { namespace: two, replicas: 2, resources: { requests: { cpu: 500m, memory: 1Gi } } }
`;

interface SecretObject {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
}

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

/** What each credential is to hold, in the cluster. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  github: { github_token: token },
  web: {
    github_app_id: '12345',
    github_app_installation_id: '67890',
    github_app_private_key: privateKey,
  },
  hub: {
    '.dockerconfigjson': JSON.stringify({
      auths: {
        'https://index.docker.io/v1/': {
          username: 'acme"\\',
          password: token,
          auth: Buffer.from(`acme"\\:${token}`).toString('base64'),
        },
      },
    }),
  },
};

const places = [
  'actions-runner-system/github',
  'actions-runner-system/hub',
  'cert-manager/hub',
  'one/hub',
  'one/web',
  'two/hub',
  'two/web',
];

function sealAndBuild(...options: string[]): { folder: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-seal-'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'fleet.yaml'), fleet);
  writeFileSync(join(folder, 'sealing.pem'), pem);
  for (const name of ['github', 'hub', 'web']) {
    const input = name === 'web' ? privateKey : `${token}\n`;
    run(process.execPath, [bin, 'seal', name, ...options], { cwd: folder, input });
  }
  run(process.execPath, [bin, 'build'], { cwd: folder });
  const all = readdirSync(join(folder, 'build'), { recursive: true, encoding: 'utf8' });
  const files = all.filter((name) => /secret-[^/]*\.yaml$/.test(name));
  return { folder, files: files.map((name) => join(folder, 'build', name)) };
}

it('seals and builds what kubeseal opens, in every scope', (context) => {
  const kubeseal = needsTool(context, 'kubeseal');
  for (const scope of ['strict', 'namespace', 'cluster']) {
    const { folder, files } = sealAndBuild('--cert', 'sealing.pem', '--scope', scope);
    const keyFile = join(folder, 'key.pem');
    writeFileSync(keyFile, sealingKey.export({ type: 'pkcs8', format: 'pem' }));
    const opened = files.map((file) => {
      const input = readFileSync(file, 'utf8');
      const options = ['--recovery-unseal', '--recovery-private-key', keyFile];
      return JSON.parse(kubeseal(options, { input })) as SecretObject;
    });
    expect(opened.map(placeOf).sort()).toEqual(places);
    for (const secret of opened) {
      const entries = Object.entries(secret.data!);
      const plain = entries.map(([key, text]) => [key, Buffer.from(text, 'base64').toString()]);
      expect(Object.fromEntries(plain)).toEqual(expected[secret.metadata.name]);
    }
  }
});

it('encrypts and builds what sops decrypts, in every namespace', (context) => {
  const sops = needsTool(context, 'sops');
  const keys = [makeAgeKey(), makeAgeKey()];
  const recipients = keys.flatMap(({ recipient }) => ['--age-recipient', recipient]);
  const { files } = sealAndBuild('--sops', ...recipients);
  for (const { identity } of keys) {
    const opened = files.map(
      (file) => load(sops(['decrypt', file], { env: { SOPS_AGE_KEY: identity } })) as SecretObject,
    );
    expect(opened.map(placeOf).sort()).toEqual(places);
    for (const { metadata, stringData } of opened)
      expect(stringData).toEqual(expected[metadata.name]);
  }
});

function placeOf({ metadata: { namespace, name } }: SecretObject): string {
  return `${namespace}/${name}`;
}
