import { expect, it } from 'vitest';
import { compileEnvironments } from '../testing/compile-environments.ts';
import { exampleCiphertext } from '../rules/example.ts';

const one = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const two = 'age1nlp6q33d8ar0fnrlvn2vnadlme9ds50whm0d2gesgd7n88thtumslf2kec';
const path = 'secrets/github.sops.yaml';
const ciphertext = `ENC[AES256_GCM,data:AAAA,iv:${'A'.repeat(43)}=,tag:${'B'.repeat(22)}==,type:str]`;
const fileFor = (...recipients: string[]) => `apiVersion: v1
kind: Secret
metadata:
    name: github
    namespace: actions-runner-system
stringData:
    github_token: ${ciphertext}
sops:
    age:
${recipients.map((recipient) => `        - recipient: ${recipient}\n          enc: x\n`).join('')}    mac: ${ciphertext}
    mac_only_encrypted: true
`;
const sops = (
  recipients: string,
  environments: string,
) => `registry: { direct: [docker.io, quay.io] }
secrets: { sops: { recipients: [${recipients}] } }
credentials:
  github: { pat: { secret: { from: { sops: {} } } } }
environments:
${environments}`;
const sealed = (environments: string) => `registry: { direct: [docker.io, quay.io] }
secrets: { sealing: { certificate: a.pem } }
credentials:
  github: { pat: { secret: { from: { sealedSecret: { sealed: { actions-runner-system/github: { github_token: ${exampleCiphertext} } } } } } } }
environments:
${environments}`;

async function found(blocks: string, ...recipients: string[]): Promise<string[]> {
  const files = { [path]: fileFor(...recipients) };
  const diagnostics = await compileEnvironments(blocks, files);
  return diagnostics.map(({ code, severity, message, fix }) =>
    [code, severity, message, fix].join('|'),
  );
}

it('is content with a file for just the recipients of the fleet', async () => {
  expect(await found(sops(`${two}, ${one}`, '  a: {}\n  b: {}\n'), one, two)).toEqual([]);
});

it('compares nothing where the fleet names no recipients', async () => {
  const blocks = sops(one, '  a: { override: { secrets: { sops: null } } }\n');
  expect(await found(blocks, two)).toEqual([]);
});

it('warns once of recipients that a file is not encrypted for, and of those that are too many', async () => {
  expect(await found(sops(one, '  a: {}\n  b: {}\n'), two)).toEqual([
    [
      'FLC5123',
      'warning',
      `the SOPS file "${path}" is not encrypted for "${one}", and opens for "${two}", too`,
      'pipe the value into "fleetc seal github --sops --reseal", or run "sops updatekeys"; who could open the file once may still know the value',
    ].join('|'),
  ]);
});

it('says of a damaged recipient nothing but that', async () => {
  const damaged = `${one.slice(0, -1)}q`;
  const codes = (await found(sops(damaged, '  a: {}\n'), one)).map((words) => words.slice(0, 7));
  expect(codes).toEqual(['FLC4133']);
});

it('refuses one file for environments with different recipients, and says nothing else of it', async () => {
  const other = `  a: {}\n  b: { override: { secrets: { sops: { recipients: [${two}] } } } }\n`;
  expect(await found(sops(one, other), one)).toEqual([
    [
      'FLC5125',
      'error',
      `environments "a" and "b" name different recipients and share the SOPS file "${path}"`,
      'give environment "b" a folder of its own, by "secrets: { sops: { folder: secrets/b } }" in its override',
    ].join('|'),
  ]);
});

it('accepts different recipients for files of their own', async () => {
  const other = `  a: {}\n  b: { override: { secrets: { sops: { recipients: [${two}], folder: own } } } }\n`;
  const diagnostics = await compileEnvironments(sops(one, other), {
    [path]: fileFor(one),
    'own/github.sops.yaml': fileFor(two),
  });
  expect(diagnostics).toEqual([]);
});

it('warns of ciphertext that an environment with another certificate takes over', async () => {
  const other = '  a: {}\n  b: { override: { secrets: { sealing: { certificate: b.pem } } } }\n';
  expect(await found(sealed(other))).toEqual([
    [
      'FLC4134',
      'warning',
      'environment "b" has another certificate than "a" and the same ciphertext of credential "github" for "actions-runner-system/github"',
      'pipe the value into "fleetc seal github --env b"',
    ].join('|'),
  ]);
});

it('accepts one certificate, and ciphertext of its own', async () => {
  const same = '  a: {}\n  b: { override: { secrets: { sealing: { certificate: a.pem } } } }\n';
  expect(await found(sealed(same))).toEqual([]);
  const own = `  a: {}
  b:
    override:
      secrets: { sealing: { certificate: b.pem } }
      credentials: { github: { pat: { secret: { from: { sealedSecret: { sealed: { actions-runner-system/github: { github_token: ${exampleCiphertext.replace(/AAAA$/, 'BBBB')} } } } } } } } }
`;
  expect(await found(sealed(own))).toEqual([]);
});

it('names the environment that lacks ciphertext when it has a certificate of its own', async () => {
  const blocks = `registry: { direct: [docker.io, quay.io] }
credentials: { github: { pat: { secret: { from: { sealedSecret: {} } } } } }
environments:
  a: { override: { secrets: { sealing: { certificate: a.pem } } } }
`;
  expect(await found(blocks)).toEqual([
    [
      'FLC4123',
      'error',
      'in environment "a" the Secret "github" of credential "github" is not sealed for "actions-runner-system/github"',
      'pipe the value into "fleetc seal github --env a"',
    ].join('|'),
  ]);
});
