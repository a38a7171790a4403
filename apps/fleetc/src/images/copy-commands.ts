import { formatImageReference, type ImageReference, parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '@fleetc/core';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { EnvironmentImages } from './format-image-table.ts';
import { quoteForShell } from './quote-for-shell.ts';

/** A program that copies images between registries with all their platforms, byte for byte. */
export type CopyTool = 'crane' | 'skopeo';

/** What to print. */
export interface CopyRequest {
  readonly tool: CopyTool;
  /** `HOST[:PORT][/PREFIX]` to copy to, instead of where the fleet pulls from. */
  readonly to?: string;
}

/**
 * One command a line for every image, sorted, each once however many environments pull it. What is locked or has a
 * digest is copied by it. An image that the fleet pulls from its publisher needs no copy, and says so in a comment.
 */
export function formatCopyCommands(
  environments: readonly EnvironmentImages[],
  request: CopyRequest,
): string {
  const lines = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const { images } of environments) {
    for (const use of images) {
      const copy = planCopy(use, request);
      if ('comment' in copy) lines.set(copy.comment, `# ${copy.comment}\n`);
      else {
        refuseSecondSource(copy, sources);
        lines.set(`${use.upstream} ${copy.target}`, formatCommand(copy, request.tool));
      }
    }
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, line]) => line).join('');
}

interface Copy {
  readonly source: string;
  readonly target: string;
}

function planCopy(use: ImageUse, { to }: CopyRequest): Copy | { readonly comment: string } {
  const upstream = parseImageReference(use.upstream);
  const pulled = parseImageReference(use.reference);
  if (!upstream || !pulled) return { comment: `${use.upstream} is no image reference` };
  if (to !== undefined) return copyOf(upstream, pulled, `${to}/${upstream.repository}`);
  if (nameOf(upstream) === nameOf(pulled)) {
    return { comment: `${use.upstream} is pulled from where it is published` };
  }
  if (tagOf(upstream) !== tagOf(pulled)) {
    return { comment: `${use.upstream} is replaced by ${use.reference}, an image of its own` };
  }
  return copyOf(upstream, pulled, nameOf(pulled));
}

/** By digest from the publisher, which is exact, to the tag that pods ask for. skopeo takes no tag beside a digest. */
function copyOf(upstream: ImageReference, pulled: ImageReference, target: string): Copy {
  const digest = pulled.digest ?? upstream.digest;
  const { registry, repository, tag } = upstream;
  const version = digest === undefined ? { tag: tag ?? 'latest' } : { digest };
  const source = formatImageReference({ registry, repository, ...version });
  return { source, target: tag === undefined ? `${target}@${digest}` : `${target}:${tag}` };
}

function refuseSecondSource({ source, target }: Copy, sources: Map<string, string>): void {
  const first = sources.get(target) ?? source;
  sources.set(target, first);
  if (first === source) return;
  const message = `"${first}" and "${source}" would both be copied to "${target}"; copy them to two prefixes by hand`;
  throw createFailure(exitCodes.usage, message);
}

function formatCommand({ source, target }: Copy, tool: CopyTool): string {
  if (tool === 'crane') return `crane copy ${quoteForShell(source)} ${quoteForShell(target)}\n`;
  const [from, to] = [source, target].map((reference) => quoteForShell(`docker://${reference}`));
  return `skopeo copy --all --preserve-digests ${from} ${to}\n`;
}

// Without a tag and a digest, `latest` is meant.
function tagOf({ tag, digest }: ImageReference): string | undefined {
  return tag ?? (digest === undefined ? 'latest' : undefined);
}

function nameOf({ registry, repository }: ImageReference): string {
  return `${registry}/${repository}`;
}
