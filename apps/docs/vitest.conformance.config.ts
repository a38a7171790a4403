import { conformanceTests } from '../../vitest.shared.ts';

export default conformanceTests({
  globalSetup: [],
  setupFiles: ['../../vitest.setup.ts'],
  testTimeout: 600_000,
  maxConcurrency: 2,
  maxWorkers: 1,
});
