import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseChallenges } from './challenge.ts';

const read = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

it.each<[string, unknown]>([
  ['', []],
  ['Basic', [['basic', {}]]],
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    [
      [
        'bearer',
        {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:a/b:pull,push',
        },
      ],
    ],
  ],
  [
    'Basic realm="a, b \\"c\\"", Bearer REALM=x , service = "y"',
    [
      ['basic', { realm: 'a, b "c"' }],
      ['bearer', { realm: 'x', service: 'y' }],
    ],
  ],
  [
    'Negotiate, Basic realm="x"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'x' }],
    ],
  ],
  ['realm="without a scheme"', []],
  ['Bearer realm="no end', [['bearer', {}]]],
])('reads %j', (header, expected) => {
  expect(read(header)).toEqual(expected);
});

it('ends on every text', () => {
  const piece = fc.constantFrom('Bearer', ' ', ',', '=', '"', '\\', 'realm', 'x', '\t');
  fc.assert(
    fc.property(
      fc.array(piece).map((all) => all.join('')),
      (text) => {
        expect(Array.isArray(parseChallenges(text))).toBe(true);
      },
    ),
  );
});
