import { defineRule } from '@fleetc/diagnostics';

const source = 'packages/output/README.md';

/** FLC6021: a document in the folder that fleetc neither wrote nor writes. */
export const unlistedFile = defineRule<{ path: string }>({
  code: 'FLC6021',
  name: 'unlisted-file',
  severity: 'error',
  title: 'A manifest that fleetc does not know lies in an output folder',
  message: ({ path }) => `"${path}" lies in the output and was not written by fleetc`,
  why: 'whatever reads the whole folder, such as Argo CD or Flux, would apply it with the rest',
  fix: 'move it out of the folder; with --force it stays, and the build goes on',
  source,
});

/** FLC6022: one tree lies in another. */
export const nestedTree = defineRule<{
  inner: string;
  outer: string;
  /** Whether the outer one is there already. */
  isAbove: boolean;
  /** Which fleet the tree that is there was built from, if it says so. */
  other?: string;
}>({
  code: 'FLC6022',
  name: 'nested-output',
  severity: 'error',
  title: 'One output folder lies in another',
  message: ({ inner, outer, isAbove, other }) => {
    const origin = `what was built from ${other === undefined ? 'another fleet' : `the fleet "${other}"`}`;
    return isAbove
      ? `"${inner}" lies in "${outer}", which holds ${origin}`
      : `"${outer}" holds "${inner}", and with it ${origin}`;
  },
  why: 'whatever reads the outer folder reads the inner one with it, and each build takes the other for strangers',
  fix: 'choose a folder beside it with --out or under "outputs"; remove the other one if nothing builds it any more',
  source,
});
