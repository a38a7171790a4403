import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

const path = 'fleet.yaml';

const starts = [
  'github_',
  'github_token: ',
  'github_token: "',
  'a.',
  `-----BEGIN ${'PRIVATE'} KEY-----\n`,
  '-----BEGIN A ',
  'a://b:',
  '://',
  'AKIA',
  `${'gh'}s_`,
  'eyJ',
  'eyJaaaaaaaaaaaa.',
  'LS0tLS1CRUdJTi',
  `${'LS0tLS1CRUdJTi'}AAAAAAAAAAAAAAAAAAAA `,
  'ewog',
  '"auths":{',
  '"auths": {}',
  'auth: AAAAAAAA',
  '"password":"',
  'secret_access_key: ',
  'token value: ',
  'token ',
  'token "',
  '0123456789abcdef',
  'hvs.',
  'glpat-',
  '\\',
  '\n',
  ' ',
];

it.each([
  ...starts,
  `${'gh'}s_${'-'.repeat(1024 * 1024)}a`,
  `${'eyJ'}${'a'.repeat(1024 * 1024)}`,
  `a://${'b'.repeat(1024 * 1024)}`,
])('takes time in proportion to a megabyte of %.20j', (start) => {
  const text = `${start.repeat(Math.ceil((1024 * 1024) / start.length))}@`;
  const before = performance.now();
  maskSecrets({ path, text });
  // One that opens the search for all forms, whatever the text itself makes of it.
  maskSecrets({ path, text: `AKIA ${text}` });
  expect(performance.now() - before).toBeLessThan(2000);
});
