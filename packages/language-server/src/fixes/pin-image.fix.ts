import { nameInLock, parseLock } from '@fleetc/core';
import { defaultRunnerImage, fleetDefaults } from '@fleetc/fleet';
import { formatImageReference, parseImageReference } from '@fleetc/notation';
import { formatScalar } from '../schema/describe-field.ts';
import { findNode } from '../text/find-node.ts';
import { findEntry, type OutlineNode } from '../text/outline.ts';
import type { Fix, Problem } from './fix.ts';

/** Pins an image to the digest of the lock file, or to the version that fleetc itself would take of it. */
export const pinImage: Fix = {
  codes: ['FLC4411'],
  async propose({ text, offset, compile }) {
    const pointed = findNode(text, offset);
    const scalar = pointed?.node.scalar;
    if (!pointed || !scalar) return undefined;
    const pinned = (await lockedForm(scalar.text, compile)) ?? knownForm(scalar.text, pointed.node);
    if (pinned === undefined) return undefined;
    const { start, end } = scalar;
    const edit = { start, end, text: formatScalar(pinned) };
    return { title: `Pin to "${pinned}"`, edits: [edit] };
  },
};

async function lockedForm(
  reference: string,
  compile: Problem['compile'],
): Promise<string | undefined> {
  const name = nameInLock(reference);
  const lockSource = (await compile())?.lockSource;
  if (!lockSource || name === undefined) return undefined;
  const { value: images } = await parseLock(lockSource);
  const digest = images?.get(name)?.digest;
  const image = parseImageReference(reference);
  if (digest === undefined || !image) return undefined;
  return `${reference}${image.tag === undefined ? ':latest' : ''}@${digest}`;
}

/** The reference with the tag that fleetc has for this image; of a runner, for the Ubuntu that the file names. */
function knownForm(reference: string, node: OutlineNode): string | undefined {
  const repository = repositoryOf(reference);
  const known = knownImages.find((image) => repositoryOf(image) === repository);
  const tag = parseImageReference(known ?? '')?.tag;
  if (repository === undefined || tag === undefined) return undefined;
  const ubuntu = findEntry(node.parent, 'ubuntu')?.scalar?.text;
  if (ubuntu !== undefined && !tag.endsWith(`-ubuntu-${ubuntu}`)) return undefined;
  const written = parseImageReference(reference)?.tag;
  const bare = written === undefined ? reference : reference.slice(0, -written.length - 1);
  return `${bare}:${tag}`;
}

const knownImages: readonly string[] = [
  ...Object.values((fleetDefaults('fleet')['controller'] as DefaultImages).images),
  ...['inRunner', 'rootless'].map((mode) => defaultRunnerImage(mode, '')),
];

interface DefaultImages {
  readonly images: Readonly<Record<string, string>>;
}

function repositoryOf(reference: string): string | undefined {
  const image = parseImageReference(reference);
  return image && formatImageReference({ registry: image.registry, repository: image.repository });
}
