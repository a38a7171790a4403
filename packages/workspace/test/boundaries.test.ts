import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Which layer may use which: the arrows of docs/architecture.md. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'diagnostics': [],
  'notation': [],
  'fleet': ['diagnostics', 'notation'],
  'kubernetes': ['diagnostics', 'notation'],
  'core': ['diagnostics', 'fleet', 'kubernetes', 'notation'],
  'targets': ['core', 'diagnostics', 'kubernetes', 'notation'],
  'input': [],
  'output': ['diagnostics', 'notation'],
  'sealing': ['diagnostics', 'notation'],
  'oci': ['diagnostics', 'notation'],
  'plan': ['core', 'diagnostics', 'kubernetes', 'targets'],
  'reports': ['core', 'diagnostics', 'fleet', 'kubernetes', 'notation'],
  'language-server': ['core', 'diagnostics', 'fleet', 'kubernetes', 'notation', 'reports'],
  'app': [
    'bundling',
    'core',
    'diagnostics',
    'fleet',
    'input',
    'kubernetes',
    'language-server',
    'notation',
    'oci',
    'output',
    'plan',
    'reports',
    'sealing',
    'targets',
  ],
  'bundling': [],
  'testing': [],
  'workspace': [],
};

interface Graph {
  readonly nodes: Record<string, { data: { root: string; tags: string[] } }>;
  readonly dependencies: Record<string, { target: string }[]>;
}

let graph: Graph;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-graph-'));
  const file = join(folder, 'graph.json');
  const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
  execFileSync('npx', ['nx', 'graph', `--file=${file}`], { cwd: root, env, stdio: 'pipe' });
  graph = (JSON.parse(readFileSync(file, 'utf8')) as { graph: Graph }).graph;
  rmSync(folder, { recursive: true });
}, 60_000);

function layerOf(project: string): string {
  const tag = graph.nodes[project]?.data.tags.find((name) => name.startsWith('layer:'));
  return tag?.slice('layer:'.length) ?? 'none';
}

it('gives every project one known layer', () => {
  const layers = Object.keys(graph.nodes).map(layerOf);
  expect(layers.filter((layer) => !(layer in arrows))).toEqual([]);
  expect(layers.length).toBeGreaterThanOrEqual(9);
});

it('lets dependencies point only along the arrows of the architecture', () => {
  const wrong = Object.entries(graph.dependencies).flatMap(([project, edges]) =>
    edges
      .filter(({ target }) => target in graph.nodes)
      .map(({ target }) => [layerOf(project), layerOf(target)] as const)
      .filter(([from, to]) => !arrows[from]?.includes(to) && to !== 'testing')
      .map(([from, to]) => `${from} -> ${to}`),
  );
  expect(wrong).toEqual([]);
});

it('uses what is for tests only as a development dependency', () => {
  const users = Object.values(graph.nodes).filter(({ data }) => {
    const text = readFileSync(join(root, data.root, 'package.json'), 'utf8');
    const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
    return '@fleetc/testing' in dependencies;
  });
  expect(users.map(({ data }) => data.root)).toEqual([]);
});
