import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plantedKey, plantedSecrets } from '../testing/planted-secrets.ts';
import { maskSecrets } from './mask-secrets.ts';
import { tokenChecksum } from './forms/token-checksum.ts';
import { secretForms } from './secret-forms.ts';

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

function messagesOf(secret: string): string[] {
  return mask('a: SECRET\n', secret).diagnostics.map(({ message }) => message);
}

it('is tested with every form', () => {
  const byPlace = [
    'a private key',
    'a password in a URL',
    'a docker configuration with a login',
    'the login of a registry',
    'a secret in base64',
    'an AWS secret access key',
    'a token of 40 hexadecimal digits',
    'a value that the chart puts into a Secret',
  ];
  const tested = [...names.filter((name) => !name.endsWith('in base64')), ...byPlace];
  expect(secretForms.map(({ what }) => what).sort()).toEqual(tested.sort());
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
  '[redis://:SECRET@cache,redis://cache]',
])('finds the password in %s and leaves the rest', (url) => {
  // With the last two it is no URL, so that a message would quote it.
  for (const password of ['p:ss$w0rd', 'p@ss@w0rd', 'p/s@sw0rd']) {
    const { source, diagnostics, span } = mask(`a: ${url}\n`, password);
    expect(diagnostics.map(({ primary }) => primary?.span)).toEqual([span]);
    expect(source.text).toBe(`a: ${url.replace('SECRET', 'xxxxxxxxx')}\n`);
  }
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

it('tells the names of fields of Vault from values', () => {
  const fields = 'fields: { github_token: hunter2x }\nb:\n  fields:\n    github_token: hunter2x\n';
  expect(maskSecrets({ path, text: fields }).diagnostics).toEqual([]);
  const values = `${fields}  values:\n    github_token: hunter2y\n`;
  expect(maskSecrets({ path, text: values }).diagnostics).toHaveLength(1);
  const flow = '{ fields: {}, github_token: hunter2y }\n';
  expect(maskSecrets({ path, text: flow }).diagnostics).toHaveLength(1);
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
  ['ghp', 'a GitHub personal access token'],
  ['gho', 'a GitHub OAuth token'],
  ['ghu', 'a GitHub App token'],
  ['ghs', 'a GitHub App token'],
  ['ghr', 'a GitHub refresh token'],
])('knows %s_ for certain by its checksum, and refuses it with a wrong one', (prefix, what) => {
  const random = 'zQ7'.repeat(10);
  expect(messagesOf(`${prefix}_${random}${tokenChecksum(random)}`)).toEqual([
    `this is ${what}, and a secret may not be written here`,
  ]);
  expect(messagesOf(`${prefix}_${random}000000`)).toEqual([
    `this looks like ${what}, and a secret may not be written here`,
  ]);
});

it('finds a token that is glued to what precedes it', () => {
  const token = plantedSecrets[names[0]!]!;
  const short = token.slice(0, 28);
  for (const text of [`my${token}`, `TOKEN_${short}`, `https://h/?t%3D${token}`]) {
    expect(maskSecrets({ path, text }).source.text).not.toContain(token.slice(5, 28));
  }
});

it.each([
  'AWS_SECRET_ACCESS_KEY: …',
  'aws_secret_access_key = …',
  '{ "secretAccessKey": "…" }',
  '- name: AWS_SECRET_ACCESS_KEY\n  value: "…"',
  '- { name: AWS_SECRET_ACCESS_KEY, value: … }',
])('finds a secret key of AWS by its name: %s', (template) => {
  const text = template.replace('…', 'Ab3/+'.repeat(8));
  const { source, diagnostics } = maskSecrets({ path, text });
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4001']);
  expect(source.text).toBe(template.replace('…', 'x'.repeat(40)));
});

it.each(['GITHUB_TOKEN: SECRET', '- name: GH_PAT\n  value: SECRET', 'password: "SECRET"'])(
  'finds 40 hexadecimal digits where a token belongs: %s',
  (template) => {
    const { diagnostics, span } = mask(`${template}\n`, '0f1e2d3c4b'.repeat(4));
    expect(diagnostics.map(({ primary }) => primary?.span)).toEqual([span]);
  },
);

const login = btoa('robot$ci:h4nter');
it.each([
  `'{"auths":{"ghcr.io":{"username":"u","password":"h4nter"}}}'`,
  String.raw`"{\"auths\":{\"ghcr.io\":{\"auth\":\"${login}\"}}}"`,
  `|\n  {\n    "auths": {\n      "ghcr.io": { "identitytoken": "h4nter" }\n    }\n  }`,
  `|\n  auths:\n    ghcr.io:\n      auth: ${login}`,
  `{ auths: { ghcr.io: { auth: "${login}" } } }`,
])('finds the logins of docker in %s', (text) => {
  const { source, diagnostics } = maskSecrets({ path, text: `a: ${text}\nb: 1\n` });
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC4001']);
  expect(source.text).not.toMatch(/h4nter|cm9ib3/);
  expect(source.text).toMatch(/^a: [^]*\nb: 1\n$/);
});

it('finds a key in base64 over several lines, and no certificate', () => {
  const key = mask(
    'a:\n  b: |\n    SECRET\nc: 1\n',
    btoa(plantedKey(''))
      .match(/.{1,64}/g)!
      .join('\n    '),
  );
  expect(key.diagnostics.map(({ message }) => message)).toEqual([
    'this is a private key in base64, and a secret may not be written here',
  ]);
  expect(key.source.text).toMatch(/^a:\n {2}b: \|\n(?: {4}x+\n)+c: 1\n$/);
  const certificate = btoa(plantedKey('').replaceAll(/RSA PRIVATE KEY/g, 'CERTIFICATE'));
  const { text, source } = mask('caBundle: SECRET\n', certificate);
  expect(source.text).toBe(text);
});

const tokenBody = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwyz23456789'),
  minLength: 30,
  maxLength: 30,
});
const surroundings = fc.string({ unit: fc.constantFrom(...' \n"\':=,{}[]@/#-$%\\é.') });

it('finds a token between whatever else stands there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ghp', 'gho', 'ghu', 'ghs', 'ghr'),
      tokenBody,
      surroundings,
      surroundings,
      (prefix, random, before, after) => {
        const token = `${prefix}_${random}${tokenChecksum(random)}`;
        const { source, masked } = maskSecrets({ path, text: `${before}${token}${after}` });
        expect(source.text).not.toContain(random);
        expect(source.text.length).toBe(before.length + token.length + after.length);
        expect(masked).not.toEqual([]);
      },
    ),
  );
});
