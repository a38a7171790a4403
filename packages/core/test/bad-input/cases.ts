// A fleet without findings, to which the mistakes are added.
import { plainFleet as good } from '@fleetc/testing/plain-fleet';

/** One bad input: what it is, its text with `‸` around each place that a finding points to, and the codes in that order. */
export interface BadInput {
  readonly what: string;
  readonly text: string;
  readonly codes: readonly string[];
}

const values = (value: string, key = 'podAnnotations: { a') =>
  good.replace(
    'controller: { credentials: github }',
    `controller: { credentials: github, chart: { values: { ${key}: ${value} ${key.includes('{') ? '}' : ''} } } }`,
  );
const inPool = (field: string) => `${good}    ${field}\n`;
const bad = (what: string, text: string, ...codes: string[]): BadInput => ({ what, text, codes });

const bomb = [
  'x: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdef'].map((name, index) => {
    const before = 'abcde'[index]!;
    const last = name === 'f' ? '‸' : '';
    const items = Array<string>(9).fill(`*${before}`);
    if (last) items[0] = `${last}*${before}${last}`;
    return `x${name}: &${name} [${items.join(', ')}]`;
  }),
];

/** What the reader refuses, or reads otherwise than its author may have meant. */
export const badTexts: readonly BadInput[] = [
  bad('an empty file', '‸‸', 'FLC1003'),
  bad('comments alone', '‸‸# fleet\n\n  # of acme\n', 'FLC1003'),
  bad('blanks alone', '‸‸ \n\n  ', 'FLC1003'),
  bad('a marker alone', '‸‸---\n', 'FLC1003'),
  bad('several documents', `${good}‸---‸\n${good}`, 'FLC1004'),
  bad('an alias bomb', `${bomb.join('\n')}\n${good}`, 'FLC1013'),
  bad('an alias in what it names', inPool('pod: &p { affinity: ‸*p‸ }'), 'FLC1005'),
  bad('an alias without an anchor', inPool('labels: *‸l‸abels'), 'FLC1005'),
  bad('a merge key', inPool('‸<<‸: { docker: none }'), 'FLC1006'),
  bad('deep nesting in brackets', inPool(`pod: ${'['.repeat(61)}‸[‸`), 'FLC1013'),
  bad('a tab as indentation', `${good}‸\t‸labels: [x64]\n`, 'FLC1001'),
  bad('a NUL', inPool('labels: [x‸\0‸]'), 'FLC1005'),
  bad('a colour of the terminal', inPool('labels: [‸\u001B‸]'), 'FLC1005'),
  bad('half of a surrogate pair', inPool('labels: [‸\uD800‸]'), 'FLC1005'),
  bad('a tag of a language', inPool("serviceAccount: ‸!!js/function‸ 'x'"), 'FLC1007'),
  bad('binary data by a tag', inPool('serviceAccount: ‸!!binary‸ aGk='), 'FLC1007'),
  bad('a tag of somebody’s own', inPool('serviceAccount: ‸!custom‸ x'), 'FLC1007'),
  bad('a key twice', inPool('‸replicas‸: 3'), 'FLC1002'),
  bad('the key __proto__', inPool('‸__proto__‸: { replicas: 9 }'), 'FLC1008'),
  bad('the key __proto__ in values', values('{ ‸__proto__‸: { x: 1 } }'), 'FLC1008'),
  bad('a pool named __proto__', `${good}  ‸__proto__‸: { scope: web }\n`, 'FLC1008'),
  bad('the key constructor', inPool('‸constructor‸: { prototype: {} }'), 'FLC2001'),
  bad('the key toString', inPool('‸toString‸: x'), 'FLC2001'),
  bad('a pool named toString', `${good}  ‸toString‸: { scope: web }\n`, 'FLC2005'),
  bad('a scope named as a member', inPool('scope: ‸constructor‸'), 'FLC3002'),
  bad('a profile named as a member', inPool('profiles: [‸constructor‸]'), 'FLC3003'),
  bad(
    'a credential named as a member',
    good.replace('credentials: github }', 'credentials: ‸constructor‸ }'),
    'FLC3001',
  ),
  bad('a number beyond all numbers', values('‸1e400‸'), 'FLC1012'),
  bad('infinity', values('‸.inf‸'), 'FLC1012'),
  bad('not a number', values('‸.NaN‸'), 'FLC1012'),
  bad('a number above 2^53', values('‸9007199254740993‸'), 'FLC1041'),
  bad('a number with a leading zero', values('‸010‸'), 'FLC1042'),
  bad('an octal number', values('‸0o17‸'), 'FLC1042'),
  bad('"no" as text of a chart', values('‸no‸'), 'FLC1043'),
  bad('"yes" as a boolean of a chart', values('‸yes‸', 'certManagerEnabled'), 'FLC1043'),
  bad('a leading zero where text is meant', inPool('env: { A: ‸0123‸ }'), 'FLC1042'),
  bad(
    'a number of replicas above 2^53',
    good.replace('replicas: 2', 'replicas: ‸9007199254740993‸'),
    'FLC1041',
  ),
  bad('"yes" for a boolean', inPool('ephemeral: ‸yes‸'), 'FLC2002'),
  bad('"NO" for a boolean', inPool('ephemeral: ‸NO‸'), 'FLC2002'),
  bad('"on" for a boolean', inPool('ephemeral: ‸on‸'), 'FLC2002'),
  bad('a date for a map', inPool('node: ‸2026-12-01‸'), 'FLC2002'),
  bad('a float for a whole number', good.replace('replicas: 2', 'replicas: ‸1.5‸'), 'FLC2002'),
  bad('grouped digits', good.replace('replicas: 2', 'replicas: ‸1_000‸'), 'FLC2002'),
  bad('a key of a pool without a value', inPool('‸pod‸:'), 'FLC4940'),
  bad('nothing for a pool', `${good}  build‸‸:\n`, 'FLC2002'),
];

/** What looks odd and has one meaning alone; no finding. */
export const oddTexts: readonly (readonly [what: string, text: string])[] = [
  ['a byte order mark', `\uFEFF${good}`],
  ['CRLF', good.replaceAll('\n', '\r\n')],
  ['CR alone', good.replaceAll('\n', '\r')],
  ['a byte order mark and CRLF', `\uFEFF${good.replaceAll('\n', '\r\n')}`],
  ['anchors and aliases', `${good}  a: &a { labels: [a], resources: { requests: { cpu: 1 } } }\n`],
  ['a hexadecimal number', good.replace('replicas: 2', 'replicas: 0x2')],
  ['zero with a sign', values('{ runAsUser: -0 }', 'podSecurityContext')],
  ['the largest whole number', values('{ runAsUser: 9007199254740991 }', 'podSecurityContext')],
  ['a pool named as a member', good.replace('  ci:', '  constructor:')],
  ['a scope named as a member', good.replace('  web:', '  constructor:')],
  [
    'a credential named as a member',
    good.replace('  github:', '  constructor:').replace(': github }', ': constructor }'),
  ],
  ['a date as text', values('2026-12-01')],
  ['a quoted "no"', values('"no"')],
  ['many digits in quotes', values('"12345678901234567890"')],
  ['a label named as a member', inPool('labels: [constructor, toString]')],
  ['annotations named as members', values('{ constructor: x, toString: z }', 'podAnnotations')],
  ['a scalar of 10 MB', inPool(`env: { A: "${'a b '.repeat(2_500_000)}" }`)],
];
