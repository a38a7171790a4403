import fc from 'fast-check';

/**
 * Forms of text that the language asks for. Each is now and then as wide as the language allows it to be, because that
 * is where what the language takes and what the cluster takes may differ.
 */
function mostly<T, U>(usual: fc.Arbitrary<T>, wide: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ arbitrary: usual, weight: 11 }, { arbitrary: wide, weight: 1 });
}

/** Text of a form, as long as the form allows. */
function like(pattern: RegExp): fc.Arbitrary<string> {
  return fc.stringMatching(pattern, { size: 'max' });
}

/** Name of a fleet, a pool, a scope; a long one is shortened where it becomes a name in the cluster. */
export const name = mostly(
  like(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/),
  like(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
);

/** Name of a Kubernetes object that somebody else made. */
export const objectName = mostly(
  like(/^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,5}){0,2}$/),
  like(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?){0,3}$/),
);

/** Text that YAML would like to read as something else. */
const trap = fc.constantFrom(
  'yes',
  'null',
  '~',
  '1e3',
  '0x1F',
  '012',
  '2026-12-01',
  '- a',
  'a: b',
  '# no comment',
  "it's",
  '"',
  '%',
  '@',
  '{{ a }}',
  ' ',
  'é𝄞',
  'two\nlines\n',
  '\u2028',
  '$(HOME)',
);

/** A code point of any kind but half a pair: as the unit `binary`, which makes a table of all of them at once. */
const codePoint = fc
  .nat({ max: 0x10ffff - 0x800 })
  .map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800), indexOf);

function indexOf(unit: unknown): number {
  if (typeof unit !== 'string' || [...unit].length !== 1) throw new Error('no single code point');
  const point = unit.codePointAt(0)!;
  return point < 0xd800 ? point : point - 0x800;
}

/** Any text. */
export const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: codePoint, maxLength: 4 }),
  trap,
);
/** Any text but the empty one. */
export const someText = text.filter((value) => value.trim() !== '');

export const word = mostly(like(/^[A-Za-z][A-Za-z0-9]{0,8}$/), like(/^[A-Za-z0-9_.-]{1,12}$/));
export const host = mostly(
  like(/^[a-z][a-z0-9]{0,6}\.example\.com(:[1-9][0-9]{2,3})?$/),
  like(
    /^[A-Za-z0-9]([-A-Za-z0-9]{0,8}[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]{0,8}[A-Za-z0-9])?){0,2}(:[0-9]{1,5})?$/,
  ),
);
export const url = host.map((value) => `https://${value}`);
export const envName = mostly(
  like(/^MY_[A-Z][A-Z0-9_]{0,6}$/),
  like(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/),
);
export const absolutePath = mostly(
  like(/^(\/[a-z][a-z0-9]{0,5}){1,3}$/),
  fc.constantFrom('/', '/a/', '/a//b', '/..a', '/a b', '/runner', '/run', '/é'),
);
export const duration = mostly(
  fc.constantFrom('30s', '10m', '1h30m', '1.5h', '500ms', '90s'),
  like(/^([0-9]{1,2}(\.[0-9]{1,2})?(ns|us|µs|ms|s|m|h)){1,3}$/),
);
export const longDuration = fc.constantFrom('30m', '1h', '2h30m', '90m');
const anyQuantity = like(/^[0-9]{1,4}(\.[0-9]{1,3})?([eE][+-]?[0-9]|[numkMGTPE]|[KMGTPE]i)?$/);
export const quantity = mostly(
  fc.constantFrom<string | number>('500m', '4', '8Gi', '1.5', 2, 0.5, '1e3'),
  fc.oneof(anyQuantity, fc.double({ min: 0, max: 1e9, noNaN: true })),
);
export const size = mostly(
  fc.constantFrom<string | number>('1Gi', '50Gi', '512Mi', 1073741824, '1.5Gi'),
  anyQuantity,
);
export const count = mostly(
  fc.integer({ min: 1, max: 50 }),
  fc.integer({ min: 1, max: 2 ** 31 - 1 }),
);
export const port = fc.integer({ min: 1, max: 65535 });
export const logLevel = fc.constantFrom('debug', 'info', 'warn', 'error');
export const pullPolicy = fc.constantFrom('Always', 'IfNotPresent', 'Never');

const labelKey = mostly(
  like(/^(example\.com\/)?[a-z][a-z0-9]{0,6}$/),
  like(
    /^([a-z0-9]([-a-z0-9]{0,6}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,3}[a-z0-9])?)?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
  ),
);
export const labelValue = mostly(
  like(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,8}[A-Za-z0-9])?)?$/),
  like(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/),
);
export const labels = fc.dictionary(labelKey, labelValue, { maxKeys: 3, noNullPrototype: true });
export const annotations = fc.dictionary(labelKey, text, { maxKeys: 2, noNullPrototype: true });

/** An upstream image, tag and all. */
export const image = fc
  .tuple(
    fc.constantFrom('', 'ghcr.io/', 'quay.io/', 'registry.example.com:5000/'),
    like(/^[a-z][a-z0-9]{0,5}(\/[a-z][a-z0-9]{0,5}){0,2}$/),
    fc.constantFrom(':1.2.3', ':v1-alpine', `@sha256:${'0123456789abcdef'.repeat(4)}`),
  )
  .map(([registry, path, version]) => `${registry}${path}${version}`);
