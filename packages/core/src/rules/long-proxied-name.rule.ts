import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

const path = Array.from({ length: 24 }, () => 'long-name').join('/');
const pool = (image: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, image: { reference: "${image}", ubuntu: "24.04" }, resources: { requests: { cpu: 1 } } }\nregistry: { proxy: { harbor: harbor.example.com } }`,
  );

export const longProxiedName = defineRule<{
  readonly image: string;
  /** Of the name behind the proxy, host and path. */
  readonly length: number;
}>({
  code: 'FLC4461',
  name: 'long-proxied-name',
  severity: 'error',
  title: 'The name of an image is too long behind the registry proxy',
  message: ({ image, length }) =>
    `behind the proxy the name of "${image}" has ${length} characters, and 255 are allowed`,
  label: () => 'a longer name',
  why: 'registries and clients refuse the name, host and path together',
  fix: 'give the upstream a shorter place in the proxy, or the image a copy with a shorter name under "registry.images"',
  source: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests',
  examples: {
    bad: pool(`quay.io/${path}:1`),
    good: pool(`quay.io/${path.slice(0, 100)}x:1`),
  },
});
