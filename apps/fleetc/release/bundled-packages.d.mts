/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Of the SPDX list. */
  readonly license: string;
  readonly text: string;
}

export function listBundledPackages(metafile?: string): BundledPackage[];
