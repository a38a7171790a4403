import { defineRule } from '@fleetc/diagnostics';

/** Images that the lock leaves out. */
export interface UnlockedImages {
  /** Full references in quotes, sorted. */
  readonly images: string;
  /** The lock file, as messages show it. */
  readonly file: string;
}

/** A warning; an error where the lock is required. */
export const imageNotLocked = defineRule<UnlockedImages>({
  code: 'FLC4952',
  name: 'image-not-locked',
  severity: 'warning',
  title: 'An image of the fleet is not in the lock file',
  message: ({ images, file }) => `the lock "${file}" lacks ${images}`,
  label: () => 'pulled for this',
  why: 'what its tag stands for may change from one start of a pod to the next',
  fix: 'run "fleetc lock"',
  source: 'docs/cli.md',
});
