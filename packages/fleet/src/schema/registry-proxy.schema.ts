import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import type { RegistryProduct } from '../registry-products/product.ts';
import { productWords } from '../registry-products/product-words.ts';
import type { ProductKey } from '../registry-products/product-keys.ts';
import { registryProducts } from '../registry-products/registry-products.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { host, registryPath } from './text.schema.ts';

type ProductShape = {
  [K in ProductKey]: z.ZodOptional<ReturnType<(typeof registryProducts)[K]['schema']>>;
};

function productShape(): ProductShape {
  const entries = Object.entries(registryProducts as unknown as Record<string, RegistryProduct>);
  const shape = entries.map(([key, { schema, description, examples }]) => [
    key,
    describe(schema(productWords), description, ...examples).optional(),
  ]);
  return Object.fromEntries(shape) as ProductShape;
}

const generic = strictMap('Generic proxy', {
  host: describe(host(), 'Proxy host.', 'registry.example.com'),
  template: describe(
    z.string().min(1),
    'Handlebars template of the rewritten repository, over host, registry, project, path, tag and digest.',
    '{{host}}/{{project}}/{{path}}',
  ),
  projects: describe(
    z.record(host(), z.string().min(1)),
    'Upstream host to what `{{project}}` stands for; the host itself when absent.',
    { 'docker.io': 'hub' },
  ).optional(),
});

export const registryProxySchema = exclusiveMap(
  'Registry proxy',
  {
    ...productShape(),
    prefixes: describe(
      z.record(host(), registryPath()),
      'Upstream host to what stands before the repository.',
      { 'docker.io': 'mirror.example.com/hub' },
    ).optional(),
    generic: describe(generic, 'Any other proxy, by a template.', {
      host: 'registry.example.com',
      template: '{{host}}/{{project}}/{{path}}',
    }).optional(),
    others: describe(
      z.record(host(), registryPath()),
      'Upstream hosts that another registry serves, each with what stands before the repository there.',
      { 'quay.io': 'mirror.example.com/quay' },
    ).optional(),
  },
  exclusive.proxyKind,
);
