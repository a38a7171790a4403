import { expect, it } from 'vitest';
import type { RegistryProxy } from '../model.ts';
import { exampleFleet } from '../rules/example.ts';
import { readFleet } from './read-fleet.ts';
import { resolveFleet } from './resolve-fleet.ts';

async function resolve(proxy: string, override = ''): Promise<RegistryProxy | undefined> {
  const environment = `environments: { one: { override: { registry: { proxy: { ${override} } } } } }`;
  const text = exampleFleet(`registry: { proxy: { ${proxy} } }\n${environment}`);
  const { file, diagnostics } = await readFleet({ path: 'fleet.yaml', text });
  expect(diagnostics).toEqual([]);
  return (await resolveFleet(file!, 'one')).value?.registry.proxy;
}

async function addresses(proxy: string, override = ''): Promise<unknown> {
  const resolved = await resolve(proxy, override);
  return resolved?.kind === 'prefixes' ? (resolved.otherwise ?? resolved.prefixes) : resolved;
}

it('merges text and a map of one product as maps', async () => {
  expect(
    await addresses('harbor: h.example.com', 'harbor: { projects: { docker.io: hub } }'),
  ).toEqual({ 'docker.io': 'h.example.com/hub' });
  expect(
    await addresses(
      'harbor: { host: a.example.com, projects: { docker.io: hub } }',
      'harbor: b.example.com',
    ),
  ).toEqual({ 'docker.io': 'b.example.com/hub' });
  const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
  expect(
    await addresses(`ecr: ${ecr}`, 'ecr: { region: cn-north-1, prefixes: { docker.io: hub } }'),
  ).toEqual({ 'docker.io': '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/hub' });
  expect(
    await addresses('distribution: a.example.com', 'distribution: { quay.io: q.example.com }'),
  ).toEqual({ 'docker.io': 'a.example.com', 'quay.io': 'q.example.com' });
});

it('lets a layer choose another product, or another way to one', async () => {
  expect(await addresses('harbor: h.example.com', 'ghcr: acme')).toBe('ghcr.io/acme');
  const nexus = 'nexus: { host: n.example.com, repositories: { docker.io: hub } }';
  expect(await addresses(nexus, 'nexus: { ports: 5000 }')).toBe('n.example.com:5000');
  expect(await addresses(nexus, 'nexus: { repositories: all }')).toBe('n.example.com/all');
});

it('keeps what others serve when the product changes', async () => {
  const resolved = await resolve(
    'gitlab: { group: acme }, others: { quay.io: q.example.com }',
    'ghcr: acme',
  );
  expect(resolved).toMatchObject({
    prefixes: { 'quay.io': 'q.example.com' },
    otherwise: 'ghcr.io/acme',
  });
});

it('knows Docker Hub by one name, and believes the one that images have', async () => {
  expect(await addresses('prefixes: { index.docker.io: a.example.com }')).toEqual({
    'docker.io': 'a.example.com',
  });
  expect(
    await addresses('prefixes: { registry-1.docker.io: a.example.com, docker.io: b.example.com }'),
  ).toEqual({ 'docker.io': 'b.example.com' });
});

it('tells rules what a product is', async () => {
  const ecr =
    'ecr: { account: "123456789012", region: eu-central-1, prefixes: { docker.io: hub, gcr.io: gcr } }';
  expect(await resolve(`${ecr}, others: { quay.io: q.example.com }`)).toMatchObject({
    product: {
      key: 'ecr',
      title: 'Amazon ECR',
      places: ['registry', 'proxy', 'ecr', 'prefixes'],
      hosts: ['123456789012.dkr.ecr.eu-central-1.amazonaws.com'],
      unserved: ['gcr.io'],
      fillsLibrary: false,
      changesDigests: false,
    },
  });
  expect(await resolve('prefixes: { docker.io: m.example.com }')).not.toHaveProperty('product');
});
