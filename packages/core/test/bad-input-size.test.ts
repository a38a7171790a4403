import { plainFleet as good } from '@fleetc/testing/plain-fleet';
import { randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile } from '../src/compile.ts';
import { startWatchdog, type Watchdog } from './fuzz/watchdog.ts';

/** Milliseconds for a text that takes well below one second on a machine with nothing else to do. */
const patience = 20_000;

let watchdog: Watchdog;
beforeAll(() => {
  watchdog = startWatchdog();
});
afterAll(() => watchdog.stop());

async function time(text: string): Promise<{ codes: string[]; milliseconds: number }> {
  watchdog.watch(Buffer.from(text));
  const start = performance.now();
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  const milliseconds = performance.now() - start;
  watchdog.rest();
  return { codes: [...new Set(diagnostics.map(({ code }) => code))], milliseconds };
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

const credentials = (entry: (index: number) => string) => (count: number) =>
  good.replace('scopes:', `${lines(count, entry)}scopes:`);
const pools = (entry: (index: number) => string) => (count: number) => good + lines(count, entry);
const token = (index: number) => `${'gh'}p_${String(index).padStart(36, 'aB')}`;

/** Texts with as many mistakes as lines. Each was quadratic once, or could be. */
const crowds: Record<string, (count: number) => string> = {
  'keys before an unclosed quote': (count) => `${pools((i) => `  p${i}: 1`)(count)}  x: "`,
  'keys behind an unclosed bracket': (count) => `a: [\n${pools((i) => `  p${i}: 1`)(count)}`,
  'one key over and over': pools(() => '  ci: { replicas: 3 }'),
  'unknown keys': pools((i) => `unknown${i}: 1`),
  'pools that are nothing': pools((i) => `  p${i}:`),
  'numbers without end': pools((i) => `  p${i}: { replicas: .inf }`),
  'unknown scopes': pools((i) => `  p${i}: { scope: wep${i} }`),
  'comments that silence nothing': pools((i) => `# fleetc-ignore FLC4401: because ${i}`),
  'tokens as pools’ variables': pools((i) => `  p${i}: { env: { A: ${token(i)} } }`),
  'tokens in place of ciphertext': credentials(
    (i) =>
      `  c${i}: { pat: { secret: { from: { sealedSecret: { sealed: { a: ${token(i)} } } } } } }`,
  ),
  'passwords in place of sources': credentials((i) => `  c${i}: { pat: { token: hunter${i}ab } }`),
  'new names in an override': (count) =>
    `${pools((i) => `  p${i}: { labels: [l${i}] }`)(count)}environments:\n  e:\n    override:\n      pools:\n${lines(count, (i) => `        q${i}x: { labels: [m${i}] }`)}`,
};

it.each(Object.entries(crowds))('takes time in proportion to %s', async (_, make) => {
  const small = await time(make(300));
  const large = await time(make(1200));
  expect(large.codes).not.toEqual([]);
  // Four times as many took sixteen times as long where each was held against all others.
  expect(large.milliseconds).toBeLessThan(10 * Math.max(small.milliseconds, 80));
});

it('refuses 20,000 keys before a mistake as quickly as a few', async () => {
  const { codes, milliseconds } = await time(crowds['keys before an unclosed quote']!(20_000));
  expect(codes).toEqual(['FLC1005']);
  expect(milliseconds).toBeLessThan(patience);
});

it.each([
  ['windows', 'FLC1013', 300],
  ['outputs', 'FLC1013', 300],
])('refuses more %s than the limit before it compares them', async (what, code, count) => {
  const window =
    '{ from: "2026-01-01T00:00", to: "2026-01-01T01:00", zone: UTC, every: day, min: 1 }';
  const windows = lines(count, (i) => `        w${i}: ${window}`);
  const schedule = `${good}  b:\n    autoscale:\n      min: 0\n      max: 2\n      on: webhook\n      schedule:\n${windows}`;
  const outputs = `${good}outputs:\n${lines(count, (i) => `  - { target: plain, dir: d${i} }`)}`;
  const { codes } = await time(what === 'windows' ? schedule : outputs);
  expect(codes).toEqual([code]);
});

it('counts what profiles and environments make of a short text', async () => {
  const labels = `[${Array<string>(2000).fill('x').join(', ')}]`;
  const profiles = `profiles: { default: { labels: ${labels} } }\n`;
  const environments = `environments:\n${lines(1000, (i) => `  e${i}: {}`)}`;
  const text = `${pools((i) => `  p${i}: {}`)(10)}${profiles}${environments}`;
  expect(await time(text)).toMatchObject({ codes: ['FLC1013'] });
});

/** What the patterns of a scanner for secrets, for images, for times and for templates begin with or go over. */
const pieces = [
  'a',
  'A',
  '0',
  '-',
  '.',
  '/',
  ':',
  '=',
  '_',
  ' ',
  '\t',
  '#',
  '{',
  ',',
  '\\',
  '"',
  'é',
  '*',
  '@',
  '%',
  'a.',
  'a-',
  '-a',
  'a/',
  'a:',
  '1h',
  'a b ',
  'a=b ',
  'ghp_',
  'xoxb-',
  'eyJ',
  'eyJa.',
  'AKIA',
  'glpat-',
  '://',
  'LS0tLS1CRUdJTi',
  '-----BEGIN ',
  'password: ',
  'token=',
  'fields: {',
  'github_token: ',
  'value: ',
  '{{',
  '}}',
  'https://a:',
  'x:y@',
  'sha256:',
  '@sha256:',
  'secretaccesskey=',
  'credentials: ',
  '{"auths":',
  'a\n',
  '\n ',
];

/** A text where patterns of every kind look at it: in the fields that have a grammar, in a comment, and by itself. */
function spread(text: string): string {
  const quoted = JSON.stringify(text);
  const grammar = `image: ${quoted}, terminationGracePeriod: ${quoted}, workVolume: { size: ${quoted} }, env: { A: ${quoted}, ${quoted}: b }`;
  const schedule = `autoscale: { min: 0, max: 3, scaleDownDelay: ${quoted}, on: webhook, schedule: { a: { from: ${quoted}, to: ${quoted}, zone: ${quoted}, every: day, min: 1 } } }`;
  const registry = `registry: { mirror: ${quoted}, proxy: { generic: { host: ${quoted}, template: ${quoted} } }, images: { ${quoted}: ${quoted} } }`;
  const secret = `  x: { pat: { token: ${quoted}, secret: { name: ${quoted}, from: { sealedSecret: { sealed: { github_token: ${quoted} } } } } } }`;
  return good
    .replace(/^registry: .*$/m, () => registry)
    .replace('scopes:', () => `${secret}\nscopes:`)
    .concat(`  b: { scope: web, ${grammar} }\n  c: { scope: web, ${schedule} }\n`)
    .concat(`# ${text.replaceAll('\n', '\n# ')}\n`);
}

it('has no pattern that backtracks without bounds', { timeout: randomTimeout }, async () => {
  const long = fc
    .record({
      head: fc.constantFrom(...pieces, ''),
      piece: fc.constantFrom(...pieces),
      tail: fc.constantFrom(...pieces, '', '!'),
    })
    .map(({ head, piece, tail }) => head + piece.repeat(20_000 / piece.length) + tail);
  const property = fc.asyncProperty(long, async (text) => {
    for (const whole of [text, spread(text)]) {
      expect((await time(whole)).milliseconds).toBeLessThan(patience);
    }
  });
  await fc.assert(property, randomRuns(1 / 60));
});
