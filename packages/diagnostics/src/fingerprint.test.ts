import { expect, it } from 'vitest';
import { fingerprint, fnv1a64 } from './fingerprint.ts';
import { sampleDiagnostic } from './testing/samples.ts';

// Vectors of draft-eastlake-fnv, appendix C.
it.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('hashes %j as FNV-1a does', (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

it('hashes UTF-8 bytes and keeps leading zeros', () => {
  expect(fnv1a64('ü')).toBe('0ac20a07b71807ea');
});

it('stays when lines move, and changes with code, path and message', () => {
  const primary = { span: { file: 'fleet.yaml', start: 1, end: 2 }, text: '' };
  const plain = sampleDiagnostic({ path: ['pools', 'a'] });
  expect(fingerprint({ ...plain, primary })).toBe(fingerprint(plain));
  const variants = [
    plain,
    { ...plain, code: 'FLC3103' },
    { ...plain, path: ['pools', 'b'] },
    { ...plain, message: 'other' },
  ];
  expect(new Set(variants.map(fingerprint)).size).toBe(4);
});
