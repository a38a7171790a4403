import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const { customManagers } = JSON.parse(
  readFileSync(resolve(root, 'schemas/renovate-preset.json'), 'utf8'),
) as { customManagers: { matchStrings: string[] }[] };
const expressions = customManagers.flatMap(({ matchStrings }) => matchStrings);

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const synthetic = `controller: { chart: { version: 0.23.7 }, images: {runner: "a/b:1",dind: docker:28} }
pools:
  x:
    image:
      reference: registry.test:5000/x:1@${digest}
  y: { image: host.test:5000/untagged }
images:
  docker.io/library/docker:28.0.4-dind:
    digest: ${digest}
    platforms:
      - linux/amd64
`;

function matchByGo(text: string): unknown {
  const { status, stdout, stderr } = spawnSync('go', ['run', 'main.go'], {
    cwd: resolve(import.meta.dirname, 're2'),
    input: JSON.stringify({ expressions, text }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function matchByJavaScript(text: string): unknown {
  return expressions.map((expression) =>
    [...text.matchAll(new RegExp(expression, 'g'))].map(({ groups = {} }) =>
      Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)),
    ),
  );
}

it('finds by RE2 what it finds by JavaScript', ({ skip }) => {
  if (spawnSync('go', ['version']).status !== 0) {
    if (process.env['FLEETC_REQUIRE_TOOLS'] === '1') throw new Error('go is missing');
    skip('go is missing');
  }
  const examples = readdirSync(resolve(root, 'examples'))
    .map((name) => resolve(root, 'examples', name, 'fleet.yaml'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  const text = [synthetic, ...examples].join('\n');
  const found = matchByGo(text);
  expect(found).toEqual(matchByJavaScript(text));
  expect(JSON.stringify(found)).toContain('registry.test:5000/x');
});
