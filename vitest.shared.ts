import { defineConfig, type ViteUserConfig } from 'vitest/config';

type TestOptions = ViteUserConfig['test'];

// Sources of sibling packages are read directly, so that a test never runs against a stale build.
const conditions = ['@fleetc/source'];

function define(test: TestOptions): ViteUserConfig {
  return defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { testTimeout: 60_000, ...test },
  });
}

/** How a package runs the tests of `npm test`, with what differs for it. */
export function unitTests(differences: TestOptions = {}): ViteUserConfig {
  return define({
    setupFiles: ['../../vitest.setup.ts'],
    include: ['{src,test}/**/*.test.ts'],
    ...differences,
  });
}

/** As `unitTests`, for a package that keeps no state between tests, so that its files may share what they import. */
export function statelessTests(): ViteUserConfig {
  return unitTests({ isolate: false });
}

/** How a package holds its results against the tools of others. */
export function conformanceTests(differences: TestOptions = {}): ViteUserConfig {
  return define({
    globalSetup: ['conformance/setup.ts'],
    include: ['conformance/**/*.test.ts'],
    ...differences,
  });
}
