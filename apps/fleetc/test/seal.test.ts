import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeCertificate } from '../../../packages/sealing/test/support/make-certificate.ts';
import { plainFleet } from './support/fleets.ts';
import { bin, makeFolder, runFleetc } from './support/run-fleetc.ts';
import {
  appKey,
  certificate,
  hideSealed,
  openedAt,
  seal,
  sealedAt,
  token,
} from './support/sealing.ts';

const label = 'actions-runner-system/controller-manager';
const path = 'credentials.github.pat.secret.from';
const cert = ['--cert', 'sealing.pem'];

/** As `plainFleet`, but nothing is said about the source. */
const unsealed = plainFleet.replace(', from: { env: ACME_TOKEN }', '');

const severalPlaces = `# The fleet of acme
apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
secrets:
  default: sealedSecret
  sealing: { certificate: sealing.pem } # public

controller:
  credentials: github
  watch: cluster
  webhookServer: { secret: {} }
  metrics: { server: { secret: { name: metrics } } }

registry:
  pullSecrets: [hub]

credentials:
  github:
    pat: {}
  # installed on acme
  web-app:
    app:
      id: 12345
      installationId: 67890
      secret:
        name: web
  hub: { registry: { server: docker.io, username: 'ac"me' } }

scopes:
  web: { repository: acme/web, credentials: web-app }
pools:
  ci: { namespace: one, replicas: 1, resources: { requests: { cpu: 500m, memory: 1Gi } } }
  cd: { namespace: two, replicas: 1, resources: { requests: { cpu: 500m, memory: 1Gi } } }
`;

const severalEnvironments = `${plainFleet.replace('from: { env: ACME_TOKEN }', 'from: { sealedSecret: {} }')}environments:
  production: {}
  staging:
    override: { pools: { ci: { replicas: 1 } } } # small
`;

function makeFleet(fleet: string, files: Readonly<Record<string, string | Buffer>> = {}): string {
  return makeFolder({ 'fleet.yaml': fleet, 'sealing.pem': certificate, ...files });
}

function read(folder: string, file = 'fleet.yaml'): string {
  return readFileSync(join(folder, file), 'utf8');
}

it('seals a value into the fleet file and changes no other byte of it', () => {
  const folder = makeFleet(unsealed);
  const { code, stderr } = seal(folder, ['github', ...cert]);
  expect(code).toBe(0);
  const { fingerprint256 } = new X509Certificate(certificate);
  expect(stderr).toBe(
    `fleet.yaml: sealed credential "github" for ${label} (scope strict)\ncertificate: SHA-256 ${fingerprint256}\n`,
  );
  expect(openedAt(folder, path)).toEqual({ [label]: { github_token: token } });
  const inserted = `, from: { sealedSecret: { sealed: { ${label}: { github_token: … } } } }`;
  expect(hideSealed(read(folder))).toBe(
    unsealed.replace('controller-manager }', `controller-manager${inserted} }`),
  );
});

it('keeps a byte order mark, line ends and comments', () => {
  const before = `\ufeff${severalPlaces.replaceAll('\n', '\r\n')}`;
  const folder = makeFleet(before);
  expect(seal(folder, ['github']).code).toBe(0);
  expect(hideSealed(read(folder))).toBe(
    before.replace(
      'pat: {}',
      'pat: { secret: { from: { sealedSecret: { sealed: { actions-runner-system/github: { github_token: … } } } } } }',
    ),
  );
  expect(seal(folder, ['web-app'], { input: appKey }).code).toBe(0);
  expect(
    read(folder)
      .split('\n')
      .every((line) => line === '' || line.endsWith('\r')),
  ).toBe(true);
});

it('seals for every namespace that needs the Secret, under the key that is read', () => {
  const folder = makeFleet(severalPlaces);
  expect(seal(folder, ['web-app'], { input: appKey }).code).toBe(0);
  expect(openedAt(folder, 'credentials.web-app.app.secret.from')).toEqual({
    'one/web': { github_app_private_key: appKey },
    'two/web': { github_app_private_key: appKey },
  });
  expect(hideSealed(read(folder))).toBe(
    severalPlaces.replace(
      '        name: web\n',
      '        name: web\n        from:\n          sealedSecret:\n            sealed:\n' +
        ['one/web', 'two/web']
          .map((place) => `              ${place}:\n                github_app_private_key: …\n`)
          .join(''),
    ),
  );
});

it('seals a login as the document that readers of a pull secret want', () => {
  const folder = makeFleet(severalPlaces);
  expect(seal(folder, ['hub']).code).toBe(0);
  const opened = openedAt(folder, 'credentials.hub.registry.secret.from');
  expect(Object.keys(opened)).toEqual([
    'actions-runner-system/hub',
    'cert-manager/hub',
    'one/hub',
    'two/hub',
  ]);
  for (const { '.dockerconfigjson': document, ...others } of Object.values(opened)) {
    expect(others).toEqual({});
    expect(JSON.parse(document!)).toEqual({
      auths: {
        'https://index.docker.io/v1/': {
          username: 'ac"me',
          password: token,
          auth: Buffer.from(`ac"me:${token}`).toString('base64'),
        },
      },
    });
  }
});

it('seals the secrets of the two servers', () => {
  const folder = makeFleet(severalPlaces);
  expect(seal(folder, ['webhookServer']).code).toBe(0);
  expect(seal(folder, ['metricsServer']).code).toBe(0);
  const key = { github_webhook_secret_token: token };
  expect(openedAt(folder, 'controller.webhookServer.secret.from')).toEqual({
    'actions-runner-system/github-webhook-server': key,
  });
  expect(openedAt(folder, 'controller.metrics.server.secret.from')).toEqual({
    'actions-runner-system/metrics': key,
  });
});

it('makes a fleet that builds', () => {
  const folder = makeFleet(severalPlaces);
  expect(runFleetc(folder, ['build']).code).toBe(1);
  for (const name of ['github', 'hub', 'webhookServer', 'metricsServer']) seal(folder, [name]);
  seal(folder, ['web-app'], { input: appKey });
  expect(runFleetc(folder, ['build'])).toMatchObject({ code: 0 });
});

it.each([
  ['strict', label],
  ['namespace', 'actions-runner-system'],
  ['cluster', '*'],
])('seals in the scope %s', (scope, bound) => {
  const folder = makeFleet(unsealed);
  expect(seal(folder, ['github', ...cert, '--scope', scope]).code).toBe(0);
  expect(openedAt(folder, path)).toEqual({ [bound]: { github_token: token } });
  expect(runFleetc(folder, ['check'])).toMatchObject({ code: 0 });
  expect(seal(folder, ['github']).stderr).toContain(
    `kept what credential "github" has for ${bound}`,
  );
});

it('keeps ciphertext that is there, reads nothing then, and seals again when asked', () => {
  const folder = makeFleet(unsealed);
  seal(folder, ['github', ...cert]);
  const first = read(folder);
  const kept = seal(folder, ['github'], { input: '' });
  expect(kept).toMatchObject({
    code: 0,
    stderr: `fleet.yaml: kept what credential "github" has for ${label}; --reseal seals it again\n`,
  });
  expect(read(folder)).toBe(first);
  expect(seal(folder, ['github', ...cert, '--reseal']).code).toBe(0);
  expect(read(folder)).not.toBe(first);
  expect(hideSealed(read(folder))).toBe(hideSealed(first));
  expect(openedAt(folder, path)).toEqual({ [label]: { github_token: token } });
});

it('seals what a further namespace lacks and leaves the others', () => {
  const folder = makeFleet(severalPlaces);
  const place = 'credentials.web-app.app.secret.from';
  seal(folder, ['web-app'], { input: appKey });
  const before = sealedAt(folder, place);
  const pool = '  cd: { namespace: two,';
  writeFileSync(
    join(folder, 'fleet.yaml'),
    read(folder).replace(pool, '  cd: { namespace: three,'),
  );
  const { code, stderr } = seal(folder, ['web-app'], { input: appKey });
  expect(code).toBe(0);
  expect(stderr).toContain('sealed credential "web-app" for three/web (scope strict)');
  expect(stderr).toContain('kept what credential "web-app" has for one/web');
  expect(stderr).toContain('removed two/web, which nothing needs any more');
  const after = sealedAt(folder, place);
  expect(Object.keys(after)).toEqual(['one/web', 'three/web']);
  expect(after['one/web']).toEqual(before['one/web']);
});

it('replaces ciphertext that was bound to an old name', () => {
  const folder = makeFleet(unsealed);
  seal(folder, ['github', ...cert]);
  writeFileSync(
    join(folder, 'fleet.yaml'),
    read(folder).replace('name: controller-manager', 'name: renamed'),
  );
  expect(seal(folder, ['github', ...cert]).stderr).toContain(
    `removed ${label}, which nothing needs any more`,
  );
  expect(openedAt(folder, path)).toEqual({
    'actions-runner-system/renamed': { github_token: token },
  });
});

it('seals for one environment into its override', () => {
  const folder = makeFleet(severalEnvironments);
  expect(seal(folder, ['github', ...cert, '--env', 'staging']).code).toBe(0);
  const sealed = `{ sealedSecret: { sealed: { ${label}: { github_token: … } } } }`;
  expect(hideSealed(read(folder))).toBe(
    severalEnvironments.replace(
      'replicas: 1 } } }',
      `replicas: 1 } }, credentials: { github: { pat: { secret: { from: ${sealed} } } } } }`,
    ),
  );
  expect(seal(folder, ['github', ...cert, '--env', 'production']).code).toBe(0);
  expect(sealedAt(folder, inOverride('production'))).not.toEqual(
    sealedAt(folder, inOverride('staging')),
  );
  expect(openedAt(folder, inOverride('production'))).toEqual({ [label]: { github_token: token } });
  expect(runFleetc(folder, ['check'])).toMatchObject({ code: 0 });
  const all = seal(folder, ['github', ...cert]);
  expect(all).toMatchObject({ code: 2 });
  expect(all.stderr).toContain('every environment has a source of its own for credential "github"');
});

function inOverride(environment: string): string {
  return `environments.${environment}.override.${path}`;
}

it('takes the value from a file, or from standard input by its short name', () => {
  const folder = makeFleet(unsealed, { 'token.value': `${token}\r\n` });
  expect(seal(folder, ['github', ...cert, '--value-file', 'token.value'], { input: '' }).code).toBe(
    0,
  );
  expect(openedAt(folder, path)).toEqual({ [label]: { github_token: token } });
  expect(seal(folder, ['github', ...cert, '--value-file', '-', '--reseal']).code).toBe(0);
  expect(openedAt(folder, path)).toEqual({ [label]: { github_token: token } });
});

it('keeps the mode of the file and the link that leads to it', () => {
  const folder = makeFolder({ 'real/fleet.yaml': unsealed, 'sealing.pem': certificate });
  chmodSync(join(folder, 'real/fleet.yaml'), 0o640);
  symlinkSync('real/fleet.yaml', join(folder, 'fleet.yaml'));
  expect(seal(folder, ['github', ...cert]).code).toBe(0);
  expect(lstatSync(join(folder, 'fleet.yaml')).isSymbolicLink()).toBe(true);
  expect(statSync(join(folder, 'real/fleet.yaml')).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(folder, 'real'))).toEqual(['fleet.yaml']);
});

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
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x41]), 'FLC6902'],
  ['more than a Secret holds', 'x'.repeat(1024 * 1024 + 1), 'FLC6902'],
])('refuses %s as a token and changes nothing', (_name, input, code) => {
  const folder = makeFleet(unsealed);
  const run = seal(folder, ['github', ...cert], { input });
  expect(run.stderr.match(/error\[(\w+)\]/)?.[1]).toBe(code);
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
