import { defineRule } from '@fleetc/diagnostics';

/** An image of a pool and the nodes that it is to run on. */
export interface MissingPlatform {
  readonly image: string;
  /** What the nodes are, such as `linux/arm64`. */
  readonly platform: string;
  /** What the lock says that there is, in words. */
  readonly platforms: string;
}

export const imageWithoutPlatform = defineRule<MissingPlatform>({
  code: 'FLC4954',
  name: 'image-without-platform',
  severity: 'warning',
  title: 'A locked image does not run on the nodes of its pool',
  message: ({ image, platform, platforms }) =>
    `the image "${image}" is for ${platforms}, and the nodes of this pool are ${platform}`,
  label: ({ platform }) => `nodes of ${platform}`,
  why: 'its pods are placed on nodes that cannot run them, and never start',
  fix: 'choose an image that is made for these nodes, or lock it again if it is by now: "fleetc lock --update IMAGE"',
  source: 'https://github.com/opencontainers/image-spec/blob/main/image-index.md',
});
