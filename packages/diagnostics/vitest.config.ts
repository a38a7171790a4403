import { defineConfig } from 'vitest/config';

// Sources of sibling packages are read directly, so that a test never runs against a stale build.
const conditions = ['@fleetc/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Nothing here keeps state between tests, so files may share what they import.
    isolate: false,
    testTimeout: 60_000,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['{src,test}/**/*.test.ts'],
  },
});
