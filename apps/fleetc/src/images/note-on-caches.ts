import type { CompiledEnvironment } from '@fleetc/core';
import type { CopyRequest } from './copy-commands.ts';

/** Where GitHub keeps images, somebody has to copy them. */
const holdsCopies = 'ghcr';

/** Says, where the fleet pulls through a product that fetches images by itself, that such a place takes no copies. */
export function noteOnCaches(
  environments: readonly CompiledEnvironment[],
  { to }: CopyRequest,
): string {
  if (to !== undefined) return '';
  const titles = environments.flatMap(({ fleet: { registry } }) => {
    const product = registry.proxy?.kind === 'prefixes' ? registry.proxy.product : undefined;
    return product && product.key !== holdsCopies ? [product.title] : [];
  });
  const notes = [...new Set(titles)].map(
    (title) =>
      `note: these commands copy to where the fleet pulls from, and places that ${title}\n` +
      `      fills from upstream by itself take no copies; choose another with --to\n`,
  );
  return notes.join('');
}
