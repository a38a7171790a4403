import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { dockerChecks } from './docker-checks.ts';

async function found(fields: string, blocks = ''): Promise<string[][]> {
  const resources = 'resources: { requests: { cpu: 500m, memory: 1Gi } }';
  const pools = `${blocks}pools:\n  ci: { scope: web, ${resources}, ${fields} }\n`;
  const all = await findInExample(dockerChecks, pools);
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

const mirror = 'registry: { mirror: "https://hub.example.com" }\n';
const volume = (name: string, path: string) => `${name}: { mountPath: ${path}, emptyDir: {} }`;
const taken = (at: string, ...related: string[]) => ['FLC4408', at, ...related];
const logins = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  harbor: { registry: { server: "Harbor.example.com:8443", secret: { from: { existing: true } } } }
`;
const buildx = 'registry: { mirror: { url: "https://hub.example.com", buildx: true } }\n';
const login = 'docker: { inRunner: { login: harbor } }';
const folder = '/home/runner/.docker';

it.each<[string, string, string, string[][]]>([
  [
    'a volume in its place',
    `${login}, volumes: { ${volume('a', folder)} }`,
    logins,
    [taken(folder, 'login')],
  ],
  [
    'a file in the place of the login',
    `${login}, volumes: { ${volume('a', `${folder}/config.json`)} }`,
    logins,
    [taken(`${folder}/config.json`, 'login')],
  ],
  [
    'a plugin beside it',
    `${login}, volumes: { ${volume('a', `${folder}/cli-plugins`)} }`,
    logins,
    [],
  ],
  [
    'a volume in its place because of the mirror',
    `volumes: { ${volume('a', folder)} }`,
    buildx,
    [taken(folder, 'buildx')],
  ],
  [
    'a file in the place of the settings',
    `volumes: { ${volume('a', `${folder}/buildx/buildkitd.default.toml`)} }`,
    buildx,
    [taken(`${folder}/buildx/buildkitd.default.toml`, 'buildx')],
  ],
  ['a mirror that buildx does not use', `volumes: { ${volume('a', folder)} }`, mirror, []],
  [
    'a mirror that the pool switches off',
    `docker: { sidecar: { registryMirror: "" } }, volumes: { ${volume('a', folder)} }`,
    buildx,
    [],
  ],
  [
    'a mirror where there is no docker',
    `docker: none, volumes: { ${volume('a', folder)} }`,
    buildx,
    [],
  ],
])("judges what shares docker's folder: %s", async (_, fields, blocks, expected) => {
  expect(await found(fields, blocks)).toEqual(expected);
});

it.each(['fleetc-docker-config', 'fleetc-docker-login', 'fleetc-buildkit', 'fleetc-hook-template'])(
  'keeps the name %s for itself',
  async (name) => {
    const fields = `volumes: { ${volume(name, '/x')} }`;
    expect(await found(fields)).toEqual([['FLC4407', name]]);
  },
);

const mounted = (path: string, source: string) =>
  `volumes: { a: { mountPath: ${path}, ${source} } }`;
const readOnly = ['FLC4483', `${folder}/config.json`];

it.each<[string, string, string[][]]>([
  ['a Secret', mounted(`${folder}/config.json`, 'secret: { name: x }'), [readOnly]],
  ['a ConfigMap', mounted(`${folder}/config.json`, 'configMap: { name: x }'), [readOnly]],
  ['the whole folder', mounted(folder, 'secret: { name: x }'), [['FLC4483', folder]]],
  [
    'a volume that is told to be',
    mounted(folder, 'emptyDir: {}, readOnly: true'),
    [['FLC4483', folder]],
  ],
  ['nothing', mounted(folder, 'emptyDir: {}'), []],
  ['a Secret elsewhere', mounted('/x', 'secret: { name: x }'), []],
  ['a Secret without docker', `docker: none, ${mounted(folder, 'secret: { name: x }')}`, []],
])('finds what keeps docker from logging in: %s', async (_, fields, expected) => {
  expect(await found(fields)).toEqual(expected);
});

it.each<[string, string, string, string[][]]>([
  [
    'DOCKER_CONFIG',
    `${login}, env: { DOCKER_CONFIG: /x }`,
    logins,
    [['FLC4484', 'DOCKER_CONFIG', 'login']],
  ],
  ['HOME', 'env: { HOME: /x }', buildx, [['FLC4484', 'HOME', 'buildx']]],
  ['nothing to lead away from', 'env: { HOME: /x, DOCKER_CONFIG: /y }', mirror, []],
])('finds what leads docker elsewhere: %s', async (_, fields, blocks, expected) => {
  expect(await found(fields, blocks)).toEqual(expected);
});

const behind = (url: string) => `${logins}registry: { mirror: "${url}", pullSecrets: [harbor] }\n`;

it.each<[string, boolean]>([
  ['https://harbor.example.com:8443', true],
  ['https://harbor.example.com', false],
  ['https://other.example.com:8443', false],
])('finds a mirror that wants a login: %s', async (url, isBehind) => {
  const expected = isBehind ? [['FLC4482', `"${url}"`, 'harbor']] : [];
  expect(await found('replicas: 1', behind(url))).toEqual(expected);
});

it('leaves the port of a scheme out of account', async () => {
  const hub = logins.replace('"Harbor.example.com:8443"', 'hub.example.com');
  const registry = 'registry: { pullSecrets: [harbor], mirror: "https://hub.example.com:443" }\n';
  expect(await found('replicas: 1', `${hub}${registry}`)).toEqual([
    ['FLC4482', '"https://hub.example.com:443"', 'harbor'],
  ]);
});

it("finds a login that is behind the pool's own mirror", async () => {
  const fields =
    'docker: { sidecar: { login: harbor, registryMirror: "https://harbor.example.com:8443" } }';
  expect(await found(fields, logins)).toEqual([
    ['FLC4482', '"https://harbor.example.com:8443"', 'harbor'],
  ]);
});

it.each<[string, string[][]]>([
  ['volumes: { a: { emptyDir: {} } }', [['FLC4487', 'a']]],
  ['volumes: { a: { dockerMountPath: /a, emptyDir: {} } }', []],
  [
    'docker: none, volumes: { a: { dockerMountPath: /a, emptyDir: {} } }',
    [['FLC4404', 'dockerMountPath', 'docker']],
  ],
  [
    'volumes: { a: { emptyDir: {} } }, pod: { containers: [{ name: x, volumeMounts: [{ name: a, mountPath: /a }] }] }',
    [],
  ],
])('judges mounts that are missing: %s', async (fields, expected) => {
  expect(await found(fields)).toEqual(expected);
});

it.each(['none', 'kubernetes'])('refuses a login in mode %s', async (mode) => {
  const work = mode === 'kubernetes' ? ', workVolume: { size: 1Gi, storageClass: fast }' : '';
  expect(await found(`docker: { ${mode}: { login: harbor } }${work}`, logins)).toEqual([
    ['FLC4481', 'login'],
  ]);
});
