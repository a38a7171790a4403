import { defineConfig } from 'vitest/config';

const conditions = ['@fleetc/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['conformance/**/*.test.ts'],
    setupFiles: ['../../vitest.setup.ts'],
    testTimeout: 600_000,
    maxWorkers: 1,
  },
});
