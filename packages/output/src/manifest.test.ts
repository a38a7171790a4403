import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatManifest, hashContent, parseManifest } from './manifest.ts';

const hash = `sha256:${'0'.repeat(64)}`;

it('hashes bytes, not characters', () => {
  // The digits are those of `printf ü | sha256sum`.
  const expected = 'sha256:607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f';
  expect(hashContent('ü')).toBe(expected);
  expect(hashContent(Buffer.from([0xc3, 0xbc]))).toBe(expected);
});

it('reads back what it writes, and writes the same for any order', () => {
  const map = fc
    .dictionary(fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,4}y)?$/), fc.string().map(hashContent))
    .map((entries) => new Map(Object.entries(entries)));
  fc.assert(
    fc.property(map, map, (files, pending) => {
      fc.pre(
        [...files.keys(), ...pending.keys()].every((path) => !/^(con|prn|aux|nul)$/.test(path)),
      );
      const text = formatManifest({ files, pending });
      expect(parseManifest(text, 'm').value).toEqual({ files, pending });
      const reversed = new Map([...files].reverse());
      expect(formatManifest({ files: reversed, pending })).toBe(text);
    }),
  );
});

it('has no word about pending files when there are none', () => {
  expect(formatManifest({ files: new Map([['a', hash]]), pending: new Map() })).toBe(
    `{\n  "version": 1,\n  "tool": "fleetc",\n  "files": {\n    "a": "${hash}"\n  }\n}\n`,
  );
});

it('keeps whose the files are, and knows nobody in a manifest of old', () => {
  const manifest = { owner: 'acme', files: new Map([['a', hash]]), pending: new Map() };
  expect(formatManifest(manifest)).toBe(
    `{\n  "version": 1,\n  "tool": "fleetc",\n  "owner": "acme",\n  "files": {\n    "a": "${hash}"\n  }\n}\n`,
  );
  expect(parseManifest(formatManifest(manifest), 'm').value).toEqual(manifest);
  expect(parseManifest('{"version": 1, "files": {}}', 'm').value).not.toHaveProperty('owner');
});

it.each([
  '',
  '[]',
  'null',
  '{}',
  '{"version": "1", "files": {}}',
  '{"version": 1}',
  '{"version": 1, "files": []}',
  '{"version": 1, "files": {"a": 1}}',
  '{"version": 1, "files": {"a": "sha256:0"}}',
  `{"version": 1, "files": {"/a": "${hash}"}}`,
  `{"version": 1, "files": {"a/../../b": "${hash}"}}`,
  `{"version": 1, "files": {}, "pending": {"../b": "${hash}"}}`,
  `{"version": 1, "owner": 1, "files": {}}`,
])('does not trust %s', (text) => {
  const { value, diagnostics } = parseManifest(text, 'm');
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['FLC6018']);
});
