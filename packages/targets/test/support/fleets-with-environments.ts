import { hasErrors } from '@fleetc/diagnostics';
import { type Bundle, compile, type FileReading } from '@fleetc/core';
import { encryptedFiles, fleets } from '@fleetc/testing';
import fc from 'fast-check';

type Plain = Record<string, unknown>;

/** A random fleet of up to four environments that differ in some of these ways, several of them often in the same. */
export const fleetsWithEnvironments: fc.Arbitrary<Plain> = fc
  .tuple(fleets, fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 4 }))
  .map(([fleet, choices]) => {
    const { pools, controller } = fleet as { pools: Plain; controller: Plain };
    const names = Object.keys(pools);
    const entries = choices.map((chosen, index) => {
      const changes = chosen.map((choice) => changeOf(choice, names, controller));
      return [`env-${index}`, { override: changes.reduce(merge, {}) }];
    });
    return { ...fleet, outputs: undefined, environments: Object.fromEntries(entries) as Plain };
  });

/** The bundles of a fleet without errors; `undefined` for one that has some. */
export async function compileFleet(fleet: unknown): Promise<Bundle[] | undefined> {
  const text = JSON.stringify(fleet);
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text }, { readFile });
  if (hasErrors(diagnostics)) return undefined;
  return environments.map(({ bundle }) => bundle!);
}

function readFile(path: string): FileReading {
  const text = encryptedFiles[path];
  return text === undefined ? { failure: 'no such file', isMissing: true } : { text };
}

/** The same for a property: a fleet with errors does not count as a run. */
export async function compileGood(fleet: unknown): Promise<Bundle[]> {
  const bundles = await compileFleet(fleet);
  fc.pre(bundles !== undefined);
  return bundles!;
}

function changeOf(choice: number, pools: readonly string[], controller: Plain): Plain {
  const pool = pools[choice % pools.length]!;
  const ofPool = (change: unknown) => ({ pools: { [pool]: change } });
  const changes: readonly Plain[] = [
    ofPool({ metadata: { labels: { 'environment': 'test', 'example.com/a.b': 'c' } } }),
    ofPool({ env: { MY_ENVIRONMENT: 'yes', MY_OTHER: 'two\nlines\n' } }),
    ofPool({ labels: ['one', 'two', 'three'] }),
    ofPool({ resources: { requests: { cpu: '250m', memory: '2Gi' } } }),
    ofPool({ metadata: { annotations: { 'example.com/a': '1e3' } } }),
    ofPool({ node: { tolerations: [{ key: 'ci', operator: 'Exists' }] } }),
    ofPool({ labels: null }),
    ofPool({ node: { selector: { a: 'b' } } }),
    pools.length > 1 ? ofPool(null) : {},
    { metadata: { labels: { environment: 'test' } } },
    { metadata: { namePrefix: 'other-' } },
    { controller: { ...(controller && {}), replicas: 2 } },
    { namespaces: { create: false } },
    { registry: { direct: ['docker.io'] } },
  ];
  return changes[choice % changes.length]!;
}

function merge(left: unknown, right: unknown): unknown {
  if (!isMap(left) || !isMap(right)) return right;
  const merged = Object.entries(right).map(([key, value]) => [key, merge(left[key], value)]);
  return { ...left, ...(Object.fromEntries(merged) as Plain) };
}

function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
