import { defineProduct } from './product.ts';

/** Copies of images in a namespace of GHCR, which fetches nothing itself. Images of GHCR are there already. */
export const ghcr = defineProduct({
  title: 'GHCR',
  description:
    'Owner whose namespace on ghcr.io holds copies: `ghcr.io/OWNER/repository`. GHCR fetches nothing itself, so somebody has to copy the images there.',
  examples: ['acme'],
  schema: ({ matching, path }) =>
    matching(
      path,
      'an owner in small letters, perhaps with a path, such as "acme" or "acme/mirror"',
    ),
  addresses: (owner) => ({ prefixes: {}, otherwise: `ghcr.io/${owner}` }),
});
