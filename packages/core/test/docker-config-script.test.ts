import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compileText } from '../src/testing/compile-text.ts';

const credentials = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { from: { existing: true } } } }
`;
const mirror = 'registry: { mirror: { url: "https://m.example.com", buildx: true } }\n';

/** What the init container of a pool runs. */
async function scriptOf(docker: string, blocks = ''): Promise<string> {
  const pools = `pools:\n  ci: { scope: web, docker: ${docker} }`;
  const { object } = await compileText(`${credentials}${blocks}${pools}`);
  const { spec } = object('RunnerDeployment', 'acme-ci').object as never;
  const [container] = spec['template']['spec']['initContainers'] as { command: string[] }[];
  return container!.command[2]!;
}

const root = mkdtempSync(join(tmpdir(), 'fleetc-docker-config-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the script with all its folders below one of the test's own. */
function copyIn(name: string, text: string, image: Readonly<Record<string, string>>): string {
  const home = join(root, name);
  const write = (path: string, content: string) => {
    mkdirSync(join(home, path, '..'), { recursive: true });
    writeFileSync(join(home, path), content);
  };
  mkdirSync(join(home, 'etc/docker'), { recursive: true });
  write('etc/login/config.json', '{"auths":{}}');
  write('etc/buildkit/buildkitd.toml', 'mirrors');
  for (const [path, content] of Object.entries(image)) write(`home/.docker/${path}`, content);
  const local = text
    .replaceAll('/etc/fleetc/', `${home}/etc/`)
    .replaceAll('/home/runner/', `${home}/home/`);
  execFileSync('/bin/sh', ['-c', local], { stdio: 'pipe' });
  return join(home, 'etc/docker');
}

it('makes files that only the runner reads, and that it may write', async () => {
  const text = await scriptOf('{ sidecar: { login: hub } }', mirror);
  const folder = copyIn('plain', text, {});
  for (const [file, content] of [
    ['config.json', '{"auths":{}}'],
    ['buildx/buildkitd.default.toml', 'mirrors'],
  ] as const) {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(content);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  }
});

it('keeps what the image has in the folder, such as plugins, and replaces its logins', async () => {
  const text = await scriptOf('{ rootless: { login: hub } }');
  const image = { 'cli-plugins/docker-compose': 'plugin', 'config.json': 'old' };
  const folder = copyIn('image', text, image);
  expect(readFileSync(join(folder, 'cli-plugins/docker-compose'), 'utf8')).toBe('plugin');
  expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{"auths":{}}');
  expect(existsSync(join(folder, 'buildx'))).toBe(false);
});

it('starts although something in the image cannot be read', async () => {
  const text = await scriptOf('{ sidecar: { login: hub } }');
  mkdirSync(join(root, 'locked/home/.docker/buildx'), { recursive: true });
  chmodSync(join(root, 'locked/home/.docker/buildx'), 0o000);
  const folder = copyIn('locked', text, { other: 'x' });
  chmodSync(join(root, 'locked/home/.docker/buildx'), 0o700);
  expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{"auths":{}}');
});
