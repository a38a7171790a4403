import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mostPoolsDrawn } from '@fleetc/reports';
import { commands } from '../src/tables/commands.ts';
import { fleetWithEnvironments, fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const pools = Array.from(
  { length: 61 },
  (_, index) => `  p${index}: { resources: { requests: { cpu: 1, memory: 1Gi } } }\n`,
);

const folder = makeFolder({
  'fleet.yaml': plainFleet,
  'many.yaml': plainFleet.replace(/^pools:[^]*/m, `pools:\n${pools.join('')}`),
  'several.yaml': fleetWithEnvironments,
  'broken.yaml': fleetWithError,
});

it('draws Mermaid unless told otherwise', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['graph']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^---\ntitle: Fleet acme\n---\nflowchart LR\n/);
  expect(stdout).toContain('  credential_github --> scope_web\n  scope_web --> pool_ci\n');
  expect(runFleetc(folder, ['graph', '--format', 'mermaid']).stdout).toBe(stdout);
});

it('draws SVG, the same bytes each time', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['graph', '--format', 'svg']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 \d+ \d+"[^]*<\/svg>\n$/);
  expect(stdout).toContain('<title>pool ci: 2 runners; labels ci</title>');
  expect(runFleetc(folder, ['graph', '--format', 'svg']).stdout).toBe(stdout);
});

it('gives scripts nodes and edges', () => {
  const { stdout } = runFleetc(folder, ['graph', '--format', 'json']);
  const { version, fleet, environments } = JSON.parse(stdout);
  expect([version, fleet, environments.length]).toEqual([1, 'acme', 1]);
  const [{ name, nodes, edges }] = environments;
  expect(name).toBe('default');
  expect(nodes.find(({ id }: { id: string }) => id === 'pool:ci')).toEqual({
    id: 'pool:ci',
    kind: 'pool',
    group: 'namespace:actions-runner-system',
    name: 'ci',
    label: 'ci',
    details: ['2 runners', 'labels ci'],
    runners: { min: 2, max: 2 },
  });
  expect(edges.slice(0, 2)).toEqual([
    { from: 'credential:github', to: 'scope:web', meaning: 'authenticates' },
    { from: 'scope:web', to: 'pool:ci', meaning: 'served-by' },
  ]);
});

it('draws every environment, or those that are asked for', () => {
  const both = runFleetc(folder, ['graph', 'several.yaml']).stdout;
  expect(both).toContain('"Environment production"');
  expect(both).toContain('"Environment staging"');
  const one = runFleetc(folder, ['graph', 'several.yaml', '--env', 'staging']).stdout;
  expect(one).not.toContain('production');
  const svg = runFleetc(folder, ['graph', 'several.yaml', '--format', 'svg']).stdout;
  expect(svg.match(/Fleet acme, environment \w+/g)).toEqual([
    'Fleet acme, environment production',
    'Fleet acme, environment staging',
  ]);
});

it('folds many pools in pictures and says so, unless --all is given', () => {
  const note = '61 pools are drawn as one for each scope; --all draws every pool.';
  for (const format of ['mermaid', 'svg']) {
    const folded = runFleetc(folder, ['graph', 'many.yaml', '--format', format]).stdout;
    expect([folded.includes(note), folded.includes('61 pools<')]).toEqual([true, true]);
    const all = runFleetc(folder, ['graph', 'many.yaml', '--format', format, '--all']).stdout;
    expect([all.includes(note), all.includes('>p60<')]).toEqual([false, true]);
  }
  const { environments } = JSON.parse(
    runFleetc(folder, ['graph', 'many.yaml', '--format', 'json']).stdout,
  );
  const kinds = environments[0].nodes.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === 'pool')).toHaveLength(61);
});

it('tells in its help how many pools are many', () => {
  const { details } = commands.find(({ name }) => name === 'graph')!;
  expect(details.join(' ')).toContain(`more than ${mostPoolsDrawn} pools`);
});

it('draws nothing of a fleet with errors', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['graph', 'broken.yaml']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('error[FLC3002]');
  expect(runFleetc(folder, ['graph', 'absent.yaml'])).toMatchObject({ code: 4, stdout: '' });
});

it('refuses a format that it does not know', () => {
  expect(runFleetc(folder, ['graph', '--format', 'dot'])).toMatchObject({ code: 2, stdout: '' });
});

interface Output {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

const metafile = new URL('../dist/metafile.json', import.meta.url);
const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as {
  outputs: Record<string, Output>;
};

/** Everything that a chunk brings along, itself included; through dynamic imports as well where `kinds` has them. */
function listInputs(chunk: string, kinds: readonly string[], found = new Set<string>()): string[] {
  if (found.has(chunk) || !outputs[chunk]) return [];
  found.add(chunk);
  const { inputs, imports } = outputs[chunk];
  const further = imports.filter(({ kind }) => kinds.includes(kind));
  return [...Object.keys(inputs), ...further.flatMap(({ path }) => listInputs(path, kinds, found))];
}

const isLayout = (input: string) => input.includes('node_modules/@dagrejs/');

it.each(commands.map(({ name }) => name))(
  'does not load the layout library to start %s',
  (name) => {
    const inputs = listInputs(`dist/commands/${name}.command.mjs`, ['import-statement']);
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.filter(isLayout)).toEqual([]);
  },
);

it('has the layout library at hand for SVG', () => {
  const kinds = ['import-statement', 'dynamic-import'];
  const inputs = listInputs('dist/commands/graph.command.mjs', kinds);
  expect(inputs.filter(isLayout)).not.toEqual([]);
});
