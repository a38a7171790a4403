import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { upstreamFolder } from './conformance/upstream.ts';

const conditions = ['@fleetc/source'];

if (!existsSync(upstreamFolder)) {
  process.stderr.write(
    `\n*** CONFORMANCE IS NOT BEING CHECKED ***\n${upstreamFolder} is missing; set FLEETC_UPSTREAM to the folder with the upstream CRDs and charts.\n\n`,
  );
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['conformance/**/*.test.ts'], testTimeout: 60_000 },
});
