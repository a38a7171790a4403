import { defineConfig } from 'vitest/config';

const conditions = ['@fleetc/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['{src,test}/**/*.test.ts'], setupFiles: ['../../vitest.setup.ts'] },
});
