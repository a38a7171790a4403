import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFleet } from '@fleetc/fleet';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bundle, BundleItem } from '../src/bundle.ts';
import { compile } from '../src/compile.ts';

const examples = join(import.meta.dirname, '../../../examples');

async function bundleOf(text: string): Promise<Bundle> {
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text });
  const bundle = environments[0]?.bundle;
  if (!bundle) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return bundle;
}

/** Everything by which an installation is known in a cluster: no two fleets may share one of these. */
function identities({ items, pendingSecrets, existingSecrets }: Bundle): string[] {
  const secrets = [...pendingSecrets, ...existingSecrets];
  return [
    ...items.flatMap(identitiesOf),
    ...secrets.map(({ namespace, name }) => `Secret ${namespace} ${name}`),
  ];
}

function identitiesOf(item: BundleItem): string[] {
  if (item.type === 'object') {
    const { kind, metadata } = item.object;
    return [`${kind} ${metadata.namespace ?? ''} ${metadata.name}`];
  }
  const { namespace, name, values } = item.release;
  const election = `Lease ${namespace} ${String(values['leaderElectionId'])}`;
  return [`release ${namespace} ${name}`, ...clusterWide(item), election];
}

/** Names that the chart's templates give to what has no namespace. */
function clusterWide({ release: { name, values } }: Extract<BundleItem, { type: 'release' }>) {
  const fullname = String(values['fullnameOverride'] ?? name);
  const suffixes = [
    'manager',
    'manager-secrets',
    'proxy',
    'runner-editor',
    'runner-viewer',
    'mutating-webhook-configuration',
    'validating-webhook-configuration',
  ];
  const servers = ['githubWebhookServer', 'actionsMetricsServer'].map(
    (key) => (values[key] as { fullnameOverride?: string } | undefined)?.fullnameOverride,
  );
  const own = suffixes.map((suffix) => `${fullname}-${suffix}`);
  return [...own, ...servers.flatMap((server) => server ?? [])].map((text) => `cluster ${text}`);
}

function shared(left: Bundle, right: Bundle): string[] {
  const known = new Set(identities(left));
  return identities(right).filter((identity) => known.has(identity));
}

function readExample(name: string): string {
  return readFileSync(join(examples, name, 'fleet.yaml'), 'utf8');
}

it('puts both fleets of the example into one cluster without a collision', async () => {
  const [platform, mobile] = await Promise.all(
    ['many-fleets', 'many-fleets-mobile'].map((name) => bundleOf(readExample(name))),
  );
  expect(shared(platform!, mobile!)).toEqual([]);
  // Else the comparison above would say nothing.
  expect(shared(platform!, platform!)).toEqual(identities(platform!));
});

const servers = 'webhookServer: {}, metrics: { server: {} }';

function fleetNamed(name: string, namespace: string): string {
  return exampleFleet(
    `metadata: { name: "${name}" }\ncontroller: { namespace: ${namespace}, certManager: false, ${servers} }`,
  );
}

it('keeps fleets apart whose names differ only where a long name is cut', async () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,40}$/);
  const middle = fc.stringMatching(/^[a-z0-9]{1,4}$/);
  const pair = fc
    .record({ head: part, left: middle, right: middle, tail: fc.stringMatching(/^[a-z0-9]{1,8}$/) })
    .filter(({ left, right }) => left !== right);
  const property = fc.asyncProperty(pair, async ({ head, left, right, tail }) => {
    const first = await bundleOf(fleetNamed(`${head}-${left}-${tail}`, 'first'));
    const second = await bundleOf(fleetNamed(`${head}-${right}-${tail}`, 'second'));
    expect(shared(first, second)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 100 });
});

it('keeps the names of the chart’s servers within a label, and apart', async () => {
  const { items } = await bundleOf(fleetNamed('f'.repeat(63), 'first'));
  const [release] = items.filter((item) => item.type === 'release');
  // What the chart makes a label of, without shortening it.
  expect(`${release!.release.name}-actions-metrics-server`).toHaveLength(63);
  const names = identitiesOf(release!);
  expect(new Set(names).size).toBe(names.length);
});
