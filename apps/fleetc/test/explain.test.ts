import { expect, it } from 'vitest';
import { load, loadAll } from 'js-yaml';
import { allRules } from '../src/rules/all-rules.ts';
import { findDiagnostic } from '../src/explain/find-diagnostic.ts';
import { formatRulePage } from '../src/explain/format-rule-page.ts';
import { fleetWithEnvironments, fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const folder = makeFolder({
  'fleet.yaml': `${plainFleet}    profiles: [big]\nprofiles:\n  big: { image: { ubuntu: "22.04" } }\n`,
  'several.yaml': fleetWithEnvironments,
  'broken.yaml': fleetWithError,
});

const ciphertext = `ENC[AES256_GCM,data:AAAA,iv:${'A'.repeat(43)}=,tag:${'A'.repeat(22)}==,type:str]`;
const keys = ['github_app_id', 'github_app_installation_id', 'github_app_private_key'];
const encrypted = `apiVersion: v1
kind: Secret
metadata:
  name: web
stringData: { ${keys.map((key) => `${key}: "${ciphertext}"`).join(', ')} }
sops: { mac: "${ciphertext}", mac_only_encrypted: true }
`;

it('prints the page of a rule, however its code is written', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['explain', 'flc4001']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^FLC4001 literal-secret \(error\)\n\nA secret stands in the file\.\n\nMessage:\n/,
  );
  for (const heading of ['Why', 'Fix', 'Refused', 'Accepted', 'Source']) {
    expect(stdout).toContain(`\n${heading}:\n  `);
  }
});

it('has a page for every rule, with words that hold without a place', async () => {
  for (const rule of allRules) {
    const page = await formatRulePage(rule, findDiagnostic);
    expect(page).toContain(rule.title);
    expect(page).not.toContain('undefined');
    // Where a rule has an example, the words are those of a real run.
    if (!rule.examples) expect(page).not.toContain('[object Object]');
  }
});

it('numbers every rule once', () => {
  const codes = allRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

it('names the nearest code for one that does not exist', () => {
  expect(runFleetc(folder, ['explain', 'FLC4000'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^fleetc: there is no rule "FLC4000"; did you mean "FLC\d{4}"\?\n$/,
    ),
  });
});

it('prints an effective value and where each part of it was written', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['explain', 'pools.ci.image']);
  expect([code, stderr]).toEqual([0, '']);
  expect(load(stdout)).toEqual({ reference: expect.any(String), ubuntu: '22.04' });
  expect(stdout).toContain('\n# pools.ci.image.ubuntu: profile big, fleet.yaml:16\n');
  const docker = runFleetc(folder, ['explain', 'pools.ci.docker']);
  expect(docker.stdout).toBe('sidecar: {}\n# pools.ci.docker.sidecar: built-in default\n');
  const replicas = runFleetc(folder, ['explain', 'pools.ci.replicas', 'fleet.yaml']);
  expect(replicas.stdout).toBe('2\n# pools.ci.replicas: file, fleet.yaml:12\n');
});

it('says what a Secret takes over from the defaults of all Secrets', () => {
  const own = 'credentials.github.pat.secret';
  const withDefaults = makeFolder({
    'fleet.yaml': `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
secrets:
  default: externalSecret
  store: corp
  keyPrefix: ci/
credentials:
  github: { pat: {} }
  web: { app: { id: 1, installationId: 2, secret: { from: { sops: { file: a.yaml } } } } }
registry: { direct: [docker.io, quay.io] }
scopes: { web: { repository: acme/web } }
controller: { credentials: github }
pools: { ci: { resources: { requests: { cpu: 500m, memory: 1Gi } } } }
environments:
  staging: { override: { secrets: { store: test } } }
`,
    'a.yaml': encrypted,
  });
  const { stdout } = runFleetc(withDefaults, ['explain', `${own}.from`]);
  expect(stdout).toBe(`# environment staging
externalSecret:
  key: ci/github
  refresh: "1h"
  refreshPolicy: Periodic
  store:
    kind: ClusterSecretStore
    name: test
# ${own}.from.externalSecret.key: secrets.keyPrefix, fleet.yaml:7
# ${own}.from.externalSecret.refresh: secrets.default, fleet.yaml:5
# ${own}.from.externalSecret.refreshPolicy: secrets.default, fleet.yaml:5
# ${own}.from.externalSecret.store.kind: secrets.store of environment staging, fleet.yaml:16
# ${own}.from.externalSecret.store.name: secrets.store.name of environment staging, fleet.yaml:16
`);
  const { stdout: name } = runFleetc(withDefaults, ['explain', `${own}.name`]);
  expect(name).toBe(`# environment staging\ngithub\n# ${own}.name: built-in default\n`);
  const file = 'credentials.web.app.secret.from';
  const { stdout: given } = runFleetc(withDefaults, ['explain', file]);
  expect(given).toBe(
    `# environment staging\nsops:\n  file: a.yaml\n# ${file}.sops.file: file, fleet.yaml:10\n`,
  );
});

it('explains a path once for each environment', () => {
  const { stdout } = runFleetc(folder, ['explain', 'pools.ci.replicas', 'several.yaml']);
  expect(stdout).toBe(
    '# environment production\n2\n# pools.ci.replicas: file, several.yaml:12\n---\n' +
      '# environment staging\n1\n# pools.ci.replicas: environment staging, several.yaml:16\n',
  );
  const { stdout: one } = runFleetc(folder, [
    'explain',
    'pools.ci.replicas',
    'several.yaml',
    '--env=staging',
  ]);
  expect(loadAll(one)).toEqual([1]);
});

it('prints the whole fleet for a dot', () => {
  const { stdout } = runFleetc(folder, ['explain', '.']);
  expect(load(stdout)).toMatchObject({ pools: { ci: { replicas: 2 } } });
});

it.each([
  ['pool.ci', 'the fleet has no "pool"; did you mean "pools"?'],
  ['pools.cj', 'the fleet has no "pools.cj"; did you mean "pools.ci"?'],
  ['pools.linux', 'the fleet has no "pools.linux"; "pools" has ci'],
  ['pools.ci.replicas.x', 'the fleet has no "pools.ci.replicas.x"'],
  ['pools.ci.labels[7]', 'the fleet has no "pools.ci.labels[7]"'],
])('says what is not there for %s', (path, sentence) => {
  const expected = { code: 1, stdout: '', stderr: `fleetc: ${sentence}\n` };
  expect(runFleetc(folder, ['explain', path])).toEqual(expected);
});

it('reports errors of the fleet instead of values that may be wrong', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['explain', 'pools', 'broken.yaml']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^error\[FLC3002\]/);
});

const inherited = plainFleet
  .replace(
    '  web: { repository: acme/web }',
    `  web: { organization: acme, runnerGroup: ours }
  two: { organization: umbrella, runnerGroup: ours }
  three: { organization: initech, runnerGroup: theirs }`,
  )
  .replace('    replicas: 2', '    scope: web\n    replicas: 2')
  .concat(
    '  both: { scopes: [two, web], replicas: 1 }\n  mixed: { scopes: [three, web], replicas: 1 }\n',
  )
  .concat('  own: { scope: web, runnerGroup: mine, replicas: 1 }\n');

it.each([
  ['ci', 'ours\n# pools.ci.runnerGroup: scope web, fleet.yaml:9\n'],
  ['both', 'ours\n# pools.both.runnerGroup: scope two, fleet.yaml:10\n'],
  ['own', 'mine\n# pools.own.runnerGroup: file, fleet.yaml:19\n'],
])('explains the runner group of pool %s, whoever says it', (pool, expected) => {
  const inFolder = makeFolder({ 'fleet.yaml': inherited });
  const { code, stdout } = runFleetc(inFolder, ['explain', `pools.${pool}.runnerGroup`]);
  expect([code, stdout]).toEqual([0, expected]);
});

it('names no group of a pool whose scopes have different ones', () => {
  const inFolder = makeFolder({ 'fleet.yaml': inherited });
  expect(runFleetc(inFolder, ['explain', 'pools.mixed.runnerGroup']).code).toBe(1);
});

it('overwrites a value that looks like a secret', () => {
  const fleet = plainFleet.replace('replicas: 2', 'env: { DB_PASSWORD: k9Fz2qLx7Wv4Rt8B }');
  const inFolder = makeFolder({ 'fleet.yaml': fleet });
  expect(runFleetc(inFolder, ['explain', 'pools.ci.env.DB_PASSWORD.value']).stdout).toBe(
    'xxxxxxxxxxxxxxxx\n# pools.ci.env.DB_PASSWORD.value: file, fleet.yaml:12\n',
  );
});

it('explains a pool beside the errors of another one, and not one with errors of its own', () => {
  const broken = `${plainFleet}  other: { scope: no, resources: { requests: { cpu: 1 } } }\n`;
  const place = makeFolder({ 'fleet.yaml': broken });
  const { code, stdout, stderr } = runFleetc(place, ['explain', 'pools.ci.replicas']);
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^2\n#.*fleet\.yaml:\d+\n$/)]);
  expect(stderr.match(/error\[\w+\]/g)).toEqual(['error[FLC3002]']);
  for (const topic of ['.', 'pools', 'pools.other.labels']) {
    expect(runFleetc(place, ['explain', topic])).toEqual({ code: 1, stdout: '', stderr });
  }
  const absent = runFleetc(place, ['explain', 'pools.ci.nothing']);
  expect([absent.code, absent.stdout, absent.stderr]).toEqual([1, '', stderr]);
});
