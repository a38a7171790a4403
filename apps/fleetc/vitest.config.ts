import { defineConfig } from 'vitest/config';

// Sources of sibling packages are read directly, so that a test never runs against a stale build.
const conditions = ['@fleetc/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 60_000,
    // Most tests wait for a process of their own; the default leaves one of two cores idle.
    maxWorkers: 2,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['{src,test}/**/*.test.ts'],
  },
});
