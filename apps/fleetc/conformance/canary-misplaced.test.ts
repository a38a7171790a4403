import { expect, it } from 'vitest';
import { runAll, runAndGather } from '../test/support/every-command.ts';
import { findLeaks } from '../test/support/find-leaks.ts';
import { plainFleet } from '../test/support/fleets.ts';

/** No look gives it away: it is told by where it stands alone. */
const canary = 'hunter2hunter2';
const another = 'correct-horse-battery';

const leaksOf = (traces: Readonly<Record<string, string>>): string[] =>
  [canary, another].flatMap((text) => findLeaks(text, traces));

const credential = '{ pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }';
const inCredential = (text: string) => plainFleet.replace(credential, text);
const inLogin = (text: string) =>
  plainFleet.replace(
    credential,
    `${credential}\n  hub: { registry: { server: docker.io, username: u, ${text} } }`,
  );
const inController = (text: string) =>
  plainFleet.replace('{ credentials: github }', `{ credentials: github, ${text} }`);
const inRegistry = (text: string) =>
  plainFleet.replace('direct: [docker.io]', `direct: [docker.io], ${text}`);
const inPool = (text: string) =>
  plainFleet.replace('    replicas: 2\n', `    replicas: 2\n    ${text}\n`);
const inOverride = (text: string) => `${plainFleet}environments:\n  e: { override: { ${text} } }\n`;

const places: Readonly<Record<string, string>> = {
  'an unknown key': inCredential(`{ pat: { token: ${canary} } }`),
  'quotes': inCredential(`{ pat: { token: "${canary}" } }`),
  'a block of text': inCredential(
    `\n    pat:\n      token: |\n        ${canary}\n        ${another}`,
  ),
  'text over two lines': inCredential(`\n    pat:\n      token: ${canary}\n        ${another}`),
  'a list': inCredential(`{ pat: { tokens: [${canary}, { a: ${another} }] } }`),
  'a map of its own': inCredential(`{ pat: { login: { user: { ${canary}: ${another} } } } }`),
  'a key': inCredential(`{ pat: { ${canary}: x } }`),
  'a key without a value': inCredential(`{ pat: { ${another} } }`),
  'the place of a token': inCredential(`{ pat: ${canary} }`),
  'the place of a Secret': inCredential(`{ pat: { secret: ${canary} } }`),
  'the place of a credential': inCredential(canary),
  'the place of all credentials': plainFleet.replace(
    `\n  github: ${credential}`,
    ` [${canary}, ${another}]`,
  ),
  'a Secret': inCredential(`{ pat: { secret: { value: ${canary} } } }`),
  'the place of a source': inCredential(`{ pat: { secret: { from: ${canary} } } }`),
  'a source': inCredential(`{ pat: { secret: { from: { existing: ${canary} } } } }`),
  'a source of no kind': inCredential(`{ pat: { secret: { from: { literal: ${canary} } } } }`),
  'a variable that is none': inCredential(`{ pat: { secret: { from: { env: ${another} } } } }`),
  'a store': inCredential(
    `{ pat: { secret: { from: { externalSecret: { store: s, value: ${canary} } } } } }`,
  ),
  'ciphertext': inCredential(
    `{ pat: { secret: { from: { sealedSecret: { sealed: { a/b: { c: ${canary} } } } } } } }`,
  ),
  'an App': inCredential(`{ app: { id: 1, installationId: 2, privateKey: ${canary} } }`),
  'a number': inCredential(`{ app: { id: ${canary}, installationId: 2 } }`),
  'a password': inLogin(`password: ${canary}`),
  'the Secret of a login': inLogin(`secret: ${canary}`),
  'the defaults': `${plainFleet}secrets: { default: existing, value: ${canary} }\n`,
  'the place of the defaults': `${plainFleet}secrets: ${canary}\n`,
  'the default source': `${plainFleet}secrets: { default: ${canary} }\n`,
  'a webhook server': inController(`webhookServer: { secret: ${canary} }`),
  'a webhook server in full': inController(`webhookServer: { secret: { value: ${canary} } }`),
  'a metrics server': inController(`metrics: { server: { secret: ${canary} } }`),
  'pull secrets': inRegistry(`pullSecrets: { hub: { password: ${canary} } }`),
  'the place of a pull secret': inRegistry(`pullSecrets: { hub: ${canary} }`),
  'the place of all pull secrets': inRegistry(`pullSecrets: ${canary}`),
  'a list of pull secrets': inRegistry(`pullSecrets: [{ hub: ${canary} }]`),
  'a password at a registry': inRegistry(`password: ${canary}`),
  'a variable': inPool(`env: { A: { secret: ${canary} } }`),
  'a variable in full': inPool(`env: { A: { secret: { value: ${canary} } } }`),
  'a word of its own': `${plainFleet}github: { token: ${canary} }\n`,
  'an override': inOverride(`credentials: { github: { pat: { token: ${canary} } } }`),
  'a Secret of an override': inOverride(`credentials: { github: { pat: { secret: ${canary} } } }`),
  'defaults of an override': inOverride(`secrets: { value: ${canary} }`),
  'pull secrets of an override': inOverride(`registry: { pullSecrets: { h: { p: ${canary} } } }`),
  'a server of an override': inOverride(`controller: { webhookServer: { secret: ${canary} } }`),
  'a pool of an override': inOverride(`pools: { ci: { env: { A: { secret: ${canary} } } } }`),
  'what an alias stands for': `x-token: &t ${canary}\n${inCredential('{ pat: { token: *t } }')}`,
  'a comment beside it': inCredential(`{ pat: { token: ${canary} } } # ${canary}`),
  'a key that stands there twice': inCredential(`{ pat: { token: ${canary}, token: x } }`),
  'the name of a credential that is no YAML': inCredential(`${canary}: ${canary}: x`),
  'a file of its own': `${canary}\n`,
  'a file of Rancher Fleet': `helm: { token: ${canary} }\n`,
  'text that is no YAML': inCredential(`{ pat: { token: ${canary} ]`),
  'a block of text that is no YAML': `${inCredential(`\n    pat:\n      token: |\n        ${canary}\n      }`)}`,
};

it.each(Object.entries(places))('refuses what stands in %s and does not show it', (_, fleet) => {
  for (const args of [['check'], ['check', '--format', 'sarif']]) {
    const { code, traces } = runAndGather({ 'fleet.yaml': fleet }, args);
    expect([args, code, leaksOf(traces)]).toEqual([args, 1, []]);
    expect(traces['stdout']! + traces['stderr']!).toMatch(/FLC[12]0\d\d/);
  }
});

it('shows it by no command', () => {
  const fleet = inOverride(`credentials: { github: { pat: { token: ${canary} } } }`)
    .replace('direct: [docker.io]', `direct: [docker.io], pullSecrets: { h: { p: ${canary} } }`)
    .replace('scopes:', `  hub: { pat: { ${another} } }\n  other: { pat: ${canary} }\nscopes:`);
  for (const [line, { traces }] of runAll({ 'fleet.yaml': fleet })) {
    expect([line, leaksOf(traces)]).toEqual([line, []]);
  }
});

it('says what is wrong, and that no secret may stand there', () => {
  const { traces } = runAndGather({ 'fleet.yaml': places['an unknown key']! }, ['check']);
  expect(traces['stderr']).toContain(`{ pat: { token: ${'x'.repeat(canary.length)} } }`);
  expect(traces['stderr']).toContain('"token" is not known in "pat" of credential "github"');
  expect(traces['stderr']).toContain('no secret can be written here');
});

it('keeps the words of the language where they are meant', () => {
  const fleet = inCredential('{ pat: { secret: { from: existing } } }');
  const { traces } = runAndGather({ 'fleet.yaml': fleet }, ['check']);
  expect(traces['stderr']).toContain('from: xxxxxxxx }');
  expect(traces['stderr']).toContain('"pat.secret.from" of credential "github" must be a map');
});
