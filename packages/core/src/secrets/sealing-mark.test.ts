import { expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { changedParts, sealingMark, sealingMarkAnnotation } from './sealing-mark.ts';

const path = 'secrets/bot.sops.yaml';
const ciphertext = `ENC[AES256_GCM,data:AAAA,iv:${'A'.repeat(43)}=,tag:${'B'.repeat(22)}==,type:str]`;
const app = (id: number) =>
  `credentials:\n  bot: { app: { id: ${id}, installationId: 2, secret: { from: { sops: {} } } } }`;

function sealed(annotations: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
    name: bot
    namespace: actions-runner-system
${annotations}stringData:
    github_app_id: ${ciphertext}
    github_app_installation_id: ${ciphertext}
    github_app_private_key: ${ciphertext}
sops:
    mac: ${ciphertext}
    mac_only_encrypted: true
`;
}

const marked = sealed(
  `    annotations:\n        ${sealingMarkAnnotation}: '{"github_app_id":"1","github_app_installation_id":"2"}'\n`,
);

it('says what a Secret holds beside its value, in an order of its own', () => {
  const literal = { github_app_installation_id: '2', github_app_id: '1' };
  expect(sealingMark({ form: 'keys', key: 'k', literal })).toBe(
    '{"github_app_id":"1","github_app_installation_id":"2"}',
  );
  expect(sealingMark({ form: 'dockerconfigjson', username: 'u', server: 'ghcr.io' })).toBe(
    '{"server":"ghcr.io","username":"u"}',
  );
  expect(sealingMark({ form: 'keys', key: 'github_token', literal: {} })).toBeUndefined();
});

it('finds what changed, and takes what nobody can read for a change', () => {
  const form = { form: 'dockerconfigjson', server: 'a', username: 'b' } as const;
  expect(changedParts(form, sealingMark(form)!)).toEqual([]);
  expect(changedParts({ ...form, username: 'c' }, sealingMark(form)!)).toEqual(['username']);
  expect(changedParts(form, 'null')).toEqual(['server', 'username']);
  expect(changedParts(form, '{')).toEqual(['server', 'username']);
});

it('asks to seal again when the App is another one', async () => {
  const { diagnostics, bundle, textAt } = await compileExample(app(7), { [path]: marked });
  const [found, ...others] = diagnostics.filter(({ code }) => code === 'FLC5124');
  expect(others).toEqual([]);
  expect(found!.severity).toBe('warning');
  expect(found!.message).toBe(
    `the SOPS file "${path}" was sealed when credential "bot" had another "github_app_id"`,
  );
  expect(found!.fix).toBe(
    'pipe the value into "fleetc seal bot --sops --age-recipient RECIPIENT --reseal"',
  );
  expect(textAt(found!.primary!.span)).toBe('7');
  expect(bundle).toBeDefined();
});

it('says nothing of what was sealed, and nothing of a file without a mark', async () => {
  for (const text of [marked, sealed('')]) {
    const { diagnostics } = await compileExample(app(1), { [path]: text });
    expect(diagnostics.filter(({ code }) => code.startsWith('FLC512'))).toEqual([]);
  }
});

it('places the file without its mark', async () => {
  const { secrets } = await compileExample(app(1), { [path]: marked });
  const { object, encrypted } = secrets.get('actions-runner-system/bot')!;
  expect(Object.keys(object.metadata)).not.toContain('annotations');
  expect(encrypted!.text).not.toContain(sealingMarkAnnotation);
});
