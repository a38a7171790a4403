import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatImageReference,
  imageReferenceProblem,
  parseImageReference,
} from './image-reference.ts';

const sha256 = `sha256:${'0123456789abcdef'.repeat(4)}`;

it.each([
  ['docker', 'docker.io/library/docker'],
  ['docker:dind', 'docker.io/library/docker:dind'],
  ['acme/web:1.2', 'docker.io/acme/web:1.2'],
  ['docker.io/docker', 'docker.io/library/docker'],
  ['index.docker.io/docker:dind', 'docker.io/library/docker:dind'],
  ['index.docker.io/acme/web', 'docker.io/acme/web'],
  ['library/docker', 'docker.io/library/docker'],
  ['localhost/x', 'localhost/x'],
  ['localhost:5000/x', 'localhost:5000/x'],
  ['localhost', 'docker.io/library/localhost'],
  ['registry:5000', 'docker.io/library/registry:5000'],
  ['registry:5000/x', 'registry:5000/x'],
  ['host.with.dot/x', 'host.with.dot/x'],
  ['host.with.dot/x/y/z:T_a-g.1', 'host.with.dot/x/y/z:T_a-g.1'],
  ['ghcr.io/actions/runner:latest', 'ghcr.io/actions/runner:latest'],
  ['Upper/x', 'Upper/x'],
  ['10.0.0.1/x', '10.0.0.1/x'],
  ['[2001:db8::1]:5000/x:t', '[2001:db8::1]:5000/x:t'],
  ['a__b/c---d.e_f', 'docker.io/a__b/c---d.e_f'],
  [`docker@${sha256}`, `docker.io/library/docker@${sha256}`],
  [`ghcr.io/a/b:1@${sha256}`, `ghcr.io/a/b:1@${sha256}`],
  [`a@own+b64:${'0'.repeat(32)}`, `docker.io/library/a@own+b64:${'0'.repeat(32)}`],
  [`a:${'t'.repeat(128)}`, `docker.io/library/a:${'t'.repeat(128)}`],
])('reads %j as %j', (text, full) => {
  const reference = parseImageReference(text);
  expect(reference && formatImageReference(reference)).toBe(full);
  expect(imageReferenceProblem(text)).toBeUndefined();
});

it('splits a reference into its four parts', () => {
  expect(parseImageReference(`localhost:5000/a/b:1@${sha256}`)).toEqual({
    registry: 'localhost:5000',
    repository: 'a/b',
    tag: '1',
    digest: sha256,
  });
  expect(parseImageReference('docker')).toEqual({
    registry: 'docker.io',
    repository: 'library/docker',
  });
});

it.each([
  ['', 'it is empty'],
  ['my image', 'it has a space'],
  ['image\n', 'it has a line break'],
  ['https://ghcr.io/a/b', 'it starts with the scheme "https://"'],
  ['docker://ghcr.io/a', 'it starts with the scheme "docker://"'],
  ['0123456789abcdef'.repeat(4), '64 hexadecimal digits alone are the id of an image'],
  ['Docker', 'the repository has the upper-case letter "D"'],
  ['acme/Web:1', 'the repository has the upper-case letter "W"'],
  ['host.with.dot/a/B', 'the repository has the upper-case letter "B"'],
  ['acme/${NAME}', 'the repository has "$", allowed are a-z, 0-9, ".", "_", "-" and "/"'],
  ['acme/é', 'the repository has "é", allowed are a-z, 0-9, ".", "_", "-" and "/"'],
  [
    'acme/a\u0007',
    'the repository has the character U+0007, allowed are a-z, 0-9, ".", "_", "-" and "/"',
  ],
  ['docker.io/', 'the name of the repository is missing'],
  [':tag', 'the name of the repository is missing'],
  [`@${sha256}`, 'the name of the repository is missing'],
  ['acme//web', 'the repository has an empty part beside a "/"'],
  ['/acme', 'the repository has an empty part beside a "/"'],
  ['acme/web/', 'the repository has an empty part beside a "/"'],
  [
    'acme/-web',
    'the part "-web" does not start and end with a letter or digit and have single separators between',
  ],
  [
    'acme/we..b',
    'the part "we..b" does not start and end with a letter or digit and have single separators between',
  ],
  ['acme/web:', 'the tag after ":" is empty'],
  ['acme/web:-a', 'the tag starts with "-"'],
  ['acme/web:a+b', 'the tag has "+", allowed are A-Z, a-z, 0-9, ".", "_" and "-"'],
  ['acme/web:a:b', 'the tag has ":", allowed are A-Z, a-z, 0-9, ".", "_" and "-"'],
  [`acme/web:${'a'.repeat(129)}`, 'the tag has 129 characters, 128 are allowed'],
  ['acme/web@', 'the digest after "@" is empty'],
  ['acme/web@latest', 'the digest is not of the form "sha256:HEX"'],
  ['acme/web@sha256:xyz', 'the digest is not of the form "sha256:HEX"'],
  [`acme/web@${sha256}0`, 'the digest has 65 hexadecimal digits, sha256 has 64'],
  [`acme/web@sha256:${'A'.repeat(64)}`, 'the digest has upper-case hexadecimal digits'],
  [
    `acme/web@other:${'0'.repeat(31)}`,
    'the digest has 31 hexadecimal digits, at least 32 are needed',
  ],
  ['host:port/x', 'the port "port" is not a number'],
  ['host:/x', 'the port "" is not a number'],
  ['-host.a/x', 'the registry "-host.a" is not a host name'],
  ['foo_bar.com/x', 'the registry "foo_bar.com" is not a host name'],
  ['[fe80::1%eth0]:5000/x', 'the registry "[fe80::1%eth0]" is not a host name'],
  ['fc00::1:5000/x', 'the port ":1:5000" is not a number'],
  [`h.io/${'a'.repeat(251)}`, 'its name has 256 characters, 255 are allowed'],
])('refuses %j because %s', (text, problem) => {
  expect(imageReferenceProblem(text)).toBe(problem);
  expect(parseImageReference(text)).toBeUndefined();
});

const word = fc.stringMatching(/^[a-z0-9]{1,8}((__|[._]|-{1,3})[a-z0-9]{1,8}){0,2}$/);
const anyReference = fc.record(
  {
    registry: fc.constantFrom('docker.io', 'localhost', 'ghcr.io', 'h:5000', '[::1]:5000', 'A.b'),
    repository: fc.array(word, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/')),
    tag: fc.stringMatching(/^[\w][\w.-]{0,127}$/),
    digest: fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`),
  },
  { requiredKeys: ['registry', 'repository'] },
);

it('reads back what it prints', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      expect(parseImageReference(formatImageReference(reference))).toEqual(reference);
    }),
  );
});

it('either reads a text or says why not, and reads the full form as the same reference', () => {
  const pieces = fc.constantFrom(
    'a',
    'B',
    '.',
    '_',
    '-',
    '/',
    ':',
    '@',
    '[',
    ']',
    ' ',
    '0',
    sha256,
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (text) => {
      const reference = parseImageReference(text);
      expect(reference === undefined).toBe(imageReferenceProblem(text) !== undefined);
      if (reference)
        expect(parseImageReference(formatImageReference(reference))).toEqual(reference);
    }),
    { numRuns: 1000 },
  );
});
