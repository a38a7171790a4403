import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';

/** A registry that the product of `registry.proxy` cannot fetch from. */
export interface UnsupportedUpstream {
  /** Of the product, in words. */
  readonly title: string;
  readonly host: string;
  /** Upstream references on that host, sorted; none where the file lists the host itself. */
  readonly images: readonly string[];
  /** Why the product cannot, as one clause. */
  readonly reason: string;
}

const gitlab = (rest: string) =>
  exampleFleet(`registry: { proxy: { gitlab: { host: gitlab.example.com, group: acme }${rest} } }`);

export const unsupportedUpstream = defineRule<UnsupportedUpstream>({
  code: 'FLC4451',
  name: 'unsupported-upstream',
  severity: 'error',
  title: 'The registry proxy cannot fetch from a registry that is needed',
  message: ({ title, host, images }) => {
    if (images.length === 0) return `${title} cannot fetch images from ${host}`;
    const subject = images.length === 1 ? `"${images[0]}" is` : `${images.length} images are`;
    return `${subject} on ${host}, and ${title} cannot fetch from there`;
  },
  label: ({ host }) => `not for ${host}`,
  why: ({ reason }) => `${reason}, so the pull would end in "not found"`,
  fix: ({ host }) =>
    `name a registry that serves "${host}" under "registry.proxy.others", or copies of single images under "registry.images", or list it under "registry.direct" and pull from it as it is`,
  source: 'https://docs.gitlab.com/user/packages/dependency_proxy/',
  examples: {
    bad: gitlab(''),
    good: gitlab(', others: { quay.io: mirror.example.com/quay }'),
  },
});
