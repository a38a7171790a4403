import { expect, it } from 'vitest';
import { exclusive } from '../exclusive.ts';
import { productKeys } from './product-keys.ts';
import { registryProducts } from './registry-products.ts';
import { servesUpstream } from './served-upstreams.ts';

it('lists the keys of the table, which exclude each other', () => {
  expect(Object.keys(registryProducts)).toEqual([...productKeys]);
  expect(exclusive.proxyKind.alternatives.flat()).toEqual([...productKeys, 'prefixes', 'generic']);
});

it.each([
  ['docker.io', true],
  ['acme.azurecr.io', true],
  ['azurecr.io', false],
  ['210987654321.dkr.ecr.us-east-1.amazonaws.com', true],
  ['210987654321.dkr.ecr.us-east-1.amazonaws.com.example.com', false],
  ['gcr.io', false],
  ['dockerXio', false],
])('knows whether ECR fetches from %s', (host, expected) => {
  expect(servesUpstream(registryProducts.ecr.serves, host)).toBe(expected);
});

it('lets a product without limits fetch from anywhere', () => {
  expect(servesUpstream(registryProducts.harbor.serves, 'registry.example.com:5000')).toBe(true);
});
