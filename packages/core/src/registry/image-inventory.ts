import type { Path } from '@fleetc/diagnostics';
import { formatImageReference, parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import type { Rewriter } from './rewriter.ts';

/** Who pulls an image, where and how. */
export interface Puller {
  readonly consumer: string;
  readonly namespace: string;
  readonly pullSecrets: readonly string[];
  readonly path: Path;
}

/** Rewrites references and remembers each one with who pulls it, so that no image is rewritten without being listed. */
export interface ImageInventory {
  /** The rewrite alone, for images that are named and never pulled. */
  readonly rewrite: Rewriter['rewrite'];
  /** The reference to emit in place of an upstream one. */
  readonly pull: (upstream: string, puller: Puller) => string;
  /** Everything pulled so far, by upstream and reference. */
  readonly uses: () => ImageUse[];
}

interface Entry {
  readonly upstream: string;
  readonly reference: string;
  readonly path: Path;
  readonly consumers: Set<string>;
  readonly namespaces: Set<string>;
  readonly pullSecrets: Set<string>;
}

/** Starts an empty inventory over one rewrite. */
export function createImageInventory({ rewrite }: Rewriter): ImageInventory {
  const entries = new Map<string, Entry>();
  return {
    rewrite,
    pull: (upstream, puller) => {
      const reference = rewrite(upstream);
      const key = `${upstream} ${reference}`;
      let entry = entries.get(key);
      if (!entry) entries.set(key, (entry = createEntry(upstream, reference, puller.path)));
      entry.consumers.add(puller.consumer);
      entry.namespaces.add(puller.namespace);
      for (const secret of puller.pullSecrets) entry.pullSecrets.add(secret);
      return reference;
    },
    uses: () => [...merged(entries.values())].map(toUse).sort(byUpstream),
  };
}

function createEntry(upstream: string, reference: string, path: Path): Entry {
  return {
    upstream: qualified(upstream),
    reference,
    path,
    consumers: new Set(),
    namespaces: new Set(),
    pullSecrets: new Set(),
  };
}

/** Joins entries whose upstream was only written in different ways, such as `docker:dind` and its full name. */
function merged(entries: Iterable<Entry>): Iterable<Entry> {
  const byImage = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.upstream} ${qualified(entry.reference)}`;
    const first = byImage.get(key);
    byImage.set(key, first ? join(first, entry) : entry);
  }
  return byImage.values();
}

function join(first: Entry, second: Entry): Entry {
  return {
    ...first,
    consumers: new Set([...first.consumers, ...second.consumers]),
    namespaces: new Set([...first.namespaces, ...second.namespaces]),
    pullSecrets: new Set([...first.pullSecrets, ...second.pullSecrets]),
  };
}

function toUse({ upstream, reference, path, consumers, namespaces, pullSecrets }: Entry): ImageUse {
  return {
    upstream,
    reference,
    consumers: [...consumers].sort(),
    namespaces: [...namespaces].sort(),
    pullSecrets: [...pullSecrets].sort(),
    path,
  };
}

function qualified(reference: string): string {
  const image = parseImageReference(reference);
  if (!image) return reference;
  const isFloating = image.tag === undefined && image.digest === undefined;
  return formatImageReference(isFloating ? { ...image, tag: 'latest' } : image);
}

function byUpstream(a: ImageUse, b: ImageUse): number {
  const left = `${a.upstream} ${a.reference}`;
  const right = `${b.upstream} ${b.reference}`;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
