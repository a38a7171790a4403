import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeCertificate } from '../../../packages/sealing/test/support/make-certificate.ts';
import { plainFleet } from './support/fleets.ts';
import { bin, runFleetc } from './support/run-fleetc.ts';
import {
  appKey,
  certificate,
  label,
  makeFleet,
  seal,
  severalPlaces,
  token,
  unsealed,
} from './support/sealing.ts';

const cert = ['--cert', 'sealing.pem'];

function read(folder: string, file = 'fleet.yaml'): string {
  return readFileSync(join(folder, file), 'utf8');
}

const now = Date.now();
const day = 86_400_000;

it.each<[string, string | Buffer, string]>([
  [
    'a text that is no PEM',
    'AgBy3i4OJSWK',
    'cannot seal with "sealing.pem": it is not in PEM form',
  ],
  ['a key', appKey, 'it holds no certificate, but a block "RSA PRIVATE KEY"'],
  ['half a certificate', certificate.slice(0, 300), 'its first certificate is cut off'],
  ['no X.509', certificate.replace(/\n.{64}\n/, '\n'), 'it cannot be read as X.509'],
  ['another kind of key', makeCertificate({ type: 'ec' }).pem, 'its key is of type ec'],
  [
    'an expired certificate',
    makeCertificate({ to: new Date(now - day) }).pem,
    'cannot seal with certificate "sealing.pem": it expired on ',
  ],
  [
    'a certificate of tomorrow',
    makeCertificate({ from: new Date(now + day) }).pem,
    'it is not valid before ',
  ],
])('refuses to seal with %s', (_name, pem, words) => {
  const folder = makeFleet(unsealed, { 'sealing.pem': pem });
  const { code, stderr } = runFleetc(folder, ['seal', 'github', ...cert], { input: token });
  expect([code, stderr.match(/^error/gm)?.length]).toEqual([1, 1]);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(read(folder)).toBe(unsealed);
});

it('says when a certificate is getting old, and seals', () => {
  const pem = makeCertificate({ from: new Date(now - 91.5 * day) }).pem;
  const folder = makeFleet(unsealed, { 'sealing.pem': pem });
  expect(seal(folder, ['github', ...cert]).stderr).toContain('"sealing.pem" is 91 days old');
});

it.each<[string, string | Buffer, string]>([
  ['nothing', '', 'FLC6903'],
  ['blanks', ' \n\n', 'FLC6903'],
  ['two lines', `${token}\n${token}\n`, 'FLC6904'],
  ['a blank inside', `${token} x`, 'FLC6904'],
  ['a word', `${token.slice(0, 19)}\n`, 'FLC6904'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x41]), 'FLC6902'],
  ['more than a Secret holds', 'x'.repeat(1024 * 1024 + 1), 'FLC6902'],
])('refuses %s as a token and changes nothing', (_name, input, code) => {
  const folder = makeFleet(unsealed);
  const run = seal(folder, ['github', ...cert], { input });
  expect(run.stderr.match(/error\[(\w+)\]/)?.[1]).toBe(code);
  expect(run.stderr.replaceAll(/\s+/g, ' ')).toContain('fix: pipe in the value');
  expect(run.code).toBe(code === 'FLC6902' ? 4 : 1);
  expect(read(folder)).toBe(unsealed);
});

it.each([
  ['a token', token, 'it is no unencrypted RSA key in PEM form'],
  ['escaped line ends', appKey.trim().replaceAll('\n', String.raw`\n`), String.raw`two letters \n`],
  ['a key that is cut short', appKey.replace(/\n.{64}\n/, '\n'), 'its base64 text is no RSA key'],
])('refuses %s as a private key', (_name, input, problem) => {
  const folder = makeFleet(severalPlaces);
  const { code, stderr } = seal(folder, ['web-app'], { input });
  expect(code).toBe(1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(problem);
  expect(read(folder)).toBe(severalPlaces);
});

it.each<[string, string[], number, string]>([
  [
    'a value file that is not there',
    ['github', ...cert, '--value-file', 'no.txt'],
    4,
    'no such file',
  ],
  ['a certificate that is not there', ['github', '--cert', 'no.pem'], 4, 'no such file or folder'],
  ['no certificate at all', ['github'], 2, 'no certificate to seal with'],
  ['an unknown credential', ['githup', ...cert], 2, 'did you mean "github"?'],
  ['an unknown environment', ['github', ...cert, '--env', 'x'], 1, 'FLC3007'],
  ['two environments', ['github', ...cert, '--env', 'x', '--env', 'y'], 2, 'one --env at a time'],
  [
    'a fleet from standard input',
    ['github', '-', ...cert],
    2,
    'cannot be read from standard input',
  ],
  ['an unknown scope', ['github', ...cert, '--scope', 'wide'], 2, 'strict'],
  ['both backends', ['github', ...cert, '--sops'], 2, '--cert is for Sealed Secrets'],
  ['recipients without SOPS', ['github', ...cert, '--age-recipient', 'age1'], 2, 'add --sops'],
  ['a server that the fleet lacks', ['webhookServer', ...cert], 2, 'has no "secret" in this fleet'],
])('refuses %s', (_name, args, exitCode, words) => {
  const folder = makeFleet(unsealed);
  const { code, stderr } = seal(folder, args);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(code).toBe(exitCode);
  expect(read(folder)).toBe(unsealed);
});

it.each([[['github', token]], [[token]], [['github', 'fleet.yaml', token]]])(
  'does not repeat a value that stands on the command line',
  (args) => {
    const folder = makeFleet(unsealed);
    expect(seal(folder, [...args, ...cert]).code).toBe(2);
    expect(read(folder)).toBe(unsealed);
  },
);

it.each([
  ['another source', plainFleet, 'FLC6915'],
  [
    'an alias',
    unsealed
      .replace('{ pat: { secret: { name: controller-manager } } }', '*x')
      .replace('credentials:\n', 'credentials:\n  z: &x { pat: { secret: { name: z } } }\n'),
    'FLC6917',
  ],
  [
    'a credential that nothing needs',
    unsealed.replace('scopes:', '  x: { pat: {} }\nscopes:'),
    'FLC6916',
  ],
  ['a broken file', `${unsealed}a: [\n`, 'FLC1005'],
  ['a wrong shape', `${unsealed}a: 1\n`, 'FLC2001'],
  [
    'truncated ciphertext',
    plainFleet.replace(
      'env: ACME_TOKEN',
      `sealedSecret: { sealed: { ${label}: { github_token: AgB${'y8+/'.repeat(80)} } } }`,
    ),
    'FLC2005',
  ],
])('refuses a fleet with %s and changes nothing', (name, fleet, expected) => {
  const folder = makeFleet(fleet);
  const { code, stderr } = seal(folder, [name.endsWith('needs') ? 'x' : 'github', ...cert]);
  expect(stderr.match(/error\[(\w+)\]/g)).toEqual([`error[${expected}]`]);
  expect(code).toBe(1);
  expect(read(folder)).toBe(fleet);
});

it.each([
  ['a certificate', ['github', '--cert', token], 4, 'cannot read the sealing certificate "x'],
  ['an environment', ['github', '--env', token], 1, 'environment "x'],
  ['a file', ['github', '--value-file', token, ...cert], 4, 'cannot read file "x'],
])('does not repeat a value that was given in place of %s', (_name, args, exitCode, words) => {
  const { code, stderr } = seal(makeFleet(unsealed), args);
  expect(code).toBe(exitCode);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(words);
});

it('takes no property of every object for the name of a credential', () => {
  for (const name of ['constructor', '__proto__']) {
    const { code, stderr } = seal(makeFleet(unsealed), [name, ...cert]);
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      'fleetc: the fleet has no credential of that name; it has github',
    ]);
  }
});

it('tells a login without a user name', () => {
  const folder = makeFleet(severalPlaces.replace(`, username: 'ac"me'`, ''));
  const { code, stderr } = seal(folder, ['hub']);
  expect(code).toBe(2);
  expect(stderr).toContain('credentials.hub.registry has no "username"');
});

it('leaves a file that its owner made read-only, whoever asks', () => {
  const folder = makeFleet(unsealed);
  chmodSync(join(folder, 'fleet.yaml'), 0o444);
  const { code, stderr } = seal(folder, ['github', ...cert]);
  expect(code).toBe(4);
  expect(stderr).toContain('error[FLC6918]: cannot write "fleet.yaml": the file is read-only');
  expect(read(folder)).toBe(unsealed);
});

it.skipIf(process.getuid?.() !== 0)('says when the folder takes no new file', () => {
  const folder = makeFleet(unsealed);
  chmodSync(join(folder, 'fleet.yaml'), 0o666);
  chmodSync(folder, 0o555);
  const { code, stderr } = seal(folder, ['github', ...cert], { uid: 65_534 });
  chmodSync(folder, 0o755);
  expect([code, stderr]).toEqual([4, expect.stringContaining('permission denied')]);
  expect(read(folder)).toBe(unsealed);
});

it('refuses to overwrite what somebody wrote meanwhile', async () => {
  const folder = makeFleet(unsealed);
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  // Whoever opens a pipe to write waits for its reader, who has read the fleet by then.
  const writer = spawn('sh', ['-c', `{ echo '# mine' >> fleet.yaml; echo ${token}; } > pipe`], {
    cwd: folder,
  });
  const { code, stderr } = runFleetc(folder, ['seal', 'github', ...cert, '--value-file', 'pipe']);
  await new Promise((resolve) => writer.on('close', resolve));
  expect(code).toBe(4);
  expect(stderr).toContain('cannot write "fleet.yaml": it changed since it was read');
  expect(read(folder)).toBe(`${unsealed}# mine\n`);
  expect(readdirSync(folder).sort()).toEqual(['.git', 'fleet.yaml', 'pipe', 'sealing.pem']);
});

const hasScript = spawnSync('script', ['--version']).status === 0;

it.skipIf(!hasScript)('asks for a pipe when standard input is a terminal', () => {
  const folder = makeFleet(unsealed);
  const { status, stdout } = spawnSync(
    'script',
    ['-qec', `"${process.execPath}" "${bin}" seal github --cert sealing.pem`, '/dev/null'],
    { cwd: folder, env: { PATH: process.env['PATH'] }, encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('standard input is a terminal');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('| fleetc seal github');
});
