import { defineConfig } from 'vitest/config';

const conditions = ['@fleetc/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['conformance/**/*.test.ts'],
    globalSetup: ['conformance/setup.ts'],
    setupFiles: ['../../vitest.setup.ts'],
  },
});
