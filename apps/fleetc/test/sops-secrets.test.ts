import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const file = 'secrets/github.sops.yaml';
const ciphertext =
  'ENC[AES256_GCM,data:Y2lwaGVy,iv:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]';
const encrypted = `kind: Secret # in an order and a layout of its own
apiVersion: v1
stringData: { zeta: "${ciphertext}",   github_token: "${ciphertext}" }
metadata:
    namespace: actions-runner-system
    name: github
sops: { mac: "${ciphertext}", encrypted_regex: "^(data|stringData)$" }
`;
const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
credentials:
  github: { pat: { secret: { from: { sops: { file: ${file} } } } } }
registry: { direct: [docker.io, quay.io] }
scopes:
  web: { repository: acme/web }
pools:
  ci: { resources: { requests: { cpu: 500m, memory: 1Gi } } }
`;

it('places an encrypted Secret byte for byte', () => {
  const folder = makeFolder({ 'fleet.yaml': fleet, [file]: encrypted });
  expect(runFleetc(folder, ['build', '--out', 'out']).code).toBe(0);
  const placed = readFileSync(join(folder, 'out/10-secrets/secret-github.sops.yaml'), 'utf8');
  expect(placed).toBe(encrypted);
  expect(runFleetc(folder, ['build', '--out', 'out', '--check']).code).toBe(0);
  writeFileSync(join(folder, file), encrypted.replaceAll('Y2lwaGVy', 'b3RoZXI='));
  expect(runFleetc(folder, ['build', '--out', 'out', '--check']).code).toBe(3);
});

it('leaves an encrypted Secret out of a stream that kubectl is to read', () => {
  const folder = makeFolder({ 'fleet.yaml': fleet, [file]: encrypted });
  const { code, stdout, stderr } = runFleetc(folder, ['build', '--stdout']);
  expect(code).toBe(0);
  expect(stdout).toContain('kind: RunnerDeployment');
  expect(stdout).not.toContain('kind: Secret');
  expect(stderr).toContain('and 1 encrypted Secret');
});

it.skipIf(process.platform === 'win32')('reads no file outside of the folder of the fleet', () => {
  const folder = makeFolder({ 'inner/fleet.yaml': fleet, 'outside.yaml': encrypted });
  const link = join(folder, 'inner', file);
  mkdirSync(dirname(link));
  symlinkSync(join(folder, 'outside.yaml'), link);
  const { code, stderr } = runFleetc(folder, ['build', 'inner', '--out', 'out']);
  expect(code).toBe(1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
    'cannot be read: it is outside of the folder of the fleet file',
  );
});

it('keeps a value that somebody forgot to encrypt out of everything', () => {
  const canary = 'correct-horse-battery';
  const folder = makeFolder({
    'fleet.yaml': fleet,
    [file]: encrypted.replace(`github_token: "${ciphertext}"`, `github_token: ${canary}`),
  });
  for (const format of ['text', 'json', 'sarif', 'github']) {
    const { code, stdout, stderr } = runFleetc(folder, ['check', '--format', format]);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('FLC5121');
    expect(stdout + stderr).not.toContain(canary);
  }
});
