/** The keys of products under `registry.proxy`, in a module that knows nothing else. */
export const productKeys = [
  'harbor',
  'nexus',
  'artifactory',
  'ecr',
  'gar',
  'acr',
  'gitlab',
  'ghcr',
  'zot',
  'quay',
  'cloudsmith',
  'distribution',
] as const;

/** The key of a product under `registry.proxy`. */
export type ProductKey = (typeof productKeys)[number];
