import { type Registry, upstreamHost } from '@fleetc/fleet';
import { type ImageReference, parseImageReference } from '@fleetc/notation';
import { createPathTemplate } from './path-template.ts';
import { createPrefixProxy } from './prefix-proxy.ts';
import type { Proxy } from './proxy.ts';

/** The one way in which image references are changed. */
export interface Rewriter {
  /** What the cluster pulls instead; the same text when nothing replaces it. Applying it twice changes nothing more. */
  readonly rewrite: (reference: string) => string;
  /** Why the proxy cannot rewrite at all, as one clause. */
  readonly problem?: string;
}

const noProxy: Proxy = { owns: () => false, nameOf: () => undefined };

/** Makes the rewrite of a fleet. Loads the template engine only when a proxy is described by a template. */
export async function createRewriter(registry: Registry): Promise<Rewriter> {
  const proxy = await createProxy(registry);
  const overrides = createOverrides(registry.images);
  const known = new Map<string, string>();
  const rewrite = (reference: string) => {
    let result = known.get(reference);
    if (result === undefined) {
      result = rewriteImage(reference, overrides, proxy);
      known.set(reference, result);
    }
    return result;
  };
  return { rewrite, ...(proxy.problem !== undefined && { problem: proxy.problem }) };
}

async function createProxy({ proxy }: Registry): Promise<Proxy> {
  if (!proxy) return noProxy;
  return proxy.kind === 'prefixes' ? createPrefixProxy(proxy) : createPathTemplate(proxy);
}

interface Overrides {
  /** Replacement by upstream name, both without a tag. */
  readonly replacements: ReadonlyMap<string, string>;
  /** Names that replace others and so are never replaced themselves. */
  readonly targets: ReadonlySet<string>;
}

function createOverrides(images: Registry['images']): Overrides {
  const replacements = new Map<string, string>();
  const targets = new Set<string>();
  for (const [upstream, replacement] of Object.entries(images)) {
    const image = parseUpstream(upstream);
    const target = parseUpstream(replacement);
    if (!image || !target) continue;
    replacements.set(nameOf(image), replacement);
    targets.add(nameOf(target));
  }
  return { replacements, targets };
}

function rewriteImage(reference: string, overrides: Overrides, proxy: Proxy): string {
  const image = parseUpstream(reference);
  if (!image) return reference;
  const name = nameOf(image);
  if (overrides.targets.has(name)) return reference;
  const replacement = overrides.replacements.get(name);
  if (replacement !== undefined) return withVersion(replacement, image);
  if (proxy.owns(image)) return reference;
  const proxied = proxy.nameOf(image);
  // A host with a port cannot stand inside a path; such an image stays where it is, and is reported as going past.
  const isPossible = proxied !== undefined && parseImageReference(proxied) !== undefined;
  return isPossible ? withVersion(proxied, image) : reference;
}

/** Keeps tag and digest, from which ARC reads the Ubuntu generation, unless the new name brings its own. */
function withVersion(name: string, { tag, digest }: ImageReference): string {
  const own = parseImageReference(name);
  if (!own || own.tag !== undefined || own.digest !== undefined) return name;
  return name + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}

/** Reads a reference under the one name that its registry has in the file. */
function parseUpstream(reference: string): ImageReference | undefined {
  const image = parseImageReference(reference);
  return image && { ...image, registry: upstreamHost(image.registry) };
}

function nameOf({ registry, repository }: ImageReference): string {
  return `${registry}/${repository}`;
}
