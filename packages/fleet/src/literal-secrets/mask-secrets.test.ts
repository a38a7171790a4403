import { expect, it } from 'vitest';
import { plantedKey, plantedSecrets } from '../testing/planted-secrets.ts';
import { maskSecrets } from './mask-secrets.ts';
import { secretPatterns } from './secret-patterns.ts';

const path = 'fleet.yaml';
const secrets = Object.entries(plantedSecrets);
const names = Object.keys(plantedSecrets) as (keyof typeof plantedSecrets)[];

/** Masks a text in which `SECRET` stands for the secret, and says where that was. */
function mask(template: string, secret: string) {
  const start = template.indexOf('SECRET');
  const text = template.replace('SECRET', secret);
  return {
    ...maskSecrets({ path, text }),
    text,
    span: { file: path, start, end: start + secret.length },
  };
}

it('is tested with every pattern', () => {
  const byPlace = [
    'a private key',
    'a password in a URL',
    'a value that the chart puts into a Secret',
  ];
  const tested = [...Object.keys(plantedSecrets), ...byPlace];
  expect(secretPatterns.map(({ what }) => what).sort()).toEqual(tested.sort());
});

const places: [string, string][] = [
  ['a value', 'a:\n  b: SECRET\n'],
  ['a key', 'a: { SECRET: 1 }\n'],
  ['a comment', 'a: 1 # SECRET, says a colleague\n'],
  ['a block scalar', 'a: |\n  export TOKEN=SECRET\n  é\n'],
  ['a flow list', 'a: [x, SECRET, y]\n'],
  ['double quotes', 'a: "SECRET"\n'],
  ['single quotes', "a: 'SECRET'\n"],
  ['a URL', 'a: https://host/SECRET\n'],
  ['the end of the text', 'a: SECRET'],
  ['a line with CRLF', 'é𝄞: 1\r\na: SECRET\r\nb: 1\r\n'],
  ['text that is no YAML', 'a: [ "SECRET\n'],
];
const planted = secrets.flatMap(([what, secret]) =>
  places.map(([place, template]): [string, string, string, string] => [
    what,
    place,
    secret,
    template,
  ]),
);

it.each(planted)('finds %s in %s', (what, _, secret, template) => {
  const { source, diagnostics, masked, text, span } = mask(template, secret);
  expect(diagnostics.map(({ code, primary }) => [code, primary?.span])).toEqual([
    ['FLC4001', span],
  ]);
  expect(masked).toEqual([span]);
  expect(diagnostics[0]!.message).toBe(`this is ${what}, and a secret may not be written here`);
  expect(source.text).toBe(text.replace(secret, 'x'.repeat(secret.length)));
});

it.each(['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '])('finds a private key: "%s"', (kind) => {
  const key = plantedKey('    ', kind);
  const { source, diagnostics, masked, text, span } = mask('a:\n  b: |\n    SECRET\nc: 1\n', key);
  const firstLine = { ...span, end: span.start + key.indexOf('\n') };
  expect(diagnostics.map(({ code, primary }) => [code, primary?.span])).toEqual([
    ['FLC4001', firstLine],
  ]);
  expect(masked).toEqual([span]);
  expect(source.text).toBe(text.replace(key, key.replaceAll(/\S/g, 'x')));
});

it('keeps the lines of a private key with CRLF', () => {
  const key = plantedKey('  ').replaceAll('\n', '\r\n');
  const { source, text } = mask('a: |\r\n  SECRET\r\nb: 1\r\n', key);
  expect(source.text.length).toBe(text.length);
  expect(source.text.split('\r\n').map((line) => line.length)).toEqual(
    text.split('\r\n').map((line) => line.length),
  );
});

it('finds a private key on one line', () => {
  const key = plantedKey('').replaceAll('\n', String.raw`\n`);
  const { source, diagnostics } = mask('a: "SECRET"\nb: 1\n', key);
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4001']);
  expect(source.text).toBe(`a: "${key.replaceAll(/\S/g, 'x')}"\nb: 1\n`);
});

it('masks a private key without its end as far as it looks like one', () => {
  const key = plantedKey('  ').split('\n').slice(0, -1).join('\n');
  const { source, diagnostics } = mask('a: |\n  SECRET\nb: 1\npools:\n  c: {}\n', key);
  expect(diagnostics).toHaveLength(1);
  expect(source.text).toBe(`a: |\n  ${key.replaceAll(/\S/g, 'x')}\nb: 1\npools:\n  c: {}\n`);
});

it('leaves what stands between two private keys', () => {
  const [first] = plantedKey('').split('\n');
  const text = `# ${first}\na: 1\nb: |\n  ${plantedKey('  ')}\n`;
  const { source, diagnostics } = maskSecrets({ path, text });
  expect(diagnostics).toHaveLength(2);
  expect(source.text).toContain('\na: 1\nb: |\n');
});

it.each([
  'https://robot:SECRET@git.example.com/a',
  'HTTP://robot:SECRET@proxy:3128',
  'redis://:SECRET@cache:6379/0',
  'postgres://u%40x:SECRET@db',
])('finds the password in %s and leaves the rest', (url) => {
  const { source, diagnostics, span } = mask(`a: ${url}\n`, 'p:ss$w0rd');
  expect(diagnostics.map(({ primary }) => primary?.span)).toEqual([span]);
  expect(source.text).toBe(`a: ${url.replace('SECRET', 'xxxxxxxxx')}\n`);
});

it.each([
  'github_token: SECRET',
  '{ github_webhook_secret_token: SECRET, enabled: true }',
  '"github_app_private_key": "SECRET and more"',
  "github_basicauth_password: 'SECRET' # by hand",
  '{ name: "a#b", github_token: SECRET }',
  'github_token:\n  SECRET',
])('finds by its key what the chart puts into a Secret: %s', (template) => {
  const { source, diagnostics, masked } = mask(`${template}\n`, 'ch4ngeme');
  expect(diagnostics).toHaveLength(1);
  expect(masked).toHaveLength(1);
  expect(source.text).not.toContain('ch4ngeme');
});

it('says once what it knows by its look and by its key', () => {
  const { source, diagnostics } = mask('github_token: SECRET\n', plantedSecrets[names[0]!]!);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `this is ${names[0]}, and a secret may not be written here`,
  ]);
  expect(source.text).toMatch(/^github_token: x+\n$/);
});

it.each([
  'github_token: SECRET',
  'github_token: "SECRET"',
  "{ 'github_webhook_secret_token': 'SECRET', a: b }",
  '{ github_basicauth_password: SECRET }',
])('finds the value of %s by its key', (text) => {
  const { source, diagnostics, span } = mask(`values: ${text}\n`, 'hunter2+x');
  expect(diagnostics.map(({ code, primary }) => [code, primary?.span])).toEqual([
    ['FLC4001', span],
  ]);
  expect(source.text).toBe(`values: ${text.replace('SECRET', 'xxxxxxxxx')}\n`);
});

it('finds every secret of a file', () => {
  const text = [...secrets, ...secrets].map(([, secret], row) => `k${row}: ${secret}\n`).join('');
  const { source, diagnostics } = maskSecrets({ path, text });
  expect(diagnostics).toHaveLength(secrets.length * 2);
  for (const [, secret] of secrets) expect(source.text).not.toContain(secret.slice(4));
});

it.each([
  `${'gh'}p`,
  `${'gh'}p_short`,
  `the prefix ${'gh'}p_ and what follows`,
  `my${'gh'}p_${'a'.repeat(30)}`,
  `${'github'}_pat`,
  'ASIA and AKIA',
  `AKIA${'a'.repeat(16)}`,
  'robot$ci',
  'user@host',
  'git@github.com:acme/web.git',
  'https://proxy.example.com:3128',
  'https://proxy.example.com:3128/@scope/pkg',
  'https://user@host:8443/a:b@c',
  'ghcr.io/acme/runner:1.2@sha256:0123456789abcdef',
  'docker://alpine:3.20@sha256:0123456789abcdef',
  'http://$(PROXY_USER):$(PROXY_PASSWORD)@proxy:3128',
  'http://user:${PASSWORD}@proxy:3128',
  'http://user:<password>@proxy:3128',
  '{{host}}/{{project}}/{{path}}',
  `sha256:${'0123456789abcdef'.repeat(4)}`,
  '-----BEGIN CERTIFICATE-----',
  `-----BEGIN PUBLIC ${'KEY'}-----`,
  'controller-manager',
  '12345678901234567890',
  'github_token',
  '{ github_token: "" }',
  '{ github_token: null, github_app_id: "12345" }',
  '1 # github_token: the key that ARC reads',
  '{ my_github_token: changeme }',
])('leaves %s alone', (text) => {
  const source = { path, text: `a: ${text}\n` };
  expect(maskSecrets(source)).toEqual({ source, masked: [], diagnostics: [] });
});

it('takes time in proportion to the text', () => {
  const starts = [
    'github_token: ',
    'github_token: "',
    'a.',
    `-----BEGIN ${'PRIVATE'} KEY-----\n`,
    'a://b:',
    'AKIA',
    `${'gh'}s_`,
  ];
  const text = starts.map((start) => start.repeat(20_000)).join('\n');
  const before = performance.now();
  maskSecrets({ path, text: `${text}@` });
  expect(performance.now() - before).toBeLessThan(2000);
});
