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
import { plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';
import {
  appKey,
  certificate,
  hideSealed,
  label,
  makeFleet,
  openedAt,
  seal,
  sealedAt,
  severalPlaces,
  token,
  unsealed,
} from './support/sealing.ts';

const path = 'credentials.github.pat.secret.from';
const cert = ['--cert', 'sealing.pem'];

const severalEnvironments = `${plainFleet.replace('from: { env: ACME_TOKEN }', 'from: { sealedSecret: {} }')}environments:
  production: {}
  staging:
    override: { pools: { ci: { replicas: 1 } } } # small
`;

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
    stderr: `fleet.yaml: kept what credential "github" has for ${label}; no value was read, --reseal seals a new one\n`,
  });
  expect(read(folder)).toBe(first);
  expect(seal(folder, ['github', ...cert, '--reseal']).code).toBe(0);
  expect(read(folder)).not.toBe(first);
  expect(hideSealed(read(folder))).toBe(hideSealed(first));
  expect(openedAt(folder, path)).toEqual({ [label]: { github_token: token } });
});

it('seals again what was cut off', () => {
  const folder = makeFleet(unsealed);
  seal(folder, ['github', ...cert]);
  const text = read(folder);
  const whole = /[A-Za-z0-9+/=]{300,}/.exec(text)![0];
  writeFileSync(join(folder, 'fleet.yaml'), text.replace(whole, whole.slice(0, 340)));
  expect(runFleetc(folder, ['check']).stderr).toContain('error[FLC4126]');
  expect(seal(folder, ['github', ...cert])).toMatchObject({ code: 0 });
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

it('leaves what an environment with another scope still reads', () => {
  const own =
    'credentials: { github: { pat: { secret: { from: { sealedSecret: { scope: cluster } } } } } }';
  const folder = makeFleet(severalEnvironments.replace('override: {', `override: { ${own},`));
  seal(folder, ['github', ...cert, '--env', 'staging']);
  const { '*': everywhere } = sealedAt(folder, inOverride('staging'));
  const { github_token } = everywhere!;
  const held = `sealed: { "*": { github_token: ${github_token} }, old/name: { github_token: ${github_token} } }`;
  writeFileSync(
    join(folder, 'fleet.yaml'),
    severalEnvironments
      .replace('override: {', `override: { ${own},`)
      .replace('sealedSecret: {}', `sealedSecret: { ${held} }`),
  );
  const { stderr } = seal(folder, ['github', ...cert]);
  expect(stderr).toContain('removed old/name, which nothing needs any more');
  expect(Object.keys(sealedAt(folder, path))).toEqual(['*', label]);
  expect(runFleetc(folder, ['check'])).toMatchObject({ code: 0 });
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
