import { defineConfig } from 'vitest/config';

// Sources of packages are read directly, so that a test never runs against a stale build.
const conditions = ['@fleetc/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 60_000,
    maxConcurrency: 2,
    isolate: false,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['{src,test}/**/*.test.ts'],
  },
});
