import type { z } from 'zod';
import type { ServedUpstreams } from '../model/registry.ts';
import type { ProductWords } from './product-words.ts';

/** Where a product keeps what it fetches. */
export interface Addresses {
  /** Upstream host to what stands before the repository. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** The same for every other host; `{host}` is that host. */
  readonly otherwise?: string;
}

/** What the file says of a product, after shorthands are expanded: a map, where the block may be one. */
export type ProductInput<S extends z.ZodType> = [Exclude<z.input<S>, string>] extends [never]
  ? z.input<S>
  : Exclude<z.input<S>, string>;

/**
 * A registry that fetches images from others, or holds copies of them. Everything about it that the language knows is in
 * this one value; the schema is a function of the words that it is written in, so that zod is not loaded to build a fleet.
 */
export interface RegistryProduct<S extends z.ZodType = z.ZodType> {
  /** In messages. */
  readonly title: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly schema: (words: ProductWords) => S;
  /** What text stands for, where the block may be text and is a map to everything after. */
  readonly longForm?: (text: string) => unknown;
  readonly addresses: (input: ProductInput<S>) => Addresses;
  /** The key below the product under which upstream hosts are listed; absent when the block itself is that list. */
  readonly places?: string;
  readonly serves?: ServedUpstreams;
  /** Whether it finds `docker` where `library/docker` is meant. */
  readonly fillsLibrary?: true;
  /** Whether what it serves has another digest than upstream's. */
  readonly changesDigests?: (input: ProductInput<S>) => boolean;
}

/** Fixes the type of a product's block where the product is written. */
export function defineProduct<S extends z.ZodType>(
  product: RegistryProduct<S>,
): RegistryProduct<S> {
  return product;
}
