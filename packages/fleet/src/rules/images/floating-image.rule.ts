import { parseImageReference } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { imagesOf } from './bad-image-reference.rule.ts';

export const floatingImage = defineCheck<{ image: string; tag: string | undefined }>({
  code: 'FLC4411',
  name: 'floating-image',
  severity: 'warning',
  title: 'An image has no tag, or one that moves',
  message: ({ image, tag }) =>
    tag === undefined
      ? `the image "${image}" has no tag`
      : `the image "${image}" has the moving tag "${tag}"`,
  label: () => 'not pinned',
  why: 'the same fleet.yaml would run other software tomorrow; "latest" of the runner image changed its Ubuntu in 2025',
  fix: 'name a version tag or a digest',
  source: 'https://github.com/actions/actions-runner-controller/issues/2056',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, image: { reference: "summerwind/actions-runner:latest", ubuntu: "24.04" } }',
    ),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, image: "summerwind/actions-runner:v2.335.1-ubuntu-24.04" }',
    ),
  },
  check(fleet, report) {
    for (const [text, path] of imagesOf(fleet)) {
      // A replacement names a repository; its tag is that of the image that it replaces.
      if (path[0] === 'registry') continue;
      const floating = floatingTag(text);
      if (floating) report({ image: text, ...floating }, path);
    }
  },
});

/** The tag of an image that moves, `undefined` inside when it has none; nothing for a fixed image. */
export function floatingTag(text: string): { readonly tag: string | undefined } | undefined {
  const reference = parseImageReference(text);
  if (!reference || reference.digest !== undefined) return undefined;
  const { tag } = reference;
  const moves = tag === undefined || /^(latest|dind|canary|edge|main|master)$/.test(tag);
  return moves ? { tag } : undefined;
}
