import { acr } from './acr.ts';
import { artifactory } from './artifactory.ts';
import { cloudsmith } from './cloudsmith.ts';
import { distribution } from './distribution.ts';
import { ecr } from './ecr.ts';
import { gar } from './gar.ts';
import { ghcr } from './ghcr.ts';
import { gitlab } from './gitlab.ts';
import { harbor } from './harbor.ts';
import { nexus } from './nexus.ts';
import type { ProductKey } from './product-keys.ts';
import { quay } from './quay.ts';
import { zot } from './zot.ts';

/** Every product that `registry.proxy` knows, by its key there. */
export const registryProducts = {
  harbor,
  nexus,
  artifactory,
  ecr,
  gar,
  acr,
  gitlab,
  ghcr,
  zot,
  quay,
  cloudsmith,
  distribution,
} as const satisfies Record<ProductKey, unknown>;

/** Long forms of the products that may be written as text, by key. */
export const productLongForms: Readonly<Record<string, (value: unknown) => unknown>> =
  Object.fromEntries(
    Object.entries(registryProducts).flatMap(([key, product]) => {
      const { longForm } = product as { longForm?: (text: string) => unknown };
      if (!longForm) return [];
      return [[key, (value: unknown) => (typeof value === 'string' ? longForm(value) : value)]];
    }),
  );
