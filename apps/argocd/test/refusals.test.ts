import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { encryptedToken, scaledFleet } from '@fleetc/testing/plain-fleet';
import { expect, it } from 'vitest';
import { type Application, generate, prepare } from './support/argocd.ts';
import { fleetWithEnvironments, inRepository } from './support/fleets.ts';

const files = inRepository(scaledFleet);
const asString = (name: string, string: string) => ({ name, string });
const overrides = (map: Record<string, unknown>) => ({ parameters: [{ name: 'overrides', map }] });

it('says where an error of the fleet is, and prints nothing', () => {
  const fleet = scaledFleet.replace('replicas: 2', 'scope: wep');
  const { code, stdout, stderr } = generate({ files: inRepository(fleet) });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(/^fleet\.yaml:19:12: error\[FLC3002\]: pool "ci" uses scope "wep"/),
    'fleetc-argocd: fleet.yaml (default): 1 error',
    '',
  ]);
});

it('speaks of an error in the fleet and not of a parameter that it breaks', () => {
  const fleet = scaledFleet.replace('replicas: 2', 'scope: wep');
  const parameters = [{ name: 'pools', array: ['ci'] }];
  const { code, stdout, stderr } = generate({ files: inRepository(fleet), parameters });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^fleet\.yaml:19:12: error\[FLC3002\]/);
});

it('stays short when there are many errors', () => {
  const pools = Array.from({ length: 40 }, (_, index) => `  p${index}: { scope: nope }\n`).join('');
  const { code, stdout, stderr } = generate({ files: inRepository(scaledFleet + pools) });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.split('\n')).toHaveLength(12);
  expect(stderr).toMatch(/: 40 errors\n$/);
});

it('shows nothing of a secret that stands in the fleet', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const fleet = scaledFleet.replace('replicas: 2', `env: { TOKEN: "${token}" }`);
  const { code, stdout, stderr } = generate({ files: inRepository(fleet) });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^fleet\.yaml:19:/);
  expect(stderr).not.toContain('a1B2a1B2');
});

it.each<[string, Partial<Application>, string]>([
  [
    'an unknown parameter',
    { parameters: [asString('enviroment', 'a')] },
    'parameter "enviroment" is not known, only environment, pools, overrides, helm; did you mean "environment"?',
  ],
  [
    'a parameter twice',
    { parameters: [asString('helm', 'ignore'), asString('helm', 'refuse')] },
    'parameter "helm" is given twice',
  ],
  [
    'a text for a list',
    { parameters: [asString('pools', 'ci')] },
    'parameter "pools" has to be given as "array", not as "string"',
  ],
  [
    'numbers for texts',
    overrides({ a: 1 }),
    'parameter "overrides" needs a map of texts under "map"',
  ],
  [
    'a list that is none',
    { variables: { ARGOCD_APP_PARAMETERS: '{}' } },
    'ARGOCD_APP_PARAMETERS is no list in JSON',
  ],
  [
    'parameters that are no JSON',
    { variables: { ARGOCD_APP_PARAMETERS: '[' } },
    'ARGOCD_APP_PARAMETERS is no list in JSON',
  ],
  [
    'an unknown environment',
    { parameters: [asString('environment', 'defalt')] },
    'there is no environment "defalt", only default; did you mean "default"?',
  ],
  [
    'a variable that is not known',
    { env: { FLEETC_ENVIROMENT: 'a' } },
    'variable "FLEETC_ENVIROMENT" is not known, only FLEETC_ENVIRONMENT',
  ],
  [
    'two environments',
    { parameters: [asString('environment', 'a')], env: { FLEETC_ENVIRONMENT: 'b' } },
    'the parameter asks for environment "a" and FLEETC_ENVIRONMENT for "b"',
  ],
  [
    'an unknown pool',
    { parameters: [{ name: 'pools', array: ['ci', 'deploy'] }] },
    'there is no pool "deploy" in this environment, only build, ci',
  ],
  [
    'an override of something else',
    overrides({ 'pools.ci.image': 'evil' }),
    'override "pools.ci.image" is not known, only pools.NAME.replicas, pools.NAME.autoscale.min, pools.NAME.autoscale.max',
  ],
  [
    'an override of a pool that is not there',
    overrides({ 'pools.constructor.replicas': '1' }),
    'there is no pool "constructor" in this environment, only build, ci',
  ],
  [
    'an override that would end an autoscaler',
    overrides({ 'pools.build.replicas': '1' }),
    'override "pools.build.replicas" cannot be: pool "build" has an autoscaler, which owns the number',
  ],
  [
    'an override that would begin one',
    overrides({ 'pools.ci.autoscale.max': '1' }),
    'override "pools.ci.autoscale.max" cannot be: pool "ci" has no autoscaler',
  ],
  ...['', '-1', '1.5', '1e3', '0x10', ' 1', '01', '1000000', 'two'].map(
    (text): [string, Partial<Application>, string] => [
      `"${text}" for a number`,
      overrides({ 'pools.ci.replicas': text }),
      `override "pools.ci.replicas" needs a whole number, not "${text}"`,
    ],
  ),
  [
    'a word for helm that is not known',
    { parameters: [asString('helm', 'render')] },
    'parameter "helm" is either "ignore" or "refuse", not "render"',
  ],
  [
    'Helm releases where they are not wanted',
    { parameters: [asString('helm', 'refuse')] },
    'Helm releases are no manifests: cert-manager, acme-actions-runner-controller; parameter "helm" refuses them',
  ],
  [
    'several environments without a choice',
    { files: inRepository(fleetWithEnvironments) },
    'the fleet has several environments (production, staging); name one in the parameter "environment"',
  ],
  [
    'a folder without a fleet',
    { files: { 'apps/ci/other.yaml': scaledFleet } },
    'there is no fleet.yaml in the folder of the application; a file may be left out by the annotation "argocd.argoproj.io/manifest-generate-paths" or by exclusions of the repo server',
  ],
  [
    'a fleet without an object',
    {
      files: inRepository(
        `${scaledFleet.replace(/pools:[^]*/, 'pools: {}\n')}namespaces: { create: false }\n`,
      ),
    },
    'the fleet has no objects here, and Argo CD would prune whatever is there',
  ],
])('refuses %s in one line', (_name, application, message) => {
  const { code, stdout, stderr } = generate({ files, ...application });
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `fleetc-argocd: ${message}\n`,
  });
});

it('holds what overrides make of the fleet against the language', () => {
  const { code, stdout, stderr } = generate({
    files,
    ...overrides({ 'pools.build.autoscale.min': '9' }),
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^fleet\.yaml:\d+:\d+: error\[FLC\d+\]: /);
  expect(stderr).toMatch(/\(default\), with the overrides of the Application: 1 error\n$/);
});

it('refuses Secrets that SOPS encrypted, because Argo CD would apply the ciphertext', () => {
  const fleet = scaledFleet.replace('{ env: ACME_TOKEN }', '{ sops: { file: token.yaml } }');
  const { code, stdout, stderr } = generate({
    files: { ...inRepository(fleet), 'apps/ci/token.yaml': encryptedToken },
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(
    'ciphertext of Secrets that SOPS encrypted (actions-runner-system/controller-manager)',
  );
});

it.each(['fleet.yaml', 'fleet.lock.yaml'])('follows no %s that leads out of the folder', (name) => {
  const application = { files: { ...files, 'elsewhere.yaml': scaledFleet } };
  const { program, args, options } = prepare('generate', application);
  rmSync(join(options.cwd, name), { force: true });
  symlinkSync('../../elsewhere.yaml', join(options.cwd, name));
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('it is outside of the folder of the fleet file');
});

it('ends at once when it is told to, as a shell knows by 143', () => {
  const pools = Array.from(
    { length: 3000 },
    (_, index) => `  p${index}: { labels: [l${index}] }\n`,
  );
  const application = { files: inRepository(scaledFleet + pools.join('')) };
  const { program, options } = prepare('generate', application);
  const script = `${program} generate & sleep 0.3; kill -TERM $!; wait $! && echo done || echo $?`;
  const env = { ...options.env, PATH: `${options.env.PATH}:/usr/bin:/bin` };
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { ...options, env, encoding: 'utf8' });
  expect([stdout, stderr.replace(/.*Terminated.*\n/, '')]).toEqual(['143\n', '']);
});
