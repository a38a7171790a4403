import { installVsce } from './find-vsce.ts';

/** Runs before everything: the packer of the marketplace. */
export function setup(): void {
  installVsce();
}
